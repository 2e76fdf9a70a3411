"""Publishing: GET asks, POST acts. What is refused comes back with all that was typed."""

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from articles import permissions, publishing
from articles.models import Article
from articles.text.findings import Level

from .gate import of_story

WAIVE = "waive-"
GROUPS = (
    (Level.ERROR, "Fix or give a reason", "Publishing needs each of these fixed, or a reason on the record."),
    (Level.WARNING, "Worth a look", "You can publish with these."),
    (Level.HINT, "For your information", ""),
)


@of_story(permissions.may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request, pk):
    article = _story(pk)
    if request.method != "POST":
        return _ask(request, article)
    try:
        edition = publishing.publish(
            article, by=request.user, waive=_reasons(request), version=_version(request.POST.get("version"))
        )
    except publishing.Refused as refused:
        return _ask(request, article, refused=refused, status=409)
    link = format_html('<a href="{}{}">View on site</a>', settings.SITE_URL, edition.path)
    messages.success(request, format_html("Published. Readers have version {} now. {}", edition.version, link))
    return _back(article)


def _story(pk):
    return get_object_or_404(Article.objects.select_related("section", "lead"), pk=pk)


def _ask(request, article, *, refused=None, status=200):
    article.refresh_from_db()
    findings, reasons = publishing.read(article), _reasons(request)
    return _page(
        request,
        article,
        "desk/publish.html",
        status,
        title="Publish",
        groups=_grouped(findings, reasons),
        blocking=sum(
            finding.level == Level.ERROR and not reasons.get(finding.code, "").strip() for finding in findings
        ),
        refused=refused,
        path=publishing.path_of(article),
        bylines=article.bylines.select_related("author"),
    )


def _page(request, article, template, status, **context):
    told = {"opts": Article._meta, "original": article, "standing": publishing.standing(article)}
    return render(request, template, {**site.each_context(request), **told, **context}, status=status)


def _grouped(findings, reasons):
    """The findings by level; one reason field for a code, however often it was found."""
    groups = []
    for level, name, explained in GROUPS:
        codes = {}
        for finding in findings:
            if finding.level == level:
                codes.setdefault(finding.code, []).append(finding)
        rows = [{"code": code, "findings": found, "reason": reasons.get(code, "")} for code, found in codes.items()]
        groups.append({"level": level, "name": name, "explained": explained, "rows": rows})
    return [group for group in groups if group["rows"]]


def _reasons(request):
    posted = ((name.removeprefix(WAIVE), value) for name, value in request.POST.items() if name.startswith(WAIVE))
    return {_without_nul(code): _without_nul(reason)[:200] for code, reason in posted}


def _without_nul(text):
    """PostgreSQL keeps no NUL."""
    return text.replace("\0", "")


def _version(text):
    """The version that was on the page; 0, which no story has, if the page did not say."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _back(article):
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
