"""Where a story belongs and what it is about: sections, tags and the other names a tag is known by."""

from django.db import models
from taggit.models import ItemBase, TagBase

from articles.querysets import TagQuerySet


class Section(models.Model):
    class Ink(models.TextChoices):
        """All of one lightness in the stylesheet, so that any of them is read on any paper."""

        BY_PLACE = "", "By its place among the sections"
        RED = "red", "Red"
        BLUE = "blue", "Blue"
        BROWN = "brown", "Brown"
        GREEN = "green", "Green"
        PINK = "pink", "Pink"
        TEAL = "teal", "Teal"
        VIOLET = "violet", "Violet"
        OLIVE = "olive", "Olive"
        SLATE = "slate", "Slate"

    name = models.CharField(max_length=60)
    slug = models.SlugField(unique=True, max_length=60, help_text="Part of the address: /section/harbour/")
    description = models.TextField(blank=True, help_text="One sentence, shown to readers and in feeds.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Sections stand in this order, lowest first.")
    ink = models.CharField(max_length=10, blank=True, choices=Ink.choices, default="", help_text="Its accent.")

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/section/{self.slug}/"


class Tag(TagBase):
    """What a story is about. `key` is the name folded by `text.tags.key`, so that no name is kept twice."""

    key = models.CharField(max_length=120, unique=True, editable=False)
    description = models.TextField("introduction", blank=True, help_text="Shown to readers above the tag's stories.")
    topic = models.CharField("IPTC Media Topic", max_length=20, blank=True, help_text="For example medtop:20000579.")

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "tag"
        verbose_name_plural = "tags"

    def get_absolute_url(self):
        return f"/tag/{self.slug}/"


class TagAlias(models.Model):
    """Another name of a tag: it resolves while typing, is found in imported text and redirects its old address."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True, max_length=100, editable=False)
    key = models.CharField(max_length=120, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "tag aliases"

    def __str__(self):
        return self.name


class TaggedArticle(ItemBase):
    """The through row between a desk copy and its tags."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged_articles")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="tagged")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="a_tag_stands_once_on_an_article")
        ]

    def __str__(self):
        return f"{self.tag} on {self.content_object_id}"
