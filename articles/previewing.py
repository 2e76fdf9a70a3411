"""Links by which people without an account read one story before readers do: made, revoked, counted.

Only a hash of a link's token is kept, so that nobody who reads the database can open one.
"""

import hashlib
import secrets
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from articles import editing, ledger, proofs, record
from articles.models import PreviewLink, Transition
from articles.text import parts
from articles.text.markup import sanitise

LONGEST = timedelta(days=30)
DAYS = (1, 2, 7, 30)


def make(article, *, by, days, label="", follows=False):
    """Make a link and return (link, token): the token is told once. `follows`: it shows the newest version always."""
    now, token = timezone.now(), secrets.token_urlsafe(32)
    revision = None if follows else article.revisions.get(version=article.version)
    link = PreviewLink.objects.create(
        article=article,
        revision=revision,
        hashed=_hash(token),
        label=label.strip()[:120],
        made_at=now,
        made_by=by,
        expires_at=now + min(timedelta(days=days), LONGEST),
    )
    what = "the newest version" if follows else f"version {article.version}"
    record.keep(article, Transition.Action.PREVIEWED, by=by, note=f"{link.label or 'Somebody'} can read {what}.")
    return link, token


def revoke(link, *, by):
    """End a link now; one that has ended stays as it is."""
    if PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record.keep(link.article, Transition.Action.REVOKED, by=by, note=link.label)


def opened(token, *, counted=True):
    """The link that a token opens now, or None; `counted` once for a page, not for the pictures on it.

    A link to a story that was killed, or lies in the bin, opens nothing.
    """
    link = PreviewLink.objects.select_related("article", "revision").filter(hashed=_hash(token)).first()
    now = timezone.now()
    if link is None or not link.is_open(now) or is_shut(link.article):
        return None
    if counted:
        PreviewLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1, opened_at=now)
    return link


def is_shut(article):
    """Whether no link to the story opens, whoever made it and until when."""
    return article.binned_at is not None or ledger.standing_kill(article) is not None


def pictures_of(link):
    """The keys of the pictures on the page that a link shows."""
    lead, body = link.article.lead_id, link.article.body
    if link.revision:
        lead, body = link.revision.data["lead"], link.revision.data["body"]
    return [*([lead] if lead else []), *parts.pictures_of(sanitise(body))]


def is_published(link):
    """Whether readers have the very version that the link shows."""
    version = link.revision.version if link.revision else link.article.version
    return link.article.editions.live().filter(version=version).exists()


def shown_by(link, *, pictures_at):
    """The proof that a link shows; its pictures are fetched under `pictures_at`."""
    data = link.revision.data if link.revision else editing.snapshot(link.article)
    return proofs.proof(link.article, data, pictures_at=pictures_at)


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()
