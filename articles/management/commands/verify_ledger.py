"""Prove that no edition, correction or withdrawal was changed, removed or slipped in."""

import sys

from django.core.management.base import BaseCommand

from articles import ledger
from articles.models import Correction, Edition, Withdrawal


class Command(BaseCommand):
    help = "Check the digest chains of editions, corrections and withdrawals. Exits with 1 if one is broken."

    def handle(self, *args, **options):
        broken = 0
        for problem in ledger.verify():
            self.stderr.write(problem)
            broken += 1
        if broken:
            self.stderr.write(f"{broken} {'problem' if broken == 1 else 'problems'} found.")
            sys.exit(1)
        self.stdout.write(f"The ledgers hold: {', '.join(map(_counted, _CHAINED))}.")


_CHAINED = (Edition, Correction, Withdrawal)


def _counted(model):
    number, names = model.objects.count(), model._meta
    return f"{number} {names.verbose_name if number == 1 else names.verbose_name_plural}"
