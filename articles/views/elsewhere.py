"""Where readers see nothing now: an address leads on, says that its story was withdrawn, or is not found."""

from articles import freshness
from articles.models import Edition, Withdrawal

from . import chrome
from .answering import page


def forward(request, path, to):
    """A redirect to where the story that left `path` stands now, `to(edition)`; None if readers have it nowhere."""
    found = Edition.objects.forwarding(path, freshness.moment(request)).only("path").first()
    return freshness.moved(to(found), chrome.load(request).seconds) if found else None


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
