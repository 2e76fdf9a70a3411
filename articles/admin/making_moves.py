"""A named move made by somebody at the desk: asked for by a button, checked here, written by `editing`."""

from django.core.exceptions import PermissionDenied

from articles import editing, permissions


def make(move, article, *, by, note=""):
    """Make one of `stages.MOVES`. Raises editing.Refused, and PermissionDenied where `by` may not."""
    if article.stage not in move.before:
        stands = article.get_stage_display().lower()
        told = f"“{article.headline}” is {stands} by now, so “{move.label}” does not apply."
        raise editing.Refused(told, code="no-move")
    if not permissions.may_move(by, article, move):
        raise PermissionDenied
    editing.move(article, to=move.after, by=by, note=note)
