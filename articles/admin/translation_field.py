"""Choosing the story that one is a translation of, among the stories that somebody may see."""

from django.db.models import Q
from django.forms import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles import editing, permissions
from articles.models import Article

NAME = "translation_of"
HELP = "The original, in another language. Readers of either are led to the other once both are published."


def offer(form, user):
    """Narrow the choice to what `user` may see, and say which stories belong together already."""
    field, story = form.fields[NAME], form.instance
    seen = Q(pk__in=Article.objects.filter(permissions.stories_seen_by(user)).kept().values("pk"))
    field.queryset = Article.objects.filter(seen | Q(pk=story.translation_of_id))
    field.label_from_instance = lambda other: _told(other, user)
    field.help_text = _family(story, user) or HELP


def clean(form):
    """Take a chosen translation for its original; what does not fit is said beside the field."""
    data, story = form.cleaned_data, Article(pk=form.instance.pk, language=form.cleaned_data.get("language", ""))
    try:
        data[NAME] = story.translation_of = editing.original_of(story, data.get(NAME))
        editing.refuse_second(story)
    except editing.Refused as refused:
        form.add_error(NAME, ValidationError(refused.message, code=refused.code))


def _family(story, user):
    """The other stories of the family that `user` may see, with links; "" if there are none."""
    original = story.translation_of_id or story.pk
    if original is None:
        return ""
    family = Article.objects.filter(Q(pk=original) | Q(translation_of=original)).exclude(pk=story.pk)
    rows = [
        (reverse("admin:articles_article_change", args=[one.pk]), _told(one, user)) for one in family.order_by("pk")
    ]
    links = format_html_join(" · ", '<a href="{}">{}</a>', rows)
    return format_html("In other languages: {}", links) if rows else ""


def _told(story, user):
    """A narrowed account is told that a story is there, in which language, and not what it says."""
    language = story.language or "the paper’s language"
    return f"{story} ({language})" if permissions.may_see(user, story) else f"A story in {language}"
