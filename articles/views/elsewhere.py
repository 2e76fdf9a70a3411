"""Where readers see nothing now: an address leads on, says that its story was withdrawn, or is not found."""

from copy import copy

from django.http import Http404
from django.urls import resolve

from articles import freshness
from articles.models import Edition, OldAddress, Withdrawal
from articles.text import old_addresses

from . import chrome
from .answering import page


def forward(request, path, to):
    """A redirect to where the story that left `path` stands now, `to(edition)`; None if readers have it nowhere."""
    found = Edition.objects.forwarding(path, freshness.moment(request)).only("path").first()
    return freshness.moved(to(found), chrome.load(request).seconds) if found else None


def of_old_address(request):
    """What answers where a story was on another site: a redirect to where it stands now, or its kill; None if readers
    have neither. One look tells what was never an address of another site, as almost all that is not found.
    """
    led = OldAddress.objects.led_from(old_addresses.asked(request.path_info, request.META.get("QUERY_STRING", "")))
    answers = (answer for path in led if (answer := _of_path(request, path)))
    answer = next(answers, None)
    return None if answer is None or _is_there_with_a_slash(request) else answer


def _of_path(request, path):
    now = freshness.moment(request)
    if found := OldAddress.objects.leading_on(path, now).first():
        return freshness.moved(found.leads_to, chrome.load(request).seconds)
    kill = Withdrawal.objects.told_of(path, now).first()
    return withdrawn(request, kill) if kill else None


def _is_there_with_a_slash(request):
    """Whether only the last slash of a page of ours was left out: Django adds it."""
    if request.path_info.endswith("/"):
        return False
    with_slash = copy(request)
    with_slash.path_info = f"{request.path_info}/"
    try:
        view, *told = resolve(with_slash.path_info)
        return bool(view(with_slash, *told[0], **told[1]))
    except Http404:
        return False


def kill_at(request, path):
    """The kill that readers of `path` are told of, None if its story was not killed or came back."""
    return Withdrawal.objects.told_at(path, freshness.moment(request)).first()


def withdrawn(request, kill):
    """410 with the public notice, and nothing of the story but the language that its readers read."""
    return page(
        request,
        chrome.load(request),
        "pages/410.html",
        {"kill": kill, "page_direction": kill.direction},
        of=(kill.digest,),
        language=kill.language,
        status=410,
    )
