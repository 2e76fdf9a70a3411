"""What a browser would post: the form as it stands on the page, with what was typed over it."""

from html.parser import HTMLParser

from django.urls import reverse


class _Fields(HTMLParser):
    """The successful controls of the page's main form; buttons are left out."""

    def __init__(self, html, form_id):
        super().__init__()
        self.form_id, self.inside, self.data, self.select, self.area, self.hidden = form_id, False, {}, None, None, 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        self.hidden += tag == "template"
        if not self.inside or self.hidden:
            return
        name = attrs.get("name")
        if tag == "input" and name and attrs.get("type") not in ("submit", "checkbox", "file", "radio"):
            self.data[name] = attrs.get("value", "")
        elif tag == "input" and name and "checked" in attrs:
            self.data.setdefault(name, []).append(attrs.get("value", "on"))
        elif tag == "select":
            self.select = name
            self.data.setdefault(name, "")
        elif tag == "option" and self.select and "selected" in attrs:
            self.data[self.select] = attrs.get("value", "")
        elif tag == "textarea":
            self.area = name
            self.data[name] = ""

    def handle_endtag(self, tag):
        self.hidden -= tag == "template"
        self.select = None if tag == "select" else self.select
        self.area = None if tag == "textarea" else self.area
        self.inside = False if tag == "form" else self.inside

    def handle_data(self, data):
        if self.area and self.inside and not self.hidden:
            self.data[self.area] += data


def fields(response, form_id="article_form"):
    """The form's fields as a browser would send them; a textarea's first line break is not part of it."""
    data = _Fields(response.content.decode(), form_id).data
    return {name: value.removeprefix("\n") if isinstance(value, str) else value for name, value in data.items()}


def change_url(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def opened(client, article):
    """The story's form as opened now."""
    return fields(client.get(change_url(article)))
