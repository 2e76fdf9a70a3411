"""The reader's page of a story in a frame beside its form: GET as it is saved, POST as it is typed. Nothing is written.

It does not ask whether the form could be saved: an empty headline or half a date still has a page.
"""

from types import SimpleNamespace

from csp.utils import build_policy
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles import changes, editing, permissions, pictures, printing, proofs, related, search, translations
from articles.models import Article, Edition, EditionTag, Rendition, Tag

from .gate import of_story

LINES = ("kicker", "headline", "standfirst", "dateline", "source_line", "rights")  # shown as typed, right or wrong
PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"}


@of_story(permissions.may_see)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, pk):
    article = get_object_or_404(Article.objects.select_related("section"), pk=pk)
    if request.method != "POST":
        return _page(article, editing.snapshot(article))
    if not permissions.may_edit(request.user, article):
        raise PermissionDenied
    return _page(article, _typed(request, article))


@of_story(permissions.may_see)
@require_safe
def picture(request, pk, name):
    """A size of any picture in the library: the one that is chosen in the form need not be saved."""
    if not permissions.may_see_picture(request.user):
        raise PermissionDenied
    rendition = get_object_or_404(Rendition, name=name)
    place = pictures.path(rendition.name)
    if not default_storage.exists(place):
        raise Http404("The picture's file is missing.")
    return FileResponse(
        default_storage.open(place),
        content_type=f"image/{rendition.format}",
        headers={**PRIVATE, "Content-Security-Policy": "default-src 'none'; sandbox"},
    )


def _typed(request, article):
    """What was posted as a snapshot; what cannot be read at all stands in it as it was."""
    form = site.get_model_admin(Article).get_form(request, article, change=True)(request.POST, instance=article)
    form.is_valid()
    names = form.cleaned_data.get("tags")
    tags = None if names is None else [SimpleNamespace(name=name) for name in names]
    wrong = {name: _line(form[name].value()) for name in LINES if name in form.errors}
    return form.typed(form.bylines.pairs(), tags) | wrong


def _line(value):
    return (value or "").replace("\0", "").replace("\r\n", "\n")


def _page(article, data):
    now = timezone.now()
    edition = proofs.proof(
        article, data, pictures_at=f"{reverse('admin:articles_article_preview', args=[article.pk])}pictures/"
    )
    edition.has_past = Edition.objects.still_told(now).filter(article=article).exists()
    told = {
        "story": edition,
        "related": _beside(edition, now),
        "changes_path": edition.changes_path if changes.are_shown(edition) else "",
        "page_direction": edition.direction,
        "translations": translations.of(edition),
        "framed": True,
    }
    page = printing.render("pages/preview.html", printing.chrome_at(now), told, language=edition.language)
    return HttpResponse(page, headers={**PRIVATE, **_framed()})


def _beside(edition, now):
    """What would stand beside it if it were published now; a tag that is new has no other story."""
    tags = list(Tag.objects.filter(slug__in=[tag["slug"] for tag in edition.tags]).order_by("name"))
    shared = EditionTag.objects.at(now).filter(tag__in=tags).exclude(edition__article=edition.article)
    tag = shared.order_by("tag__name").values_list("tag", flat=True).first()
    alike = search.like_proof(edition, tags=[tag.pk for tag in tags], moment=now)
    return related.of_proof(edition, now, alike=alike, tag=tag)


def _framed():
    """The reader's strict policy, but for one thing: the desk may show this page in a frame."""
    policy = build_policy(replace={"frame-ancestors": ["'self'"]})
    return {"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN"}
