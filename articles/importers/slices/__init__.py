"""The bytes of one item among those of many, as they came: found beside the parser, which forgets where it read.

    markup.elements_in(data, "item")         of XML, whole; markup.Scanner where it is read piece by piece
    objects.objects_in(text, path, told)     of a list in JSON
    rows.Rows(text)                          of a table

Each gives None where it is not sure which bytes an item is. What a format made of the item is kept then.
"""
