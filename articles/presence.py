"""Who has which story open at the moment. Rows are kept fresh while a page is open and mean nothing once stale."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from articles.models import Presence

HERE = timedelta(seconds=45)
GONE = timedelta(days=1)


def arrive(article, user, *, typed=False):
    """Note that `user` has the story open, and whether they have typed since they last said so."""
    now = timezone.now()
    fresh = {"seen_at": now, **({"typed_at": now} if typed else {})}
    Presence.objects.update_or_create(article=article, user=user, defaults=fresh)
    Presence.objects.filter(article=article, seen_at__lt=now - GONE).delete()


def leave(article, user):
    Presence.objects.filter(article=article, user=user).delete()


def others(article, user):
    """The others who have the story open, the last to type first."""
    here = Presence.objects.filter(article=article, seen_at__gte=timezone.now() - HERE).exclude(user=user)
    return here.select_related("user").order_by(F("typed_at").desc(nulls_last=True), "-seen_at")
