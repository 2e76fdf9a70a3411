"""Runs Django's deployment checks as a production machine would, and takes no warning for an answer."""

import os
import secrets
import subprocess
import sys
import tempfile

PRODUCTION = {
    "SITE_URL": "https://paper.example.org",
    "SITE_NAME": "The Paper",
    "DATABASE_URL": "postgresql://desk@127.0.0.1/desk",
    "CACHE_URL": "redis://127.0.0.1:6379/0",
    "SECRET_KEY": secrets.token_urlsafe(50),
}

with tempfile.TemporaryDirectory() as folder:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    sys.exit(subprocess.run(command, env=os.environ | PRODUCTION | {"NEWSROOM_DATA": folder}).returncode)
