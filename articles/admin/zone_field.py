"""Typing a time zone: the browser offers the zones of the world while its name is typed."""

from zoneinfo import available_timezones

from django import forms
from django.utils.html import format_html, format_html_join

OLD = ("Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")  # kept by the database for old names


class ZoneInput(forms.TextInput):
    def render(self, name, value, attrs=None, renderer=None):
        offered = f"{(attrs or {}).get('id', name)}-zones"
        box = super().render(name, value, {**(attrs or {}), "list": offered, "spellcheck": "false"}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((zone,) for zone in _zones()))
        return format_html('{}<datalist id="{}">{}</datalist>', box, offered, options)


def _zones():
    """UTC and those called after a region and a place."""
    return ["UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(OLD))]
