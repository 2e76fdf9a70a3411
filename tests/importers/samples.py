"""Small texts of our own for the plain-text parser."""

from articles.importers.plaintext import parse

SENTENCE = "The council of Port Merrow voted on Tuesday to repair the fishing pier that storms had damaged."
OTHER = "Work begins in March and will take all summer, the harbour master told a meeting of the fleet’s owners."
HEADLINE = "Council votes to repair the pier"


def record_of(*blocks, **options):
    """The record of a text whose blocks a blank line keeps apart."""
    return parse("\n\n".join(blocks).encode(), **options)


def codes(record):
    return [finding.code for finding in record.findings]
