"""What a record says that no field of the desk takes: kept with the import, as JSON."""

from dataclasses import asdict, fields
from datetime import datetime

# These have columns of their own, in the story or in the record of the import.
_ELSEWHERE = frozenset(
    """headline standfirst credits dateline provider body_html ednote language embargo_until encoding removed findings
    extra raw compared external_id external_version direction placed""".split()
)


def carried(record):
    """{name: value} of every other field that says something, beside the format's own `extra`."""
    told = {field.name: _plain(getattr(record, field.name)) for field in fields(record) if field.name not in _ELSEWHERE}
    always = {"headline_prefix", "slugline", "byline", "encoding_certain", "withheld"}
    kept = {name: value for name, value in told.items() if name in always or value not in (None, "", [], False)}
    return {**record.extra, **kept}


def _plain(value):
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: one for name, one in asdict(value).items() if name != "data" and one not in (None, "", {}, False)}
    return value
