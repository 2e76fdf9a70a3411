"""What stands beside a story: those it is most like; where these are too few, the newest of its topic and its section.

What is alike was worked out when stories were published (`search.likeness`). Which of them readers have is asked at the
moment of reading: a story that is taken from readers is gone from every page, and the next best stands there. Only
stories in the same language stand beside one.
"""

from django.db import connection

from articles.models import Edition

SHOWN = 4
_LIKEST = 40  # of those that the story names: one that waited to open may name more than it shows
_SINCE = 12  # the likest of those that name the story
_NEWEST = 40  # of its topic and its section, the stories that are looked at

_LIVE = "{0}.live_from <= %(moment)s AND ({0}.live_until IS NULL OR {0}.live_until > %(moment)s)"
_ROW = "e.id, e.article_id, e.language"
# The one that is told, or the first of the story's tags that another story has.
_TAG = f"""COALESCE(CAST(%(tag)s AS bigint), (
  SELECT own.tag_id FROM articles_editiontag own JOIN articles_tag t ON t.id = own.tag_id
  WHERE own.edition_id = %(edition)s AND EXISTS (
    SELECT 1 FROM articles_editiontag r
    WHERE r.tag_id = own.tag_id AND r.edition_id <> own.edition_id AND {_LIVE.format("r")}
  ) ORDER BY t.name LIMIT 1
))"""  # noqa: S608  names of ours
# The lists are read as far as their LIMIT, and only where few are alike: a condition inside would be asked of each row.
# CROSS JOIN keeps SQLite from beginning with all editions.
_ROWS = f"""
WITH alike AS (
  SELECT * FROM (
    SELECT {_ROW}, l.weight, e.published_at, e.path FROM articles_likeness l CROSS JOIN articles_edition e
    WHERE e.article_id = l.other_id AND l.edition_id = %(edition)s AND {_LIVE.format("e")}
    ORDER BY l.weight DESC, e.published_at DESC, e.path LIMIT {_LIKEST}
  ) AS named
  UNION ALL SELECT * FROM (
    SELECT {_ROW}, l.weight, e.published_at, e.path FROM articles_likeness l CROSS JOIN articles_edition e
    WHERE e.id = l.edition_id AND l.other_id = %(article)s AND {_LIVE.format("e")}
    ORDER BY l.weight DESC, l.edition_id DESC LIMIT {_SINCE}
  ) AS since
), few AS (SELECT count(DISTINCT article_id) < {SHOWN} AS are_alike FROM alike
  WHERE article_id <> %(article)s AND (lower(language) = %(spoken)s OR lower(language) LIKE %(spoken_in)s))
SELECT * FROM (SELECT 0 AS place, id, article_id, language, weight, published_at, path FROM alike) AS likest
UNION ALL SELECT * FROM (
  SELECT 1, {_ROW}, 0, e.published_at, e.path FROM articles_editiontag r CROSS JOIN articles_edition e
  WHERE e.id = r.edition_id AND r.tag_id = {_TAG} AND {_LIVE.format("r")}
  ORDER BY r.published_at DESC, r.edition_id DESC LIMIT {_NEWEST}
) AS of_topic WHERE (SELECT are_alike FROM few)
UNION ALL SELECT * FROM (
  SELECT 2, {_ROW}, 0, e.published_at, e.path FROM articles_edition e
  WHERE e.section_id = %(section)s AND {_LIVE.format("e")}
  ORDER BY e.published_at DESC, e.id DESC LIMIT {_NEWEST}
) AS of_section WHERE (SELECT are_alike FROM few)
"""  # noqa: S608  names of ours


def of(edition, moment):
    """The editions that stand beside a live one."""
    return _cards(keys_beside(edition, moment), moment)


def of_proof(edition, moment, *, alike, tag):
    """Those that would stand beside an edition that is not written. `alike`: [(article, how much)]; `tag`: a key."""
    much = dict(alike)
    likest = Edition.objects.at(moment).filter(article__in=much)
    told = likest.values_list("pk", "article_id", "language", "published_at", "path")
    rows = [(0, key, article, language, much[article], str(at), path) for key, article, language, at, path in told]
    return _cards(_chosen(edition, rows + _rows(edition, moment, tag=tag)), moment)


def keys_beside(edition, moment):
    """The keys of the editions beside a live one, in order, found in one query."""
    return _chosen(edition, _rows(edition, moment))


def _cards(keys, moment):
    found = Edition.objects.at(moment).for_cards().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _rows(edition, moment, tag=None):
    told = {"edition": edition.pk, "article": edition.article_id, "section": edition.section_id, "tag": tag}
    told |= {"spoken": _base(edition.language), "spoken_in": f"{_base(edition.language)}-%"}
    told["moment"] = connection.ops.adapt_datetimefield_value(moment)
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, told)
        return cursor.fetchall()


def _chosen(edition, rows):
    """The first SHOWN stories: the likest, then the newest of its topic, then of its section; none of them twice."""
    likest = sorted((row for row in rows if row[0] == 0), key=lambda row: (row[4], str(row[5]), row[6]), reverse=True)
    newest = [row for place in (1, 2) for row in rows if row[0] == place]
    chosen = {}
    for _, key, article, language, *_ in (*likest, *newest):
        if article != edition.article_id and _base(language) == _base(edition.language):
            chosen.setdefault(article, key)
    return list(chosen.values())[:SHOWN]


def _base(language):
    return language.partition("-")[0].lower()
