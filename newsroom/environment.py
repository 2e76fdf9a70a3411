"""Reads settings: the environment first, then lines of `newsroom.env` in the data folder, then a default that works."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("NEWSROOM_DATA", BASE_DIR / "data")).expanduser().resolve()
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def _kept_lines():
    """The settings kept in the data folder, as NAME=value lines; # begins a comment."""
    try:
        lines = (DATA / "newsroom.env").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.lstrip().startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


KEPT = _kept_lines()


def text(name, default=""):
    return os.environ.get(name, KEPT.get(name, default))


def flag(name, *, default=False):
    value = text(name, "1" if default else "0").strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name}={value} is neither on nor off. Use {name}=1 or {name}=0.")
    return value in TRUE


def number(name, default):
    value = text(name, str(default)).strip()
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value} is no number. Use {name}={default}, for example.")
    return int(value)


def words(name, default=""):
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret_key():
    """The key from the environment, or the one made on the first start and kept, readable by its owner only."""
    if key := text("SECRET_KEY"):
        return key
    path = DATA / "secret_key"
    DATA.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii").strip()
