"""A story as a page to read, for those who may not edit it: the text as it will look, its cards, its moves."""

from django.contrib.admin import site
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from articles import pictures
from articles.models import Article
from articles.text.markup import sanitise
from articles.text.unstyled import unstyled

from . import story_cards

TYPED = (("kicker", "Kicker"), ("headline", "Headline"), ("standfirst", "Standfirst"), ("body", "Text"))


def page(request, article, *, status=200, typed=()):
    context = {
        **site.each_context(request),
        **story_cards.context(request.user, article),
        "opts": Article._meta,
        "original": article,
        "title": "Story",
        "body": mark_safe(_body(sanitise(article.body))),  # noqa: S308  only the markup of a body is left
        "bylines": article.bylines.select_related("author"),
        "tags": sorted(tag.name for tag in article.tags.all()),
        "typed": typed,
        "reading": True,
    }
    return render(request, "desk/reading.html", context, status=status)


def _body(html):
    """With its pictures at the desk's own addresses: those of readers are not open before it is published."""
    library = pictures.library_of(html)
    shown = {str(key): pictures.words_of(image) | _sized(image) for key, image in library.items()}
    return unstyled(html, shown, url="")


def _sized(image):
    address = f"{reverse('admin:articles_image_file', args=[image.pk])}?w=640"
    return {"wide": [{"format": "webp", "width": image.width, "height": image.height, "url": address}]}


def not_saved(request, article):
    """The answer to a form that may not be saved any more: with what was typed, to be copied."""
    given = ((name, label, request.POST.get(name, "")) for name, label in TYPED)
    stands = {name: getattr(article, name) for name, _ in TYPED}
    typed = [(label, text) for name, label, text in given if text and text != stands[name]]
    return page(request, article, status=403, typed=typed)
