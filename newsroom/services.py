"""Turns DATABASE_URL, CACHE_URL, STORAGE_URL and EMAIL_URL into what Django's settings want."""

from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

# WAL lets readers go on while one writes; FULL keeps the last commits at power loss; IMMEDIATE makes a
# transaction wait for its turn instead of failing with "database is locked".
SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;"
        "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
    ),
}
POSTGRESQL = {
    "connect_timeout": 5,
    "options": "-c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000",
}
# A page is made in less time than this; nobody waits longer for a cache that does not answer.
REDIS = {"socket_connect_timeout": 1, "socket_timeout": 1}


def database(url):
    """Settings for sqlite:///path or postgresql://user:password@host/name."""
    config = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    if config["ENGINE"].endswith("sqlite3"):
        config["ENGINE"] = "newsroom.sqlite"
        return {**config, "CONN_MAX_AGE": 0, "OPTIONS": SQLITE, "ATOMIC_REQUESTS": False}
    if config["ENGINE"].endswith("postgresql"):
        return {**config, "OPTIONS": {**POSTGRESQL, **config.get("OPTIONS", {})}}
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:/// or postgresql://.")


def cache(url):
    """Settings for locmem:// (in process) or redis://host:port/number."""
    scheme = urlsplit(url).scheme
    if scheme == "locmem":
        return {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "newsroom",
            "OPTIONS": {"MAX_ENTRIES": 2000},
        }
    if scheme in ("redis", "rediss", "unix"):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "OPTIONS": REDIS}
    raise ImproperlyConfigured("CACHE_URL must begin with locmem://, redis:// or rediss://.")


def storage(url, folder):
    """Settings for a local folder (empty or file:///path) or s3://key:secret@host/bucket?region=…"""
    parts = urlsplit(url)
    if parts.scheme in ("", "file"):
        location = unquote(parts.path) or folder
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(location), "file_permissions_mode": 0o640},
        }
    if parts.scheme != "s3":
        raise ImproperlyConfigured("STORAGE_URL must be empty, file:///path or s3://key:secret@host/bucket.")
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    host = f"{query.get('scheme', 'https')}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    options = {
        "bucket_name": parts.path.strip("/"),
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "endpoint_url": host,
        "region_name": query.get("region"),
        "default_acl": None,
        "file_overwrite": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def email(url):
    """Django's EMAIL_… settings for smtp://user:password@host:587 (STARTTLS), smtps://…:465, or nothing: no mail."""
    parts = urlsplit(url)
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ImproperlyConfigured("EMAIL_URL must be empty, smtp://user:password@host:587 or smtps://host:465.")
    secure = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if secure else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": secure,
        "EMAIL_USE_TLS": not secure and "tls=off" not in parts.query,
        "EMAIL_TIMEOUT": 10,
    }
