"""What the paper says of itself and how it is set: one row, kept by the managing editors."""

import uuid

from django.db import models

from .licence import Licence

ONLY = 1


class Version(models.UUIDField):
    """A new one at every save, as `auto_now` is: what was made of the settings is known to be still right by it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": uuid.uuid4, "editable": False, **kwargs})

    def deconstruct(self):
        """A plain UUIDField: migrations import nothing of ours."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.UUIDField", args, kwargs

    def pre_save(self, model_instance, add):
        setattr(model_instance, self.attname, uuid.uuid4())
        return getattr(model_instance, self.attname)


class Paper(models.Model):
    """Left empty, name, place and tagline are those of the environment. Read it through `imprint`."""

    class Headlines(models.TextChoices):
        HOUSE = "", "The house face"
        OLD_STYLE = "old-style", "Old style: Iowan, Palatino, Book Antiqua"
        TRANSITIONAL = "transitional", "Transitional: Charter, Sitka, Georgia"
        GROTESQUE = "grotesque", "Without serifs: Helvetica, Segoe, Roboto"

    class Text(models.TextChoices):
        HOUSE = "", "The house face"
        OLD_STYLE = "old-style", "Old style: Iowan, Palatino, Book Antiqua"
        GROTESQUE = "grotesque", "Without serifs: the reader’s own system face"

    class Ground(models.TextChoices):
        HOUSE = "", "Ivory"
        WHITE = "white", "White"
        SALMON = "salmon", "Salmon"
        MINT = "mint", "Mint"
        MIST = "mist", "Mist"

    class InTheDark(models.TextChoices):
        PLATE = "plate", "On a light plate"
        SWAP = "swap", "Black and white swapped: for a logo in one dark ink on nothing"
        SAME = "same", "As it is"

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY, editable=False)
    version = Version()
    name = models.CharField(max_length=80, blank=True, help_text="Empty: SITE_NAME of the settings.")
    place = models.CharField(max_length=60, blank=True, help_text="Beside the date. Empty: SITE_PLACE.")
    tagline = models.CharField(
        max_length=150,
        blank=True,
        help_text="One sentence, in the masthead and for search engines. Empty: SITE_TAGLINE.",
    )
    logo = models.CharField(max_length=60, blank=True, editable=False)
    logo_width = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_height = models.PositiveSmallIntegerField(default=0, editable=False)
    logo_in_dark = models.CharField(
        "logo in dark mode", max_length=5, choices=InTheDark.choices, default=InTheDark.PLATE
    )
    headline_face = models.CharField("headlines", max_length=12, blank=True, choices=Headlines.choices, default="")
    text_face = models.CharField("text", max_length=12, blank=True, choices=Text.choices, default="")
    ground = models.CharField("colour of the paper", max_length=12, blank=True, choices=Ground.choices, default="")
    train_ai = models.BooleanField(
        "AI companies may train on our stories",
        default=True,
        help_text="Otherwise robots.txt asks their crawlers to keep out. Whether they do is up to them.",
    )
    answer_with_ai = models.BooleanField(
        "AI services may answer their users with our stories",
        default=True,
        help_text="Otherwise robots.txt asks them, too. Our stories are then not quoted and linked there either.",
    )
    trust_txt = models.TextField(
        "trust.txt",
        blank=True,
        help_text="Which associations the paper belongs to and which accounts are its own, a line each: "
        "belongto=https://… · social=https://… · disclosure=https://… Empty: there is none.",
    )
    security_txt = models.TextField(
        "security.txt",
        blank=True,
        help_text="Where to report a security problem (RFC 9116): a line Contact: mailto:… and a line "
        "Expires: 2027-01-31T00:00:00Z, after which it is not shown. Empty: there is none.",
    )
    ads_txt = models.TextField(
        "ads.txt", blank=True, help_text="Who may sell advertisements here, a line each. Empty: there is none."
    )

    digest_is_on = models.BooleanField(
        "offer a daily digest by mail", default=False, help_text="Readers can subscribe; send_digest sends it."
    )
    digest_when = models.CharField(
        "when it comes",
        max_length=60,
        blank=True,
        help_text="As readers are told where they subscribe, for example “every morning at seven”.",
    )
    digest_sender = models.EmailField("sent from", blank=True, help_text="Empty: EMAIL_FROM of the settings.")
    licence = models.CharField(
        "others may print our stories",
        max_length=5,
        choices=Licence.choices,
        default=Licence.NONE,
        help_text="Unless a story says otherwise. Never what comes from a wire or a partner, nor pictures.",
    )
    licence_terms = models.TextField(
        "our own terms", blank=True, help_text="Shown above the text to print, where our own terms hold."
    )

    class Meta:
        verbose_name = "paper’s own settings"
        verbose_name_plural = "paper’s own settings"
        constraints = [models.CheckConstraint(condition=models.Q(id=ONLY), name="there_is_one_paper")]

    def __str__(self):
        return self.name or "The paper"

    def get_absolute_url(self):
        return "/"
