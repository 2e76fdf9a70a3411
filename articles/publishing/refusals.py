"""What is not published, and why; and the second attempt for two acts that met."""

from functools import wraps
from random import random
from time import sleep

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from articles.models import Article

ATTEMPTS, PAUSE = 12, 0.05  # seconds, at most, and longer each time: those who met do not meet again
_DEADLOCK = "40P01"  # of PostgreSQL, Appendix A


class Refused(Exception):
    """Not done. `code` is stable, the message says what to do; `findings` are those in the way."""

    def __init__(self, message, *, code, findings=()):
        super().__init__(message)
        self.message, self.code, self.findings = message, code, list(findings)


def in_one_piece(act):
    """Run an act in a transaction of its own, and again if it met another: one that took its number or address in the
    same moment, or that waited for it while it waited for that one.
    """

    @wraps(act)
    def attempted(*args, **told):
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with transaction.atomic():
                    return act(*args, **told)
            except DatabaseError as error:
                if attempt == ATTEMPTS or not _met_another(error):
                    raise
                sleep(attempt * PAUSE * random())  # noqa: S311  nothing secret about it

    return attempted


def _met_another(error):
    return isinstance(error, IntegrityError) or getattr(error.__cause__, "sqlstate", "") == _DEADLOCK


def locked(article):
    """The story as it stands, held until the transaction ends, so that acts on it come one after another.

    Alone: of what is joined, PostgreSQL gives what was there before it waited, or nothing where the story has another.
    Not its key: rows that point to it, such as those of stories that are like it, need not wait.
    """
    return Article.objects.select_for_update(no_key=True).get(pk=article.pk)


def told(moment):
    return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"
