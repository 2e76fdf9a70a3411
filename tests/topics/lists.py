"""Small lists of topics of our own writing, in the two forms that are known."""

import json

MEDIATOPIC, SUBJECTCODE = "http://cv.iptc.org/newscodes/mediatopic/", "http://cv.iptc.org/newscodes/subjectcode/"


def concept(code, *old_codes, retired=False, **names):
    """One topic as the IPTC serves it; `names` by language, with _ for -."""
    told = {
        "uri": MEDIATOPIC + code,
        "qcode": f"medtop:{code}",
        "prefLabel": {tag.replace("_", "-"): name for tag, name in names.items()},
        "exactMatch": [*(SUBJECTCODE + old for old in old_codes), "https://www.wikidata.org/entity/Q1"],
    }
    return told | ({"retired": "2016-04-05T12:00:00+00:00"} if retired else {})


def write(path, told):
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(path)


def write_concepts(path, *concepts):
    return write(path, {"uri": MEDIATOPIC, "conceptSet": list(concepts)})
