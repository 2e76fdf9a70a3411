"""Who reads what readers say is wrong: the desk, and whoever wrote the story."""

from django.db.models import Q

from articles.models import Article

from .reach import has, in_sections, is_own, own_stories, section_ids


def may_see_reports(user, report=None):
    """Reports about one's own stories; about everybody's, and about the paper as such, from copy editor up."""
    if not has(user, "view_report"):
        return False
    if report is None:
        return True
    if report.article is None:
        return _reads_all(user) and not section_ids(user)
    return is_own(user, report.article) or (_reads_all(user) and in_sections(user, report.article))


def may_handle_report(user, report=None):
    """Say what became of a report."""
    return has(user, "change_report") and may_see_reports(user, report)


def reports_seen_by(user):
    """The reports that `may_see_reports` holds for, as a condition on Report; ask that without a report first."""
    narrowed = section_ids(user)
    if _reads_all(user) and not narrowed:
        return Q()
    own = Q(article__in=Article.objects.filter(own_stories(user)).values("pk"))
    return own | Q(article__section__in=narrowed) if _reads_all(user) else own


def _reads_all(user):
    return has(user, "edit_any_article")
