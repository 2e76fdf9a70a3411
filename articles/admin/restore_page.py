"""Bringing an earlier version back: what would change is shown first, and saved as a new version on top."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from articles import editing, permissions, restoring

from . import asking
from .gate import of_story
from .snapshots import LABELS, changes


@of_story(permissions.may_edit)
@require_http_methods(["GET", "HEAD", "POST"])
def restore(request, pk, version):
    article = asking.story(pk)
    revision = get_object_or_404(article.revisions.select_related("created_by"), version=version)
    if request.method != "POST":
        return _ask(request, article, revision)
    try:
        _restore(request, article, revision)
    except editing.Refused as refused:
        return _ask(request, asking.story(pk), revision, refused=refused, status=409)
    messages.success(
        request, f"Version {version} is back, as version {article.version}. Readers see it once published."
    )
    for edition in article.called_off:
        told = f"The schedule of edition {edition.number} was taken back: it opened before the embargo ends."
        messages.warning(request, told)
    return asking.back(article)


def _restore(request, article, revision):
    locked = _locked(request.user, article, revision)
    base = asking.version(request, "base")
    if base == article.version and not _changes(article, revision, locked):
        raise editing.Refused("The story says this already; there is nothing to restore.", code="unchanged")
    restoring.restore(article, revision, by=request.user, base_version=base, locked=locked)


def _ask(request, article, revision, *, refused=None, status=200):
    locked = _locked(request.user, article, revision)
    told = _changes(article, revision, locked)
    return asking.page(
        request,
        article,
        "desk/restore.html",
        status=status,
        title=f"Restore version {revision.version}",
        refused=refused,
        revision=revision,
        changes=told,
        count=sum(change.count for change in told),
        sides=True,
        kept=[_label(article, name) for name in restoring.changed_locked_fields(article, revision, locked)],
        left=[_label(article, name) for name in restoring.LEFT],
    )


def _locked(user, article, revision):
    """What stays as it is: what they may not change, and the section, unless they work in the version's."""
    locked = permissions.locked_fields(user, article)
    return locked if permissions.may_file_under(user, revision.data["section"]) else locked | {"section"}


def _changes(article, revision, locked):
    return changes(editing.snapshot(article), restoring.outcome(article, revision, locked=locked))


def _label(article, name):
    return LABELS.get(name) or article._meta.get_field(name).verbose_name.capitalize()
