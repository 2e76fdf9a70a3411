"""What a day's digest holds, and for whom it is: decided once a day, in one transaction, by whoever comes first."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from articles import fronts
from articles.models import Edition, Issue, Sending, Subscriber

FIRST, OVERLAP, MOST = timedelta(days=1), timedelta(hours=1), 40
AT_ONCE = 500
State = Sending.State


def due(now):
    """The issue of the day of `now`: the one there is, or a new one; None where there is nothing to tell."""
    day = timezone.localdate(now)
    if issue := Issue.objects.filter(day=day).first():
        return issue
    stories = waiting_stories(now)
    if not stories:
        return None
    lead = fronts.lead_of(stories, now=now)
    told = {"stories": [story.article_id for story in stories], "subject": lead.headline, "made_at": now}
    with transaction.atomic():
        issue, is_new = Issue.objects.get_or_create(day=day, defaults={"since": _since(now), "until": now, **told})
        if is_new:
            _address(issue)
    return issue


def waiting_stories(now):
    """Live editions of the stories that appeared since the last issue, newest first.

    A story counts by when it appeared and is told once: what was published while the last issue was being made, and
    so was not in it, is in this one.
    """
    last = Issue.objects.first()
    found = Edition.objects.at(now).among(_since(now) - (OVERLAP if last else timedelta(0)), now)
    return list(found.exclude(article__in=last.stories if last else []).for_cards().newest_first()[:MOST])


def _since(now):
    last = Issue.objects.first()
    return last.until if last else now - FIRST


def _address(issue):
    """One sending for everybody who gets the digest; what is left of earlier issues is out of date."""
    late = Sending.objects.open().exclude(issue=issue)
    late.update(state=State.FAILED, said="The next day’s digest came first.")
    keys = Subscriber.objects.confirmed().order_by("pk").values_list("pk", flat=True)
    rows = (Sending(issue=issue, subscriber_id=key) for key in keys.iterator(chunk_size=AT_ONCE))
    Sending.objects.bulk_create(rows, batch_size=AT_ONCE)
