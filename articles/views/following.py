"""The feeds, for people: what can be followed, and in which forms."""

from django.db.models import Subquery
from django.views.decorators.http import require_safe

from articles.models import Author, Edition, Tag

from . import chrome
from .answering import page

RECENT = 60  # the newest stories: their topics and authors are named, the others have their feeds on their pages


@require_safe
def index(request):
    frame = chrome.load(request)
    newest = Subquery(Edition.objects.at(frame.now).newest_first().values("pk")[:RECENT])
    tags = list(Tag.objects.filter(edition_rows__edition__in=newest).distinct())
    authors = list(Author.objects.filter(edition_rows__edition__in=newest).distinct())
    told = [(one.name, one.slug) for one in (*tags, *authors)]
    return page(request, frame, "pages/feeds.html", {"tags": tags, "authors": authors}, of=(told,))
