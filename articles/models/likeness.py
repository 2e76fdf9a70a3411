"""Which stories are like one another: what readers of one are led to."""

from django.db import models

from .article import Article
from .edition import Edition


class Likeness(models.Model):
    """That `edition` is like another story, and how much, in thousandths. `search` is the only writer.

    It is read from both ends: the page of the other story leads to this one, too. It is said by the one that readers
    get later, so nothing is known of a story before its time, and it goes with the edition that says it. Of the other
    one nothing is asked but whether readers have it at the moment.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="like_rows", db_index=False)
    other = models.ForeignKey(Article, models.CASCADE, related_name="liked_by_rows", db_index=False)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "likenesses"
        indexes = [models.Index(fields=["other", "-weight", "edition"], name="likenesses_by_weight")]
        constraints = [models.UniqueConstraint(fields=["edition", "other"], name="a_likeness_is_said_once")]

    def __str__(self):
        return f"{self.edition_id} is like {self.other_id}"
