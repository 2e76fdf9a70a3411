"""Which stories are one story in several languages: an original, and its translations, one in each language.

A translation points at the original and never at another translation, so whichever of them somebody chooses, all
belong together. Of two who link at the same moment the second one sees what the first has done.
"""

from django.conf import settings
from django.db.models import Q

from articles.models import Article

from .refusals import Refused


def original_of(article, chosen):
    """The story that `article` is a translation of when somebody chooses `chosen`: that one, or its own original.

    Raises Refused: translation-itself, translation-already, translation-original.
    """
    if chosen is None or article.pk is None:
        return chosen and (chosen.translation_of or chosen)
    if chosen.pk == article.pk:
        raise Refused(
            "A story is no translation of itself. Choose the story it was made from.", code="translation-itself"
        )
    if chosen.translation_of_id == article.pk:
        raise Refused(f"“{chosen}” is a translation of this story already.", code="translation-already")
    if Article.objects.filter(translation_of=article.pk).exists():
        told = "This story has translations, so it is an original itself. Link the other story to this one instead."
        raise Refused(told, code="translation-original")
    return chosen.translation_of or chosen


def refuse_second(article):
    """Raise Refused (translation-language) if another story of the same family is in this one's language."""
    original = article.translation_of_id or article.pk
    if original is None:
        return
    family = Article.objects.filter(Q(pk=original) | Q(translation_of=original)).exclude(pk=article.pk)
    language = language_of(article)
    if any(language_of(other) == language for other in family.only("language")):
        # Not which one: whoever is told need not be allowed to see it.
        told = f"There is this story in the same language ({language}) already. Set the languages right first."
        raise Refused(told, code="translation-language")


def settle(article):
    """Point a translation at its original and hold the family to one story a language. In a transaction."""
    chosen = article.translation_of
    held = {article.pk, article.translation_of_id, chosen.translation_of_id if chosen else None} - {None}
    list(Article.objects.select_for_update(no_key=True).filter(pk__in=held).order_by("pk").values_list("pk"))
    if chosen:
        chosen.refresh_from_db(fields=["translation_of"])
    article.translation_of = original_of(article, chosen)
    refuse_second(article)


def language_of(article):
    return (article.language or settings.LANGUAGE_CODE).lower()
