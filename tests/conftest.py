"""What every test gets: nothing from the network, a media folder and a cache of its own."""

from uuid import uuid4

import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files of a test stay in the test's own folder."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def own_cache(settings):
    """No test reads what another one, or an earlier run against the same Redis, has left in the cache."""
    default = {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex, "TIMEOUT": 60}
    settings.CACHES = {**settings.CACHES, "default": default}
