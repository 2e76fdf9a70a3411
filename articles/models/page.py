"""Standing pages of the paper: about, contact, standards."""

from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles.querysets import PageQuerySet
from articles.text.markup import EXTENSIONS, sanitise_page


class Page(models.Model):
    """`role` says what a page is to those who ask how a paper works; each is one page's. See `structured`."""

    class Role(models.TextChoices):
        NONE = "", "None of these"
        MASTHEAD = "masthead", "Masthead: who makes the paper"
        OWNERSHIP = "ownership", "Ownership and funding"
        MISSION = "mission", "Mission and what comes first"
        PRINCIPLES = "principles", "Publishing principles"
        ETHICS = "ethics", "Ethics"
        VERIFICATION = "verification", "Verification and fact-checking"
        CORRECTIONS = "corrections", "Corrections policy"
        UNNAMED_SOURCES = "unnamed-sources", "Unnamed sources"
        BYLINES = "bylines", "Stories without a byline"
        DIVERSITY = "diversity", "Diversity"
        FEEDBACK = "feedback", "What becomes of feedback"
        CONTACT = "contact", "Contact"

    title = models.CharField(max_length=120)
    slug = models.SlugField(unique=True, help_text="Part of the address: /about/contact/")
    role = models.CharField(
        "what it is", max_length=15, choices=Role, blank=True, help_text="Named to search engines and archives as such."
    )
    description = models.CharField(max_length=300, blank=True, help_text="One sentence for search engines.")
    body = ProseEditorField(extensions=EXTENSIONS, sanitize=sanitise_page, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["role"],
                condition=~models.Q(role=""),
                name="a_role_is_one_pages",
                violation_error_message="Another page has this role already.",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"/about/{self.slug}/"
