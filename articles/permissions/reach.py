"""How far somebody reaches: which permission they hold, whose a story is, which sections they work in."""

from django.db.models import Q

from articles.models import Section


def has(user, codename):
    return user.is_active and user.has_perm(f"articles.{codename}")


def is_own(user, article):
    """Whether somebody began the story, has it on their desk, or stands in its byline."""
    if user.pk in (article.created_by_id, article.assignee_id):
        return True
    if not hasattr(article, "_named"):
        article._named = set(article.bylines.values_list("author__user", flat=True))
    return user.pk in article._named


def own_stories(user):
    """The stories that `is_own` holds for, as a condition on Article."""
    return Q(created_by=user) | Q(assignee=user) | Q(bylines__author__user=user)


def section_ids(user):
    """The sections somebody works in; empty for all. Read once for a request's user."""
    if not hasattr(user, "_section_ids"):
        member = getattr(user, "desk_member", None)
        user._section_ids = frozenset(member.sections.values_list("pk", flat=True)) if member else frozenset()
    return user._section_ids


def in_sections(user, article):
    narrowed = section_ids(user)
    return not narrowed or article.section_id in narrowed


def may_file_under(user, section):
    """Put a story into a section, as far as somebody works in some sections only. `section`: its slug, or empty."""
    narrowed = section_ids(user)
    return not narrowed or Section.objects.filter(slug=section, pk__in=narrowed).exists()
