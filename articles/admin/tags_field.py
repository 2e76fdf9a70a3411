"""The tags of a story as one line of text, with a custom element on top; plain names without it."""

from django import forms
from django.urls import reverse_lazy
from django.utils.html import format_html
from js_asset import Script

from articles.text import tags as line


class TagInput(forms.TextInput):
    def __init__(self, attrs=None):
        super().__init__({"data-suggest": reverse_lazy("admin:articles_tag_suggest"), **(attrs or {})})

    def render(self, name, value, attrs=None, renderer=None):
        return format_html("<tag-input>{}</tag-input>", super().render(name, value, attrs, renderer))

    @property
    def media(self):
        return forms.Media(js=[Script("desk/tags.js", type="module")])


class TagsField(forms.CharField):
    """Cleans to a list of names; shows tags, names or the line as it was typed."""

    widget = TagInput

    def prepare_value(self, value):
        return value if value is None or isinstance(value, str) else line.join(sorted(map(str, value)))

    def to_python(self, value):
        """No database of ours keeps a NUL, and a line's own validators would look for it in a list of names."""
        text = super().to_python(value)
        if "\0" in text:
            raise forms.ValidationError("Null characters are not allowed.", code="null_characters_not_allowed")
        return line.split(text)

    def validate(self, value):
        super().validate(value)
        too_long = [name for name in value if len(name) > 100]
        if too_long:
            raise forms.ValidationError(f"“{too_long[0][:40]}…” is too long for a tag.", code="tag-too-long")

    def has_changed(self, initial, data):
        return sorted(map(str, initial or [])) != line.split(super().to_python(data))
