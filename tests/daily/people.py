"""A paper with the digest on, stories of the day, and people who get it."""

from datetime import timedelta
from itertools import count

from django.core import mail
from django.utils import timezone

from articles import subscribing
from articles.models import Paper, Subscriber
from tests.factories import make_edition
from tests.letterbox.forms import stamp_of_age

_number = count(1)


def offer(**fields):
    return Paper.objects.create(digest_is_on=True, **fields)


def subscriber(email="", **fields):
    """Somebody who has confirmed."""
    found, _ = subscribing.ask(email or f"reader{next(_number)}@example.org")
    subscribing.confirm(found)
    Subscriber.objects.filter(pk=found.pk).update(**fields)
    return Subscriber.objects.get(pk=found.pk)


def story(headline="Port Merrow votes to buy its ferry", *, hours=2, **fields):
    return make_edition(headline=headline, ago=timedelta(hours=hours), **fields)


def asked(client, email, **fields):
    """What the page answers to somebody who fills in the form; each comes from an address of their own."""
    data = {"email": email, "stamp": stamp_of_age(purpose="digest"), "homepage": "", **fields}
    return client.post("/digest/", data, REMOTE_ADDR=f"198.51.100.{next(_number) % 250}")


def link_in(message, name):
    """The path of the link to confirm or to leave."""
    return next(line for line in message.body.split() if f"/digest/{name}/" in line).partition("8000")[2]


def mails_to(email):
    return [message for message in mail.outbox if message.to == [email]]


def later(monkeypatch, **span):
    """Let time pass."""
    now = timezone.now() + timedelta(**span)
    monkeypatch.setattr(timezone, "now", lambda: now)
