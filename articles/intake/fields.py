"""Which fields of a story import writes: all of a new one, fewer of one that is on the desk."""

from django.conf import settings

from articles.models import Article

from . import picture_notes


def fields_of(record):
    """What import writes on an article: never its address, section or stage once it is on the desk."""
    return {
        "headline": record.headline,
        "standfirst": record.standfirst,
        "dateline": record.dateline[:200],
        "body": record.body_html,
        "language": record.language or settings.LANGUAGE_CODE,
        "source_line": record.provider[:200],
        "ednote": record.ednote,
        "embargo_until": record.embargo_until,
    }


def fields_of_new(parsed):
    """What import says of a story once, when it begins."""
    record = parsed.record
    told = {"slug": parsed.slug} if parsed.slug else {}
    kind = {"kind": record.kind} if record.kind in Article.Kind.values else {}
    return told | kind | {"rights": rights_of(record.copyright, record.usage_terms), "lead": parsed.lead}


def rights_of(copyright, usage_terms):
    return " ".join(" ".join(filter(None, (copyright, usage_terms))).split())[:300]


def fields_over(article, fields, named=()):
    """`fields` for a story that is here: what the desk keeps to itself stays, and of two embargoes the later holds.
    What was noted of the pictures `named` in the newer text is noted anew where it still is so.
    """
    embargoes = [moment for moment in (article.embargo_until, fields["embargo_until"]) if moment]
    kept = {
        "embargo_until": max(embargoes, default=None),
        "ednote": _both_notes(article.ednote, fields["ednote"], named),
    }
    return fields | kept | {"source_line": fields["source_line"] or article.source_line}


def renewed_rights(row, record):
    """{"rights"} of a newer text for the story of `row`; {} where nothing is new, or the desk wrote its own."""
    now, standing = rights_of(record.copyright, record.usage_terms), row.article.rights
    if not now or now == standing:
        return {}
    before = rights_of(*(_text(row.extra.get(name)) for name in ("copyright", "usage_terms")))
    return {"rights": now} if standing in ("", before) else {}


def _text(value):
    return value if isinstance(value, str) else ""


def _both_notes(ours, theirs, named):
    """Each paragraph once, ours first."""
    notes = (picture_notes.without(ours, named), theirs)
    return "\n\n".join(dict.fromkeys(part for note in notes for part in note.split("\n\n") if part.strip()))
