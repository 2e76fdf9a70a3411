"""The status of a story in words: how far it is, where it stands with readers, and what may be done about it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from articles import permissions, publishing
from articles.models import Article

from . import told


@dataclass(frozen=True)
class Act:
    """A page that hangs on the story."""

    label: str
    url: str
    grave: bool = False
    icon: str = ""


def context(user, article):
    """What panels/status.html shows."""
    now = timezone.now()
    standing = publishing.standing(article, at=now)
    spiked = article.stage == Article.Stage.SPIKED
    may_publish = permissions.may_publish(user, article) and not article.binned_at
    return {
        "standing": standing,
        "words": words(article, standing, now),
        "moves": permissions.moves(user, article),
        "may_publish": may_publish and not spiked and not standing.killed,
        "may_correct": bool(standing.live) and not spiked and permissions.may_correct(user, article),
        "may_replace": may_publish and standing.next is not None,
        "may_spike": may_spike(user, article, standing),
        "may_bin": may_bin(user, article, standing),
        "may_unbin": article.binned_at is not None and permissions.may_bin(user, article),
        "acts": _acts(user, article, standing),
        "looks": _looks(user, article, standing),
        "tools": tools(article),
        "site_url": settings.SITE_URL,
        "now": now,
    }


def words(article, standing, now):
    """Sentences by what they are about; the template leaves out those that are not there."""
    live, coming, killed = standing.live, standing.next, standing.killed
    verb = "A new edition goes live" if live else "Goes live"
    return {
        "live": f"Live since {told.moment(live.published_at, now)}." if live else "",
        "scheduled": f"{told.sentence(coming.live_from, now, verb)}." if coming else "",
        "leaves": f"{told.sentence(standing.until, now, 'Leaves the site')}." if standing.until else "",
        "killed": f"Killed {told.moment(killed.at, now)}, by {killed.by_name}." if killed else "",
        "embargo": _embargo(article, now),
        "binned": f"In the bin since {told.moment(article.binned_at, now)}." if article.binned_at else "",
    }


def _embargo(article, now):
    if article.embargo_until is None or article.embargo_until <= now:
        return ""
    return f"{told.sentence(article.embargo_until, now, 'Embargo ends')}. It cannot be published before."


def may_spike(user, article, standing):
    """Whether the button is offered: not for what readers see or will see."""
    spike = any(move.name == "spike" for move in permissions.moves(user, article))
    return spike and not standing.live and not standing.next and not standing.killed


def may_bin(user, article, standing):
    """Whether the button is offered: only for what never had an edition, not even one that was called off."""
    free = article.binned_at is None and not standing.ever and not standing.next
    return free and permissions.may_bin(user, article) and not article.editions.exists()


def _acts(user, article, standing):
    """What changes what readers get, for those who may."""
    with_readers = bool(standing.live or standing.next)
    revivable = standing.killed is not None
    offered = [
        ("Change or cancel the schedule…", "publish", bool(standing.next) and permissions.may_publish(user, article)),
        ("Set when it leaves the site…", "end", with_readers and permissions.may_publish(user, article)),
        ("Take it off the site…", "unpublish", with_readers and permissions.may_withdraw(user, article)),
        ("Kill…", "kill", standing.ever and not revivable and permissions.may_kill(user, article)),
        ("Bring it back…", "revive", revivable and permissions.may_revive(user, article)),
    ]
    return [Act(label, address(name, article), name == "kill") for label, name, may in offered if may]


def _looks(user, article, standing):
    """Pages that only show. A link to a killed story opens nothing."""
    offered = [
        ("Preview links", "links", permissions.may_share(user, article) and not standing.killed),
        ("Where it shows", "where", True),
        ("Old addresses", "old_addresses", permissions.may_publish(user, article)),
    ]
    return [Act(label, address(name, article)) for label, name, may in offered if may]


def tools(article):
    """What stands above a story, with an icon each."""
    offered = [("Compare", "compare", "git-compare"), ("History", "history", "history")]
    return [Act(label, address(name, article), icon=f"desk/icons/{icon}.svg") for label, name, icon in offered]


def address(name, article):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])
