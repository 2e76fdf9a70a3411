"""Texts that the paper keeps for machines at addresses everybody knows; one that it does not keep is not found."""

from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness, imprint
from articles.text import well_known

from .machines import PLAIN


@require_safe
def trust(request):
    paper = imprint.current()
    said = "yes" if paper.train_ai else "no"
    told = f"datatrainingallowed={said}" if "datatrainingallowed=" not in paper.trust_txt else ""
    return _answer(request, paper.trust_txt and "\n".join(filter(None, (paper.trust_txt.strip(), told))))


@require_safe
def security(request):
    text = imprint.current().security_txt
    return _answer(request, "" if well_known.expired(text, freshness.moment(request)) else text)


@require_safe
def ads(request):
    return _answer(request, imprint.current().ads_txt)


def _answer(request, text):
    if not text:
        raise Http404
    text = "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
    return freshness.answer(request, lambda: text, etag=freshness.etag(text), seconds=None, content_type=PLAIN)
