"""Under what others may print what we wrote."""

from django.db import models


class Licence(models.TextChoices):
    NONE = "none", "All rights reserved"
    BY_ND = "by-nd", "CC BY-ND 4.0: whole and unchanged, with credit"
    BY = "by", "CC BY 4.0: changed too, with credit"
    OWN = "own", "Our own terms"


STORY_LICENCES = [("", "As the house does"), *Licence.choices]
