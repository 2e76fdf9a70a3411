"""The dashboard: what is mine, what waits, what is wrong, what goes out. Each a short, limited query."""

from django.utils import timezone

from articles import permissions
from articles.models import Article, Delivery, Edition, ImportRecord, Report
from articles.models.delivery import Outcome
from articles.text.findings import Level

from . import for_you, going_out

ROWS, LATEST = 6, 60


def cards(user):
    """The dashboard's lists, as far as `user` may see what is in them."""
    if not permissions.may_see(user):
        return {"now": timezone.now()}
    seen = Article.objects.filter(permissions.stories_seen_by(user))
    return {
        "now": timezone.now(),
        **_stories(user, seen),
        "told": for_you.rows(user, seen, ROWS),
        **going_out.rows(seen, ROWS),
        **(_reported(user) if permissions.may_see_reports(user) else {}),
        **(_intake(seen) if user.has_perm("articles.view_importrecord") else {}),
    }


def _stories(user, seen):
    stories = seen.on_the_desk().select_related("section", "changed_by").defer("body", "ednote")
    review = stories.filter(stage=Article.Stage.REVIEW)
    live = Edition.objects.live().filter(article__in=seen.order_by().values("pk"))
    return {
        "mine": stories.assigned_to(user).order_by("due", "-changed_at")[:ROWS],
        "waiting": review.exclude(assignee=user).order_by("priority", "-changed_at")[:ROWS],
        "needing": _needing(stories),
        "published": live.for_cards().newest_first().filter(published_at__gte=_midnight())[:ROWS],
    }


def _needing(stories):
    """(story, its first error) of the stories that the copy desk would not let out, the last changed first."""
    blocked = stories.filter(errors__gt=0)[:ROWS]
    return [(story, next(f for f in story.findings if f["level"] == Level.ERROR)) for story in blocked]


def _intake(seen):
    deliveries = Delivery.objects.select_related("source")[:LATEST]
    waiting = ImportRecord.objects.waiting().filter(article__in=seen.order_by().values("pk"))
    return {
        "pending": waiting.select_related("source", "article")[:ROWS],
        "problems": [told for told in map(_told, deliveries) if told[1]][:ROWS],
    }


def _reported(user):
    """The newest reports that wait, and how many there are in all."""
    waiting = Report.objects.filter(permissions.reports_seen_by(user)).waiting()
    return {"reported": {"rows": waiting.select_related("article").order_by("-at")[:ROWS], "number": waiting.count()}}


def _told(delivery):
    """(delivery, "2 failed, 1 conflict")."""
    counts = ((outcome, delivery.counts.get(outcome)) for outcome in (Outcome.FAILED, Outcome.CONFLICT))
    return delivery, ", ".join(f"{number} {outcome.label.lower()}" for outcome, number in counts if number)


def _midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
