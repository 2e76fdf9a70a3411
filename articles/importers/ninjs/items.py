"""Objects of JSON as ninjs means them: which of them are items, and their members under any spelling."""

_WRAPPERS = ("item", "items", "_items", "results", "data")


class Item:
    """One object; `take` gives a member whatever its case is, and remembers that it was read."""

    def __init__(self, told):
        self.told = told
        self._names, self._taken = {name.lower(): name for name in told}, set()

    def take(self, *names):
        """The first of these members that says something, else None."""
        for name in names:
            found = self._names.get(name)
            if found is not None:
                self._taken.add(found)
                if self.told[found] not in (None, "", [], {}):
                    return self.told[found]
        return None

    def text(self, *names):
        """As `take`, but only where it is a text or a number; on one line."""
        found = self.take(*names)
        return " ".join(str(found).split()) if isinstance(found, str | int | float) else ""

    def objects(self, *names):
        """The objects in a member: a list of them, or an object of named ones (their name goes along)."""
        found = self.take(*names)
        if isinstance(found, dict):
            return [Item({"name": name, **told}) for name, told in found.items() if isinstance(told, dict)]
        return [Item(told) for told in found if isinstance(told, dict)] if isinstance(found, list) else []

    def rest(self):
        """What nobody has taken."""
        return {name: value for name, value in self.told.items() if name not in self._taken}


def items_of(loaded):
    """The items of a file: an object, a list of objects, or an answer that wraps a list. None for what is no object."""
    if isinstance(loaded, list):
        return [_item(one) for one in loaded]
    if not isinstance(loaded, dict):
        return []
    for name in _WRAPPERS:
        if isinstance(loaded.get(name), list) and not {"uri", "guid"} & loaded.keys():
            return [_item(one) for one in loaded[name]]
    return [Item(loaded)]


def _item(told):
    return Item(told) if isinstance(told, dict) else None
