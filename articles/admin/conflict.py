"""Somebody saved while another was writing: both are put together, and what both changed is asked.

Nothing typed is lost: it stands in the fields until it is saved, whatever is chosen and whatever else is wrong.
"""

from copy import copy
from functools import cached_property
from types import SimpleNamespace

from django.contrib.admin.helpers import AdminErrorList

from articles import editing, record

from . import questions
from .article_form import BASE, MERGED, ON_TOP_OF
from .as_posted import posted
from .merge import Merge
from .snapshots import changes

AGAINST, ANSWER = "_against", "_answer-"


def of(form):
    """What to show of a stale form; None of any other."""
    if not form.is_stale:
        return None
    opened = form.current.revisions.filter(version=form.base_version).first()
    if opened is None:
        return Unmergeable(form)
    merge = Merge(opened.data, mine(form), editing.snapshot(form.current), _answers(form.data))
    return (Together if _is_alone(form) and not merge.questions else Asked)(form, merge)


def context(adminform):
    """What the story's page needs to know; the form with both texts takes the place of the stale one."""
    overtaken = of(adminform.form)
    if isinstance(overtaken, Together):
        adminform.form = overtaken.shown
        return {"overtaken": overtaken, "errors": AdminErrorList(overtaken.shown, ())}
    return {"overtaken": overtaken}


def settled(form):
    """The POST that saves both together: everything asked about this very version is answered. Else None."""
    if AGAINST not in form.data or form.is_valid():
        return None
    overtaken = of(form)
    return overtaken.together() if isinstance(overtaken, Asked) and overtaken.is_answered else None


def mine(form):
    """What was typed, as a snapshot; what did not validate stands in it as it is."""
    names = form.cleaned_data.get("tags")
    tags = None if names is None else [SimpleNamespace(name=name) for name in names]
    return form.typed(form.bylines.pairs() if form.bylines.is_valid() else None, tags)


def who_saved(revision, user):
    """Whoever saved a version, as `user` is told: the beginning of a sentence."""
    if revision.created_by_id == user.pk:
        return "You, in another window,"
    return record.name_of(revision.created_by, "The command line or an import")


class Overtaken:
    """A stale form beside the story as it is now."""

    status = 409

    def __init__(self, form):
        self.form, self.version = form, form.current.version
        self.revision = form.current.revisions.select_related("created_by").first()

    @property
    def is_alone(self):
        """Whether nothing else is wrong with the form."""
        return _is_alone(self.form)

    @property
    def who(self):
        return who_saved(self.revision, self.form.user)


class Unmergeable(Overtaken):
    """The version that was opened is not known: the two texts are laid over each other, and one of them stays."""

    template = "desk/overtaken.html"

    @cached_property
    def changes(self):
        return changes(editing.snapshot(self.form.current), mine(self.form))


class Merging(Overtaken):
    def __init__(self, form, merge):
        super().__init__(form)
        self.merge = merge

    @cached_property
    def changes(self):
        """What theirs brings into what was typed, without being asked."""
        return changes(self.merge.mine, self.merge.unasked)

    @property
    def count(self):
        return sum(change.count for change in self.changes)

    def together(self):
        """The POST with both in it, on top of their version."""
        data = posted(self.form, self.merge)
        for name in [name for name in data if name in (AGAINST, ON_TOP_OF) or name.startswith(ANSWER)]:
            del data[name]
        data[BASE] = str(self.version)
        data[MERGED] = " ".join(map(str, [*self.form.merged_with, self.version]))
        return data


class Together(Merging):
    """Nothing to ask: the fields hold both, to be looked at and saved."""

    template = "desk/overtaken_together.html"

    @cached_property
    def shown(self):
        """The form to show in place of the stale one."""
        form = type(self.form)(self.together(), instance=copy(self.form.current))
        form.is_valid()
        return form


class Asked(Merging):
    """Somebody has to choose, or to put something right first: the fields hold what was typed."""

    template = "desk/overtaken_asked.html"

    @property
    def is_answered(self):
        return self.is_alone and self.merge.is_settled and self.was_asked

    @property
    def was_asked(self):
        """Whether what was sent answers this page: about this version, and none that came after."""
        return self.form.data.get(AGAINST) == str(self.version)

    @cached_property
    def questions(self):
        return [questions.told(question) for question in self.merge.questions]

    @property
    def open(self):
        return sum(not question.chosen for question in self.merge.questions)


def _is_alone(form):
    return sum(map(len, form.errors.values())) == 1


def _answers(data):
    return {name.removeprefix(ANSWER): data[name] for name in data if name.startswith(ANSWER)}
