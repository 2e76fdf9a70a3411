"""The only writer of who gets the daily digest: an address asks, confirms, leaves, is erased, and is given up.

Nothing goes to an address before somebody who reads its mail has confirmed; one that nobody confirms is forgotten.
Whoever asks is answered alike, whether the address is new here or not: nobody learns who reads the paper.
"""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.models import Subscriber

UNCONFIRMED_FOR, PAUSE = timedelta(days=3), timedelta(hours=1)
REFUSALS = 3  # of one address by mail servers, on as many days, before it is given up


def ask(email):
    """Note that an address asks. Return (subscriber, token to confirm with), or None where it was written to just now.

    The token is "" for an address that gets the digest already.
    """
    forget()
    email, now = _tidy(email), timezone.now()
    subscriber, is_new = _found_or_made(email, now)
    if not is_new and subscriber.asked_at > now - PAUSE:
        return None
    token = "" if _gets_it(subscriber) else secrets.token_urlsafe(32)
    subscriber.asked_at, subscriber.confirming = now, _hash(token) if token else ""
    subscriber.save(update_fields=["asked_at", "confirming"])
    return subscriber, token


def not_written_to(subscriber):
    """The mail could not be sent: whoever tries again is not kept waiting."""
    Subscriber.objects.filter(pk=subscriber.pk).update(asked_at=subscriber.asked_at - PAUSE)


def to_confirm(token):
    """Whose address this token confirms, None if nobody's."""
    return Subscriber.objects.filter(confirming=_hash(token)).first()


def confirm(subscriber):
    """From now on the address gets the digest; one that had been given up begins anew. Confirmed once for all."""
    subscriber.confirmed_at = subscriber.confirmed_at or timezone.now()
    subscriber.refusals, subscriber.refused, subscriber.stopped_at = 0, "", None
    subscriber.save(update_fields=["confirmed_at", "refusals", "refused", "stopped_at"])


def leaving_token(subscriber):
    """What the links in this subscriber's mails leave with: worked out anew for each mail, and kept nowhere."""
    digest = salted_hmac("subscribing.leave", f"{subscriber.pk} {subscriber.email}", algorithm="sha256").digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def to_leave(token):
    return Subscriber.objects.filter(leaving=_hash(token)).first()


def erase(subscriber):
    """Delete the address and all that is known of it."""
    subscriber.delete()


def forget():
    """Delete the addresses that nobody has confirmed, and return how many those were."""
    deleted, _ = Subscriber.objects.unconfirmed_since(timezone.now() - UNCONFIRMED_FOR).delete()
    return deleted


def refused(subscriber, said):
    """A mail server refused the address for good; after REFUSALS in a row it gets nothing any more."""
    subscriber.refusals, subscriber.refused = subscriber.refusals + 1, said[:300]
    subscriber.stopped_at = timezone.now() if subscriber.refusals >= REFUSALS else None
    subscriber.save(update_fields=["refusals", "refused", "stopped_at"])


def reached(subscriber):
    """A mail server took the mail: earlier refusals do not count any more."""
    if subscriber.refusals:
        Subscriber.objects.filter(pk=subscriber.pk).update(refusals=0, refused="")


def _gets_it(subscriber):
    return subscriber.confirmed_at is not None and subscriber.stopped_at is None


def _found_or_made(email, now):
    """(subscriber, whether it is new)"""
    found = Subscriber.objects.filter(email__iexact=email)
    if subscriber := found.first():
        return subscriber, False
    try:
        with transaction.atomic():
            subscriber = Subscriber(email=email, asked_at=now, leaving=secrets.token_hex(32))
            subscriber.save(force_insert=True)
            subscriber.leaving = _hash(leaving_token(subscriber))
            subscriber.save(update_fields=["leaving"])
            return subscriber, True
    except IntegrityError:  # somebody else asked for the same address in the same moment
        return found.get(), False


def _tidy(email):
    """The part after the @ means the same in capitals."""
    name, _, host = email.strip().rpartition("@")
    return f"{name}@{host.lower()}"


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()
