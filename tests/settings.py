"""The project's settings with a data folder of the test run's own and quick passwords."""

import os
import tempfile

# One folder for each process of a run, gone with it.
folder = tempfile.TemporaryDirectory(prefix="newsroom-tests-", ignore_cleanup_errors=True)
os.environ["NEWSROOM_DATA"] = folder.name

from newsroom.settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_NAME = "The Test Gazette"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
STATICFILES_DIRS = [BASE_DIR / "static"]  # noqa: F405
if DATABASES["default"]["ENGINE"] == "newsroom.sqlite":  # noqa: F405
    # In memory, as Django has it. pytest-django would name a file for each core: it knows SQLite by Django's ENGINE.
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
