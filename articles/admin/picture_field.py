"""Choosing a picture: a plain list of the newest ones, with a custom element on top that searches them all."""

from django import forms
from django.urls import reverse_lazy
from django.utils.html import format_html
from js_asset import Script

from articles.models import Image

NEWEST = 60


class PictureSelect(forms.Select):
    def __init__(self, attrs=None):
        super().__init__({"data-library": reverse_lazy("admin:articles_image_library"), **(attrs or {})})

    def render(self, name, value, attrs=None, renderer=None):
        return format_html("<picture-input>{}</picture-input>", super().render(name, value, attrs, renderer))

    @property
    def media(self):
        return forms.Media(js=[Script("desk/picture.js", type="module")])


def offer(field, chosen):
    """Fill the list with the newest pictures and the one that is `chosen`; any other picture is as valid."""
    newest = list(Image.objects.values_list("pk", "title")[:NEWEST])
    if chosen and str(chosen) not in {str(pk) for pk, _ in newest}:
        newest = [*Image.objects.filter(pk=chosen).values_list("pk", "title"), *newest]
    field.choices = [("", "No picture"), *newest]
