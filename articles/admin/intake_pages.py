"""Newer imported text that waits beside an edited story, and the bytes an import brought in."""

from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from articles import editing, intake, permissions
from articles.models import Article, ImportRecord

from .gate import of_story, only
from .snapshots import LABELS, changes

DECISIONS = {
    "take": (intake.accept, "The new text is in. The version before it is kept in the history."),
    "merge": (intake.merge, "Both are in: our changes and theirs. The version before is kept in the history."),
    "keep": (intake.decline, "Kept ours. The new text is not offered again."),
}


@only(permissions.may_decide)
@of_story(permissions.may_edit)
@require_http_methods(["GET", "HEAD", "POST"])
def incoming(request, pk, record):
    """GET compares, POST takes the new text, merges both or keeps ours."""
    waiting = get_object_or_404(_records(pk).waiting(), pk=record)
    if request.method == "POST":
        return _decide(request, waiting)
    article = waiting.article
    told = {"opts": Article._meta, "original": article, "record": waiting, "title": "New text is waiting"}
    compared = changes(editing.snapshot(article), waiting.pending)
    merged = intake.both(waiting)
    told |= {"changes": compared, "meeting": [LABELS[name] for name in merged.meeting]}
    told["together"] = changes(editing.snapshot(article), merged.fields) if not merged.meeting else ()
    return render(request, "desk/incoming.html", {**site.each_context(request), **told})


def _decide(request, record):
    back = reverse("admin:articles_article_change", args=[record.article_id])
    decide, said = DECISIONS.get(request.POST.get("decision"), (None, ""))
    if decide is None or request.POST.get("seen") != record.pending.get("sha256", ""):
        messages.warning(request, "Another text has come in since. Look at it before you decide.")
        return HttpResponseRedirect(request.path)
    try:
        decided = decide(record, by=request.user)
        messages.success(request, said)
        for edition in decided.called_off if decided else ():
            told = f"The schedule of edition {edition.number} was taken back: it opened before the embargo ends."
            messages.warning(request, told)
    except editing.Refused as refused:
        messages.warning(request, str(refused))
    return HttpResponseRedirect(back)


@only(permissions.may_see_original)
@of_story(permissions.may_see)
@require_http_methods(["GET", "HEAD"])
def original(request, pk, record):
    """The bytes as they arrived: always a download, never shown, whatever they say they are."""
    found = get_object_or_404(_records(pk), pk=record)
    name = "".join(c if c.isalnum() or c in "-_." else "-" for c in found.path.rsplit("/", 1)[-1])[-80:]
    return HttpResponse(
        intake.original_bytes(found.original),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": f'attachment; filename="{name.encode("ascii", "ignore").decode() or "original"}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


def _records(pk):
    return ImportRecord.objects.filter(article=pk).select_related("article", "original", "source")
