"""The desk's working copy. Readers never see this table."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django_prose_editor.fields import ProseEditorField
from taggit.managers import TaggableManager

from articles.querysets import ArticleQuerySet
from articles.text.languages import LANGUAGE_TAG
from articles.text.markup import STORY_EXTENSIONS, sanitise

from .licence import STORY_LICENCES
from .people import Author
from .pictures import Image
from .taxonomy import Section, TaggedArticle


class Article(models.Model):
    """Written by `editing` alone, in the admin and by imports; `version` counts up in the UPDATE that saves."""

    class Kind(models.TextChoices):
        NEWS = "news", "News"
        ANALYSIS = "analysis", "Analysis"
        OPINION = "opinion", "Opinion"
        BACKGROUND = "background", "Background"
        REVIEW = "review", "Review"
        SATIRE = "satire", "Satire"
        SPONSORED = "sponsored", "Sponsored"

    class Stage(models.TextChoices):
        DRAFT = "draft", "Draft"
        REVIEW = "review", "In review"
        READY = "ready", "Ready"
        SPIKED = "spiked", "Spiked"

    class Weight(models.IntegerChoices):
        SPLASH = 1, "1 Splash"
        LEAD = 2, "2 Lead"
        MAJOR = 3, "3 Major"
        STANDARD = 4, "4 Standard"
        BRIEF = 5, "5 Brief"

    class Priority(models.IntegerChoices):
        URGENT = 1, "1 Urgent"
        HIGH = 2, "2 High"
        NORMAL = 3, "3 Normal"
        LOW = 4, "4 Low"

    class Reply(models.TextChoices):
        UNSAID = "", "Not said"
        SOUGHT = "yes", "Sought"
        NOT_SOUGHT = "no", "Not sought"

    class AI(models.TextChoices):
        NONE = "", "None"
        ASSISTED = "assisted", "It helped"
        GENERATED = "generated", "It wrote the text"

    class PublicChanges(models.TextChoices):
        HOUSE = "", "As the house does"
        ALWAYS = "always", "Show them"
        NEVER = "never", "Do not show them"

    kicker = models.CharField(max_length=60, blank=True)
    headline = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, help_text="The last part of the address.")
    standfirst = models.TextField(blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    body = ProseEditorField(extensions=STORY_EXTENSIONS, sanitize=sanitise, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.NEWS)
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="articles")
    tags = TaggableManager(through=TaggedArticle, blank=True)
    lead = models.ForeignKey(
        Image, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name="lead picture"
    )
    weight = models.PositiveSmallIntegerField(
        choices=Weight, default=Weight.STANDARD, help_text="How big the story stands on the front page."
    )
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="BCP 47, for example en, fr or ar.",
        validators=[RegexValidator(LANGUAGE_TAG, "Use a language tag such as en, fr or pt-BR.", "no-language")],
    )
    translation_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="translations", help_text="The original story."
    )
    source_line = models.CharField("source", max_length=200, blank=True, help_text="Whose text it is, if not ours.")
    rights = models.CharField(max_length=300, blank=True)
    licence = models.CharField(
        max_length=5, choices=STORY_LICENCES, blank=True, help_text="Whether others may print the text."
    )
    method = models.TextField(
        "how we know",
        blank=True,
        help_text="Who was spoken to, what was read, what was seen. An empty line between two.",
    )
    sources = models.TextField(
        blank=True, help_text="One on each line, with a link if it has one: Minutes of 3 November https://…"
    )
    desk_sources = models.TextField(
        "sources for the desk alone", blank=True, help_text="As above. Readers are not shown these."
    )
    reply_sought = models.CharField("right of reply", max_length=3, choices=Reply, blank=True)
    reply_on = models.DateField("asked on", null=True, blank=True)
    reply_came = models.TextField("what came of it", blank=True, help_text="Shown to readers where a reply was sought.")
    conflicts = models.TextField(
        "conflicts of interest", blank=True, help_text="What ties the paper or the writer to the story."
    )
    ai_use = models.CharField("use of AI", max_length=9, choices=AI, blank=True)
    ai_purpose = models.CharField("used for", max_length=200, blank=True, help_text="As in: to transcribe interviews.")
    ai_reviewer = models.CharField("reviewed by", max_length=120, blank=True)
    checked_by = models.CharField("fact-checked by", max_length=120, blank=True)
    ednote = models.TextField("note to editors", blank=True, help_text="Never shown to readers.")
    embargo_until = models.DateTimeField(null=True, blank=True)
    planned_for = models.DateTimeField(null=True, blank=True, help_text="A plan, nothing more: it publishes nothing.")
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.DRAFT, editable=False)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    due = models.DateTimeField(null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        choices=Priority, default=Priority.NORMAL, help_text="How soon the desk should take it up."
    )
    public_changes = models.CharField(
        "changes between editions", max_length=6, choices=PublicChanges, default=PublicChanges.HOUSE, blank=True
    )
    binned_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    words = models.PositiveIntegerField(default=0, editable=False)
    findings = models.JSONField(default=list, editable=False)
    errors = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "story", "stories"
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="articles_by_change"),
            models.Index(fields=["stage", "-changed_at"], name="articles_by_stage"),
            models.Index(fields=["-changed_at"], name="articles_with_errors", condition=models.Q(errors__gt=0)),
            models.Index(fields=["-binned_at"], name="articles_in_the_bin", condition=~models.Q(binned_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(version__gte=1), name="an_article_counts_versions_from_one"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="an_article_has_a_slug"),
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                condition=~models.Q(translation_of=None),
                name="a_story_is_translated_once_into_a_language",
            ),
            models.CheckConstraint(
                condition=models.Q(translation_of=None) | ~models.Q(translation_of=models.F("id")),
                name="a_story_is_no_translation_of_itself",
            ),
            models.CheckConstraint(condition=models.Q(weight__range=(1, 5)), name="a_weight_is_one_to_five"),
            models.CheckConstraint(condition=models.Q(priority__range=(1, 4)), name="a_priority_is_one_to_four"),
        ]
        permissions = [
            ("edit_any_article", "Can edit everybody's stories"),
            ("submit_article", "Can submit stories for review"),
            ("send_back_article", "Can send stories back"),
            ("ready_article", "Can mark stories ready"),
            ("spike_article", "Can spike stories"),
            ("share_preview", "Can give preview links to people without an account"),
            ("arrange_front", "Can say how big a story stands on the front page"),
            ("publish_article", "Can publish and schedule stories"),
            ("correct_article", "Can publish corrections"),
            ("withdraw_article", "Can take stories off the site"),
            ("kill_article", "Can kill stories"),
            ("revive_article", "Can bring killed stories back"),
        ]

    def __str__(self):
        return self.headline


class Byline(models.Model):
    """A person on a story, in the order they are named."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"],
                name="an_author_stands_once_on_an_article",
                violation_error_message="This author is already in the byline.",
            )
        ]

    def __str__(self):
        return self.author.name
