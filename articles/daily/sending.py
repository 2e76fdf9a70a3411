"""The way of an issue to its subscribers, each once: whatever runs at the same time, and whatever stops in the middle.

A sending is claimed by an UPDATE that only one process can make, sent, and marked. What dies in between leaves a claim,
which is free for others after LEASE, longer than any mail takes. A mail server may then get the same mail a second
time, if what died had handed it over and not noted so; it has the same Message-ID.
"""

import time
from dataclasses import dataclass, field
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPServerDisconnected

from django.core.mail import get_connection
from django.db.models import Count, F
from django.utils import timezone

from articles import subscribing
from articles.models import Issue, Sending

from . import letters

LEASE = timedelta(minutes=2)
TRIES, POLL = 5, 2.0  # of an address that is not taken for now; seconds between looks at what others have claimed
State = Sending.State


class Stopped(Exception):
    """Nothing can be sent now, to anybody; the rest waits for the next run."""


@dataclass
class Report:
    """What one run did. `problems`: what mail servers said, for each address that was not reached."""

    sent: int = 0
    failed: int = 0
    put_off: int = 0
    problems: list = field(default_factory=list)


def send(issue, *, batch=50, rate=0, heard=lambda: None, sleep=time.sleep):
    """Send the issue to everybody who has not got it, and return a Report. `rate`: mails a minute at most, 0 for any.

    What another process has claimed is waited for, and taken if that does not come back. Raises Stopped where the
    server refuses us, not an address.
    """
    report, pause = Report(), lambda: sleep(60 / rate if rate else 0)
    try:
        _through(issue, _free, batch, report, heard, pause)
        while issue.sendings.filter(state=State.CLAIMED).exists():
            sleep(POLL)
            _through(issue, _forgotten, batch, report, heard, pause)
    finally:
        _count(issue)
    return report


def _through(issue, rows, batch, report, heard, pause):
    """Once over the sendings of `rows(issue)`. A batch is one connection, and one reading of the paper: what is
    withdrawn meanwhile is in no later mail.
    """
    last = 0
    while keys := list(rows(issue).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:batch]):
        letter = letters.compose(issue, timezone.now())
        if letter is None:
            raise Stopped("Readers have none of the stories of this digest any more, so it goes to nobody else.")
        with _connected() as connection:
            for key in keys:
                _send_one(connection, letter, key, report)
                heard()
                pause()
        last = keys[-1]


def _free(issue):
    return issue.sendings.free(timezone.now() - LEASE)


def _forgotten(issue):
    return _free(issue).filter(state=State.CLAIMED)


def _connected():
    connection = get_connection()
    try:
        connection.open()
    except (SMTPException, OSError) as error:
        raise Stopped(f"The mail server does not answer: {error}. Look at EMAIL_URL, then run it again.") from error
    return connection


def _send_one(connection, letter, key, report):
    sending = _claimed(key)
    if sending is None:
        return
    subscriber = sending.subscriber
    try:
        _hand_over(connection, letter.to(subscriber))
    except SMTPRecipientsRefused as error:
        code, said = _worst(error.recipients.values())
        if code >= 500:
            subscribing.refused(subscriber, said)
        _not_sent(sending, said, for_good=code >= 500, report=report)
    except SMTPDataError as error:
        _not_sent(sending, _told(error.smtp_code, error.smtp_error), for_good=error.smtp_code >= 500, report=report)
    except (SMTPException, OSError) as error:
        _mark(sending, state=State.WAITING)
        raise Stopped(f"The mail server stopped taking mail: {error}. What is left waits; run it again.") from error
    else:
        _mark(sending, state=State.SENT)
        subscribing.reached(subscriber)
        report.sent += 1


def _claimed(key):
    """The sending, if this process has it now; None if another has, or the subscriber has left."""
    now = timezone.now()
    if not Sending.objects.free(now - LEASE).filter(pk=key).update(state=State.CLAIMED, claimed_at=now):
        return None
    return Sending.objects.select_related("subscriber").filter(pk=key).first()


def _hand_over(connection, mail):
    """A server may end a connection after so many mails: then the next one begins another."""
    try:
        connection.send_messages([mail])
    except SMTPServerDisconnected:
        connection.close()
        connection.open()
        connection.send_messages([mail])


def _not_sent(sending, said, *, for_good, report):
    gives_up = for_good or sending.tries + 1 >= TRIES
    _mark(sending, state=State.FAILED if gives_up else State.WAITING, tries=F("tries") + 1, said=said[:300])
    report.failed += gives_up
    report.put_off += not gives_up
    report.problems.append((sending.subscriber.email, said))


def _mark(sending, **fields):
    """Only while the claim is ours: one that was taken over is somebody else's to mark."""
    Sending.objects.filter(pk=sending.pk, state=State.CLAIMED, claimed_at=sending.claimed_at).update(**fields)


def _worst(answers):
    code, said = max(answers)
    return code, _told(code, said)


def _told(code, said):
    return f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"


def _count(issue):
    """Keep the numbers with the issue: subscribers who leave take their own rows along."""
    counted = dict(issue.sendings.order_by().values_list("state").annotate(Count("pk")))
    is_open = counted.get(State.WAITING, 0) + counted.get(State.CLAIMED, 0)
    numbers = {"sent": counted.get(State.SENT, 0), "failed": counted.get(State.FAILED, 0)}
    Issue.objects.filter(pk=issue.pk).update(**numbers, finished_at=None if is_open else timezone.now())
