"""Asks SQLite's FTS5. Its lists are in the order of the keys: the newest are read first, and no more than needed."""

from django.db import connection

# CROSS JOIN keeps the planner from reading all entries and asking the index about each.
_FIND = """
SELECT e.id, e.edition_id FROM articles_search AS found CROSS JOIN articles_searchentry AS e ON e.id = found.rowid
WHERE found.articles_search MATCH %s AND found.rowid BETWEEN %s AND %s
AND e.live_from <= %s AND (e.live_until IS NULL OR e.live_until > %s)
ORDER BY found.rowid DESC LIMIT %s
"""


def newest(asked, limit):
    """(key, edition) of the newest entries that are asked for."""
    moment = connection.ops.adapt_datetimefield_value(asked.moment)
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [_match(asked), asked.first, asked.last, moment, moment, limit])
        return cursor.fetchall()


def _match(asked):
    """https://www.sqlite.org/fts5.html#full_text_query_syntax; a stem is letters and digits: quoting is enough."""
    every = [_one_of(sets) for sets in (asked.any_of, asked.marked) if sets]
    every += [f'"{key}"' for key in asked.keys]
    match = " AND ".join(every or ['"e_"'])
    return f"({match}) NOT ({' OR '.join(map(_term, asked.unwanted))})" if asked.unwanted else match


def _one_of(sets):
    return "({})".format(" OR ".join(f"({' AND '.join(map(_term, terms))})" for terms in sets))


def _term(term):
    return '"{}"{}'.format(" ".join(term.stems), " *" if term.begins else "")
