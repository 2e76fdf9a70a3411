"""System checks: what is missing or risky in the settings, each with the line that mends it."""

import importlib.util
import os
import sqlite3

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import connection

from articles import changes, printing
from articles.models import Article

# From 3.7.0 on, two connections that write and checkpoint at once could lose a WAL reset and corrupt the file.
WAL_RESET_MENDED = (3, 51, 3)
WHERE = "in newsroom.env in the data folder, or in the environment"


@register(Tags.database)
def several_processes_on_sqlite(app_configs, **kwargs):
    """Warn when WEB_CONCURRENCY asks for more than one process on an SQLite library with the WAL-reset bug."""
    asked = os.environ.get("WEB_CONCURRENCY", "1")
    return [_wal_reset(f"and WEB_CONCURRENCY={asked}")] if asked != "1" and _sqlite_may_corrupt() else []


@register(Tags.database, deploy=True)
def sqlite_in_production(app_configs, **kwargs):
    """Imports and backups are processes of their own, so in production there is always a second one."""
    return [_wal_reset("and more than one process will use it in production")] if _sqlite_may_corrupt() else []


@register(Tags.security, deploy=True)
def site_is_named(app_configs, **kwargs):
    """Feeds, sitemaps and canonical links hold the site's address; they must not name this machine."""
    found = []
    if any(f"//{host}" in settings.SITE_URL for host in ("127.0.0.1", "localhost", "[::1]")):
        message, hint = f"SITE_URL is {settings.SITE_URL}.", f"Put SITE_URL=https://www.example.org {WHERE}."
        found.append(Warning(message, hint=hint, id="newsroom.W002"))
    if settings.SITE_NAME == "Newsroom":
        hint = f"Put SITE_NAME=The name of the paper {WHERE}."
        found.append(Warning("The paper has no name yet.", hint=hint, id="newsroom.W003"))
    return found


@register(Tags.files)
def storage_is_installed(app_configs, **kwargs):
    """STORAGE_URL=s3://… needs a package that the newsroom does without otherwise."""
    backend = settings.STORAGES["default"]["BACKEND"]
    if not backend.startswith("storages.") or importlib.util.find_spec("storages"):
        return []
    hint = 'Type: .venv/bin/python -m pip install "django-storages[s3]==1.14.6"'
    return [Error("STORAGE_URL begins with s3:// but django-storages is missing.", hint=hint, id="newsroom.E001")]


@register()
def words_of_settings_are_known(app_configs, **kwargs):
    """A word that means nothing must not quietly show readers more, or less, than the newsroom chose."""
    return [
        *_unknown("PUBLIC_CHANGES", [settings.PUBLIC_CHANGES], changes.WHEN, "newsroom.E002"),
        *_unknown("PUBLIC_CHANGES_OF", settings.PUBLIC_CHANGES_OF, changes.PARTS, "newsroom.E003"),
        *_unknown("NEWS_SITEMAP_WITHOUT", settings.NEWS_SITEMAP_WITHOUT, Article.Kind.values, "newsroom.E004"),
    ]


@register(Tags.translation)
def the_papers_language_has_words(app_configs, **kwargs):
    """A page that says it is German must not say Published and Related stories."""
    if printing.has_words(settings.LANGUAGE_CODE):
        return []
    message = f"LANGUAGE_CODE is {settings.LANGUAGE_CODE}, but there are no words of the paper's in that language."
    hint = f"Put one of {', '.join(sorted(printing.catalogues()))} {WHERE}, or add a catalogue: docs/languages.md."
    return [Warning(message, hint=hint, id="newsroom.W004")]


@register()
def the_hub_has_an_address(app_configs, **kwargs):
    """urllib opens files, too."""
    if settings.WEBSUB_HUB == "" or settings.WEBSUB_HUB.startswith(("https://", "http://")):
        return []
    message, hint = f"WEBSUB_HUB is {settings.WEBSUB_HUB}.", f"Put WEBSUB_HUB=https://hub.example/ {WHERE}."
    return [Error(message, hint=hint, id="newsroom.E005")]


def _unknown(setting, values, known, code):
    hint = f"Put {setting}={known[0]} {WHERE}; known are {', '.join(known)}."
    told = (f"{setting} does not know {value!r}." for value in values if value not in known)
    return [Error(message, hint=hint, id=code) for message in told]


def _sqlite_may_corrupt():
    return connection.vendor == "sqlite" and sqlite3.sqlite_version_info < WAL_RESET_MENDED


def _wal_reset(why):
    message = f"SQLite {sqlite3.sqlite_version} can corrupt its file when two processes write at once, {why}."
    hint = (
        f"Put DATABASE_URL=postgresql://user:password@host/name {WHERE}, use a Python built with SQLite 3.51.3 or "
        "newer, or serve with one process and import while it is stopped."
    )
    return Warning(message, hint=hint, id="newsroom.W001")
