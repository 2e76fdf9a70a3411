"""Which rows of each table go along: all of them, or those of the selected stories and what these point to.

Read off the foreign keys: a row that leads to a story goes with it; what such rows point to goes along; what belongs to
that (its key says CASCADE: a tag's aliases, a picture's sizes) goes along too. The rest of the newsroom stays.
"""

from collections import defaultdict

from django.db import models
from django.db.models import Exists, OuterRef, Q

from articles.models import Article, Edition, Likeness, Report

from .rows import columns, exported

CONFIDENTIAL = {Report}  # what readers told the desk, with who they are: it leaves with the whole newsroom alone
BETWEEN = {Likeness: ("edition__article", "other")}  # of two stories: it goes along if both of them do
AT_ONCE = 500  # keys in one question; SQLite takes no more than so many


class Whole:
    """Every row of every table."""

    def rows(self, model):
        yield from model._base_manager.order_by("pk").iterator(chunk_size=AT_ONCE)


class Selected:
    """The rows that go along with `stories`, a queryset of the desk's stories."""

    def __init__(self, stories):
        self._stories, self._keys = _with_originals(stories.order_by().values("pk")), defaultdict(set)
        for model in reversed(exported()):  # a table points to those before it
            self._note_what_these_point_to(model)

    def rows(self, model):
        for rows in self._asked(model):
            yield from rows.order_by("pk").iterator(chunk_size=AT_ONCE)

    def _asked(self, model):
        """One queryset, or one for every AT_ONCE keys; none of what stays in the house."""
        if model in CONFIDENTIAL:
            return
        if model in BETWEEN:
            yield model._base_manager.filter(**{f"{path}__in": self._stories for path in BETWEEN[model]})
        elif path := way_to_story(model):
            yield model._base_manager.filter(**{f"{path}__in": self._stories})
        elif owner := _owner(model):
            yield from _in_keys(model, owner.attname, self._keys[owner.related_model])
        else:
            yield from _in_keys(model, "pk", self._keys[model])

    def _note_what_these_point_to(self, model):
        for key in _keys(model):
            if way_to_story(key.related_model) or key is _owner(model):
                continue
            for rows in self._asked(model):
                self._keys[key.related_model] |= set(rows.order_by().values_list(key.attname, flat=True).distinct())
            self._keys[key.related_model].discard(None)


def _with_originals(stories):
    """The stories, and those that they are translations of, or were in an edition that readers had."""
    while True:
        had = Edition.objects.filter(article__in=stories, translation_of=OuterRef("pk"))
        originals = Article.objects.filter(Q(translations__in=stories) | Exists(had)).exclude(pk__in=stories)
        if not originals.exists():
            return stories
        stories = Article.objects.filter(Q(pk__in=stories) | Q(pk__in=originals.values("pk"))).values("pk")


def way_to_story(model):
    """The lookup from a row to its story: "pk" for stories themselves, "" if there is none."""
    if model is Article:
        return "pk"
    ways = {key.name: way_to_story(key.related_model) for key in _keys(model) if key.related_model is not model}
    found = min((name for name, way in ways.items() if way), key=lambda name: len(ways[name]), default=None)
    return "" if found is None else found if ways[found] == "pk" else f"{found}__{ways[found]}"


def _owner(model):
    """The key to the row this one belongs to, None if it stands for itself."""
    return next((key for key in _keys(model) if key.remote_field.on_delete is models.CASCADE), None)


def _keys(model):
    """Its keys to other tables of an export."""
    ours = set(exported())
    return [field for field in columns(model) if isinstance(field, models.ForeignKey) and field.related_model in ours]


def _in_keys(model, column, keys):
    keys = sorted(keys)
    for start in range(0, len(keys), AT_ONCE):
        yield model._base_manager.filter(**{f"{column}__in": keys[start : start + AT_ONCE]})
