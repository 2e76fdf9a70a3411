"""Pages for machines: what crawlers may read, whether the server lives, whether it can answer readers."""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import freshness, imprint
from articles.models import Section
from articles.text import crawlers

PLAIN = "text/plain; charset=utf-8"


@require_safe
def robots(request):
    paper = imprint.current()
    text = crawlers.robots(settings.SITE_URL, training=paper.train_ai, answering=paper.answer_with_ai)
    return freshness.answer(request, lambda: text, etag=freshness.etag(text), seconds=None, content_type=PLAIN)


@never_cache
@require_safe
def alive(request):
    return HttpResponse("alive\n", content_type=PLAIN)


@never_cache
@require_safe
def ready(request):
    """503 until the database answers and has our tables."""
    try:
        Section.objects.exists()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", status=503, content_type=PLAIN)
    return HttpResponse("ready\n", content_type=PLAIN)
