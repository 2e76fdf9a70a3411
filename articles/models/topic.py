"""Topics by their codes, as the lists that an operator loads call them. Written by `topics` alone."""

from django.db import models

from articles.querysets import TopicQuerySet


class Topic(models.Model):
    """A code in its scheme (`medtop`, `20001065`). `names` is {language: name}, and empty for an old code of which
    only today's is known, `same_as`. Codes are never given anew: a retired one keeps its name and its meaning.
    """

    scheme = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    names = models.JSONField(default=dict)
    same_as = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    retired = models.BooleanField(default=False)

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="a_code_is_told_once_in_its_scheme")]

    def __str__(self):
        return f"{self.scheme}:{self.code}"

    @property
    def all_names(self):
        """{language: name}: its own, and in other languages those of the topic it is the same as."""
        return {**self.same_as.names, **self.names} if self.same_as else self.names
