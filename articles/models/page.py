"""Standing pages of the paper: about, contact, standards."""

from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles.querysets import PageQuerySet
from articles.text.markup import EXTENSIONS, sanitise_page


class Page(models.Model):
    title = models.CharField(max_length=120)
    slug = models.SlugField(unique=True, help_text="Part of the address: /about/contact/")
    description = models.CharField(max_length=300, blank=True, help_text="One sentence for search engines.")
    body = ProseEditorField(extensions=EXTENSIONS, sanitize=sanitise_page, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/about/{self.slug}/"
