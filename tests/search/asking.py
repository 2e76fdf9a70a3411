"""Asks the search what it finds, in a line."""

from django.conf import settings
from django.utils import timezone

from articles import search
from articles.models import Edition
from articles.text import questions


def found(typed, *, moment=None, newest=False, **narrowed):
    """The headlines that are found, in order."""
    findings = ask(typed, moment=moment, newest=newest, **narrowed)
    editions = Edition.objects.in_bulk(findings.editions)
    return [editions[key].headline for key in findings.editions]


def ask(typed, *, moment=None, newest=False, **narrowed):
    question = questions.read(typed, settings.LANGUAGE_CODE)
    return search.find(question, search.Narrowed(**narrowed), moment=moment or timezone.now(), by_time=newest)
