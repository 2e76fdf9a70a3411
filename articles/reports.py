"""The only writer of what readers say is wrong: a report comes in, is told by mail, is dealt with, and grows quiet.

Who sent it is kept for as long as the desk may want to ask back, and KEPT after it was dealt with no longer.
"""

import logging
from datetime import timedelta
from functools import partial
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles import record
from articles.models import Report

log = logging.getLogger(__name__)
KEPT = timedelta(days=90)
OPEN = Report.Outcome.OPEN


@transaction.atomic
def receive(*, text, passage="", name="", email="", edition=None):
    """Keep what somebody says is wrong in `edition`, or in the paper as such, and tell the desk."""
    forget()
    report = Report.objects.create(
        article=edition.article if edition else None,
        edition=edition,
        text=text,
        passage=passage,
        name=name,
        email=email,
        at=timezone.now(),
    )
    transaction.on_commit(partial(_tell, report))
    return report


@transaction.atomic
def handle(report, *, by, outcome, note=""):
    """Say what became of a report; an open one waits for somebody again."""
    is_open = outcome == OPEN
    report.outcome, report.note = outcome, note.strip()
    report.handled_at = None if is_open else timezone.now()
    report.handled_by = None if is_open else by
    report.handled_by_name = "" if is_open else record.name_of(by)
    report.save(update_fields=["outcome", "note", "handled_at", "handled_by", "handled_by_name"])
    forget()


def forget():
    """Take out who sent what was dealt with long ago, and return how many reports that were."""
    return Report.objects.with_people_of(timezone.now() - KEPT).update(name="", email="")


def _tell(report):
    """A mail that cannot be sent is no reason to lose a report."""
    if not settings.DESK_EMAIL:
        return
    about = report.edition.headline if report.edition else settings.SITE_NAME
    address = f"{settings.SITE_URL}{reverse('admin:articles_report_change', args=[report.pk])}"
    quoted = f"> {report.passage}\n\n" if report.passage else ""
    try:
        send_mail(
            f"Error reported: {' '.join(about.split())}",
            f"{quoted}{report.text}\n\n{address}\n",
            from_email=None,
            recipient_list=[settings.DESK_EMAIL],
        )
    except (SMTPException, OSError) as error:
        log.warning("Report %s is kept, but the mail that tells of it was not sent: %s", report.pk, error)
