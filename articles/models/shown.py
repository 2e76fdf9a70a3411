"""Which pictures stand in the text of a story: kept beside it, so that none can be deleted while it is shown."""

from django.db import models

from .article import Article
from .edition import Edition
from .pictures import Image


class ArticlePicture(models.Model):
    """A picture in the desk's copy. `editing` keeps these as the body is; the lead picture is no part of the text."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="picture_rows")
    image = models.ForeignKey(Image, models.PROTECT, related_name="article_rows")

    class Meta:
        verbose_name = "picture in a text"
        constraints = [models.UniqueConstraint(fields=["article", "image"], name="a_picture_is_noted_once_per_article")]

    def __str__(self):
        return f"the text of “{self.article}”"


class EditionPicture(models.Model):
    """A picture in the text of an edition, live or past. Written once, when it is published."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="picture_rows")
    image = models.ForeignKey(Image, models.PROTECT, related_name="edition_rows")

    class Meta:
        verbose_name = "picture in a published text"
        constraints = [models.UniqueConstraint(fields=["edition", "image"], name="a_picture_is_noted_once_per_edition")]

    def __str__(self):
        return f"the text of “{self.edition.headline}”, edition {self.edition.number}"
