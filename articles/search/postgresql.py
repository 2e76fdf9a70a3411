"""Asks PostgreSQL's full-text index. A frequent word is met soon on the way back from the newest: the planner knows.

Marked words have a vector of their own: it is small, so reading it is cheap where many rows have to be looked at.
"""

from django.db import connection

_FIND = """
SELECT id, edition_id FROM articles_searchentry
WHERE {} AND id BETWEEN %s AND %s AND live_from <= %s AND (live_until IS NULL OR live_until > %s)
ORDER BY {} DESC LIMIT %s
"""
_SELDOM = "id + 0"  # a sum has no index: the planner does not go back through all entries to find a few


def newest(asked, limit):
    """(key, edition) of the newest entries that are asked for."""
    queries = {"vector": _words(asked), "marks": _marks(asked)}
    queries = {column: query for column, query in queries.items() if query}
    where = " AND ".join(f"{column} @@ %s::tsquery" for column in queries) or "true"
    told = [*queries.values(), asked.first, asked.last, asked.moment, asked.moment, limit]
    with connection.cursor() as cursor:
        cursor.execute(_FIND.format(where, _SELDOM if asked.seldom else "id"), told)
        return cursor.fetchall()


def _words(asked):
    """https://www.postgresql.org/docs/current/datatype-textsearch.html; a stem is letters and digits, so quoted."""
    return " & ".join([*_one_of(asked.any_of), *(f"!{_term(term)}" for term in asked.unwanted)])


def _marks(asked):
    return " & ".join([*_one_of(asked.marked), *(f"'{key}'" for key in asked.keys)])


def _one_of(sets):
    """Nothing, or a question in brackets."""
    return ["({})".format(" | ".join(f"({' & '.join(map(_term, terms))})" for terms in sets))] if sets else []


def _term(term):
    quoted = [f"'{stem}'" for stem in term.stems]
    return f"({' <-> '.join(quoted)}{':*' if term.begins else ''})"
