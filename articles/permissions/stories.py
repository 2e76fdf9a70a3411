"""What somebody may do with a story."""

from django.db.models import Q

from articles import stages
from articles.models import Article

from .reach import has, in_sections, is_own, own_stories, section_ids

Stage = Article.Stage
WRITERS_STAGES = (Stage.DRAFT, Stage.REVIEW)  # where a story is still with whoever writes it


def may_see(user, article=None):
    """Read a story on the desk, its history and its versions, whatever its stage."""
    if not (has(user, "view_article") or has(user, "change_article")):
        return False
    if article is None or is_own(user, article):
        return True
    return in_sections(user, article) and (article.binned_at is None or has(user, "edit_any_article"))


def may_begin(user):
    """Begin a story of one's own."""
    return has(user, "add_article")


def may_edit(user, article=None):
    """Change a story's text and filing. Writers change their own until it is marked ready."""
    if not has(user, "change_article"):
        return False
    if article is None:
        return True
    if article.binned_at:
        return False
    return may_edit_any(user, article) or (is_own(user, article) and article.stage in WRITERS_STAGES)


def may_edit_any(user, article=None):
    return on_any_story(user, article, "edit_any_article")


def may_move(user, article, move):
    """Make one of `stages.MOVES`."""
    if article.binned_at or article.stage not in move.before or not has(user, move.permission):
        return False
    if move.only_owners:
        return is_own(user, article)
    return may_edit_any(user, article) or (move.owners and is_own(user, article))


def moves(user, article):
    """The moves that this person may make with the story now; none with a killed one until it is brought back."""
    if article.stage == Stage.SPIKED and Article.objects.killed().filter(pk=article.pk).exists():
        return []
    return [move for move in stages.moves_from(article.stage) if may_move(user, article, move)]


def may_bin(user, article=None):
    """Put a draft into the bin, and take it out again."""
    if article is None:
        return has(user, "change_article")
    mine = is_own(user, article) and article.stage in WRITERS_STAGES
    return has(user, "change_article") and (may_edit_any(user, article) or mine)


def may_assign(user, article=None):
    """Say who has a story on their desk."""
    return has(user, "edit_any_article") and may_edit(user, article)


def may_publish(user, article=None):
    """Publish, schedule, cancel a schedule, set an end."""
    return on_any_story(user, article, "publish_article")


def may_correct(user, article=None):
    return on_any_story(user, article, "correct_article") and may_publish(user, article)


def may_withdraw(user, article=None):
    return on_any_story(user, article, "withdraw_article")


def may_kill(user, article=None):
    return on_any_story(user, article, "kill_article")


def may_revive(user, article=None):
    return on_any_story(user, article, "revive_article")


def may_share(user, article=None):
    """Give somebody without an account a link to the unpublished story, and take it back."""
    return on_any_story(user, article, "share_preview") and may_see(user, article)


def on_any_story(user, article, codename):
    """For acts on everybody's stories: the permission, and the sections somebody works in."""
    return has(user, codename) and (article is None or in_sections(user, article))


def locked_fields(user, article=None):
    """Fields of a story that this person may read and not change, though they may edit the rest."""
    locked = set() if has(user, "arrange_front") else {"weight", "public_changes", "licence"}
    if article is not None and article.embargo_until and not has(user, "publish_article"):
        locked.add("embargo_until")
    return locked | (set() if has(user, "edit_any_article") else {"assignee"})


def stories_seen_by(user):
    """The stories that `may_see` holds for, as a condition on Article; ask `may_see` without a story first."""
    narrowed = section_ids(user)
    others = Q(section__in=narrowed) if narrowed else Q()
    if not has(user, "edit_any_article"):
        others &= Q(binned_at=None)
    if not others:
        return Q()
    return Q(pk__in=Article.objects.filter(own_stories(user)).values("pk")) | others
