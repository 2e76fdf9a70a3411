"""Somebody saved while another was writing: what each wrote, and the choices. Nothing typed is lost."""

from functools import cached_property
from types import SimpleNamespace

from articles import editing

from .snapshots import changes


class Overtaken:
    """A stale form beside the story as it is now. `changes` lead from what they saved to what was typed."""

    status = 409

    def __init__(self, form):
        self.form, self.version = form, form.current.version
        self.revision = form.current.revisions.select_related("created_by").first()
        self.opened = form.current.revisions.filter(version=form.base_version).first()

    @property
    def is_alone(self):
        """Whether nothing else is wrong with the form."""
        return sum(map(len, self.form.errors.values())) == 1

    @cached_property
    def changes(self):
        return changes(self._theirs, self._mine, self._remark)

    @cached_property
    def _theirs(self):
        return editing.snapshot(self.form.current)

    @cached_property
    def _mine(self):
        tags = [SimpleNamespace(name=name) for name in self.form.cleaned_data.get("tags", ())]
        return self.form.typed(self.form.bylines.pairs(), tags)

    def _remark(self, name):
        """Who changed a field since it was opened; silent where both did, as the two texts say it."""
        if self.opened is None:
            return ""
        before = self.opened.data.get(name)
        if before == self._mine[name]:
            return "You did not change this. Putting yours on top takes their change away."
        return "They did not change this." if before == self._theirs[name] else "Both of you changed this."
