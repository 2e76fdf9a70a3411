"""Small pieces of a page, each a template under templates/desk/panels/."""

from django.template.loader import render_to_string
from django.utils import timezone


def panel(name, **context):
    return render_to_string(f"desk/panels/{name}.html", {"now": timezone.now(), **context})
