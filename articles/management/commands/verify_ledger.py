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
        counted = (f"{model.objects.count()} {model._meta.verbose_name_plural}" for model in _CHAINED)
        self.stdout.write(f"The ledgers hold: {', '.join(counted)}.")


_CHAINED = (Edition, Correction, Withdrawal)
