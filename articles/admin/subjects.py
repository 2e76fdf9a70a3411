"""The topics of an import record as lines for the desk: “soccer (medtop:20001065)”."""

from dataclasses import fields

from articles.importers.record import Subject

FIELDS = {field.name for field in fields(Subject)}


def apart(extra):
    """(lines, everything else) of what an import record keeps besides. A source may have a field of its own called
    subjects: what is not as intake keeps it stays where it is.
    """
    told = extra.get("subjects")
    if not isinstance(told, list) or not all(map(_is_subject, told)):
        return [], extra
    return list(map(_line, told)), {name: value for name, value in extra.items() if name != "subjects"}


def _is_subject(told):
    if not isinstance(told, dict) or not told.keys() <= FIELDS:
        return False
    texts = (value for name, value in told.items() if name not in ("names", "broad"))
    return isinstance(told.get("names", {}), dict) and all(isinstance(text, str) for text in texts)


def _line(subject):
    name = subject.get("name", "")
    qcode = ":".join(filter(None, (subject.get("scheme"), subject.get("code"))))
    others = [(tag, other) for tag, other in subject.get("names", {}).items() if other != name]
    return {
        "name": name,
        "qcode": qcode if qcode != name else "",
        "today": subject.get("same_as", ""),
        "others": others,
    }
