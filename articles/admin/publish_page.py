"""Publishing now or later, with a correction or without, and taking a schedule back: GET asks, POST acts."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles import permissions, publishing, reports
from articles.models import Article, Report

from . import asking, correcting, moments, waiving, zones
from .gate import of_story
from .reports import answered
from .when import LATER, When

NOTE = 500


@of_story(permissions.may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request, pk):
    article = asking.story(pk)
    if request.method != "POST":
        return _ask(request, article, correction=correcting.first(request, article))
    when, correction = _when(request, article, request.POST), correcting.posted(request)
    if correction.is_asked and not permissions.may_correct(request.user, article):
        raise PermissionDenied
    told = {"when": when, "correction": correction}
    if wrong := [*when.errors, *correction.errors]:
        return _ask(request, article, wrong=wrong, status=409, **told)
    try:
        edition = publishing.publish(
            article,
            by=request.user,
            waive=waiving.reasons(request.POST),
            at=when.at,
            until=when.until,
            version=asking.version(request, "version"),
            correction=correction.put,
        )
    except publishing.Refused as refused:
        return _ask(request, article, refused=refused, status=409, **told)
    if correction.is_asked and (report := answered(request, article)):
        reports.handle(report, by=request.user, outcome=Report.Outcome.CORRECTED, note=report.note)
    messages.success(request, _said(edition, request.user, correction))
    return asking.back(article)


@of_story(permissions.may_publish)
@require_POST
def cancel(request, pk):
    """Take back the schedule that was on the page, and no other that somebody made meanwhile."""
    article, note = asking.story(pk), asking.typed(request, "note", NOTE)
    seen = asking.version(request, "edition") if "edition" in request.POST else None
    try:
        scheduled = publishing.cancel(article, by=request.user, note=note, edition=seen)
    except publishing.Refused as refused:
        return _ask(request, article, refused=refused, note=note, status=409)
    said = f"Cancelled. Version {scheduled.version} does not go live."
    if until := publishing.standing(article).until:
        said += f" What readers have {zones.tell(until, request.user, 'leaves the site')}"
    messages.success(request, said)
    return asking.back(article)


@of_story(permissions.may_publish)
@require_safe
def moment(request, pk):
    """A piece of the page: what a moment means while it is typed, or what is wrong with it."""
    name = "until" if request.GET.get("of") == "until" else "at"
    data = {f"{name}-{part}": request.GET.get(part, "") for part in moments.PARTS}
    data |= {"when": LATER, "zone": request.GET.get("zone", "")}
    when = _when(request, asking.story(pk), data)
    typed, told = (when.closing, when.closes) if name == "until" else (when.opening, when.opens)
    return render(request, "desk/when_answer.html", {"typed": typed, "told": told, "errors": when.errors})


def _ask(request, article, *, when=None, correction=None, refused=None, wrong=(), note="", status=200):
    article.refresh_from_db()
    standing = publishing.standing(article)
    when = when or _first(request, article, standing, correction)
    findings, reasons = publishing.read(article), waiving.reasons(request.POST)
    may_correct = permissions.may_correct(request.user, article)
    return asking.page(
        request,
        article,
        "desk/publish.html",
        status=status,
        title="Publish",
        groups=waiving.grouped(findings, reasons),
        blocking=waiving.blocking(findings, reasons),
        refused=refused,
        wrong=wrong,
        stopped=_stopped(article, standing),
        version=_agreed(request, article, refused),
        when=when,
        correction=correction or correcting.Correcting(),
        kinds=correcting.KINDS if may_correct else (),
        corrections=article.corrections.order_by("number"),
        report=answered(request, article),
        planned=_planned(standing, request.user),
        note=note,
        path=publishing.path_of(article),
        bylines=article.bylines.select_related("author"),
    )


def _first(request, article, standing, correction):
    """What replaces a schedule keeps its moment until somebody says otherwise; a correction goes out at once."""
    corrects = correction is not None and correction.is_open
    opens = standing.next.live_from if standing.next and not corrects else None
    return When.first(user=request.user, article=article, planned=standing.until, opens=opens)


def _stopped(article, standing):
    """Why this story cannot be published as it stands, whatever is answered; empty if it can."""
    if standing.killed:
        return "This story was killed. It cannot be published until a managing editor brings it back."
    if article.binned_at:
        return "This story is in the bin. Take it out before you publish it."
    if article.stage == Article.Stage.SPIKED:
        return "This story is spiked. Move it back to draft before you publish it."
    return ""


def _when(request, article, data):
    return When(data, user=request.user, article=article, planned=publishing.standing(article).until)


def _planned(standing, user):
    """What is scheduled and what ends, in words."""
    return {
        "opens": standing.next and zones.tell(standing.next.live_from, user),
        "ends": standing.until and zones.tell(standing.until, user, "leaves the site"),
    }


def _agreed(request, article, refused):
    """The version that is agreed to by pressing the button: once shown it stays, until somebody is told of another."""
    posted = request.POST.get("version")
    return article.version if posted is None or (refused and refused.code == "moved-on") else posted


def _said(edition, user, correction):
    if edition.live_from > timezone.now():
        said = f"Scheduled. Version {edition.version} {zones.tell(edition.live_from, user)}"
    else:
        link = format_html('<a href="{}{}">View on site</a>', settings.SITE_URL, edition.path)
        how = "Published with the correction" if correction.is_asked else "Published"
        said = format_html("{}. Readers have version {} now. {}", how, edition.version, link)
    ends = f" It {zones.tell(edition.live_until, user, 'leaves the site')}" if edition.live_until else ""
    return format_html("{}{}", said, ends)
