"""Every check speaks up when it should, is silent when it should, and names the line that mends it."""

import pytest

from articles import checks


@pytest.fixture
def old_sqlite(monkeypatch):
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", (3, 40, 1))
    monkeypatch.setattr(checks.connection, "vendor", "sqlite")


def ids(found):
    return [message.id for message in found]


def test_several_processes_on_an_old_sqlite_are_warned_of(old_sqlite, monkeypatch):
    monkeypatch.setenv("WEB_CONCURRENCY", "4")

    (warning,) = checks.several_processes_on_sqlite(None)

    assert warning.id == "newsroom.W001" and "DATABASE_URL=postgresql://" in warning.hint


def test_one_process_on_an_old_sqlite_is_fine_at_home_but_not_in_production(old_sqlite, monkeypatch):
    monkeypatch.delenv("WEB_CONCURRENCY", raising=False)

    assert ids(checks.several_processes_on_sqlite(None)) == []
    assert ids(checks.sqlite_in_production(None)) == ["newsroom.W001"]


@pytest.mark.parametrize(("vendor", "version"), [("postgresql", (3, 40, 1)), ("sqlite", (3, 51, 3))])
def test_postgresql_and_a_mended_sqlite_are_silent(monkeypatch, vendor, version):
    monkeypatch.setenv("WEB_CONCURRENCY", "4")
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", version)
    monkeypatch.setattr(checks.connection, "vendor", vendor)

    assert checks.several_processes_on_sqlite(None) == checks.sqlite_in_production(None) == []


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost", "http://[::1]:8000"])
def test_a_site_that_names_this_machine_is_warned_of(settings, url):
    settings.SITE_URL = url

    assert ids(checks.site_is_named(None)) == ["newsroom.W002"]


def test_a_site_without_a_name_is_warned_of_with_the_line_to_add(settings):
    settings.SITE_URL, settings.SITE_NAME = "https://paper.example.org", "Newsroom"

    (warning,) = checks.site_is_named(None)

    assert warning.id == "newsroom.W003" and "SITE_NAME=" in warning.hint


def test_a_storage_that_is_not_installed_is_an_error_with_what_to_type(settings, monkeypatch):
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "storages.backends.s3.S3Storage"}}
    monkeypatch.setattr(checks.importlib.util, "find_spec", lambda name: None)

    (error,) = checks.storage_is_installed(None)

    assert error.id == "newsroom.E001" and "pip install" in error.hint


def test_a_local_folder_needs_nothing(monkeypatch):
    monkeypatch.setattr(checks.importlib.util, "find_spec", lambda name: None)

    assert checks.storage_is_installed(None) == []
