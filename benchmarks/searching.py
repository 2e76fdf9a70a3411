"""Search in a large paper: how many of fifty questions give the right story first, and in what time, on each database.

SQLite always; PostgreSQL where BENCH_POSTGRESQL names a server, such as postgresql://user@host/postgres: a database is
made there and taken away again.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from .newsroom import ROOT, Newsroom

NAME = "newsroom_bench_search"


def measure(many, asking):
    """(database, what was measured) for each database there is. `asking`: the module that measures, in a newsroom."""
    if not os.environ.get("NEWSROOM_CORPORA"):
        raise SystemExit("Set NEWSROOM_CORPORA to the folder of the corpora: the questions are about their stories.")
    yield "SQLite", _on({}, many, asking)
    if server := os.environ.get("BENCH_POSTGRESQL"):
        with _database(server) as url:
            yield "PostgreSQL", _on({"DATABASE_URL": url}, many, asking)


def _on(environment, many, asking):
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        newsroom = Newsroom(Path(folder))
        newsroom.environment |= environment
        newsroom.manage("migrate", "-v0")
        newsroom.manage("collectstatic", "--noinput", "-v0")
        command = [sys.executable, "-m", asking, str(many)]
        said = subprocess.run(
            command, cwd=ROOT, env=newsroom.environment, stdout=subprocess.PIPE, text=True, check=True
        )
        return json.loads(said.stdout)


@contextmanager
def _database(server):
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME}")
        connection.execute(f"CREATE DATABASE {NAME}")
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{NAME}"))
        finally:
            connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def show(database, told):
    lines = [f"{database}: {told['stories']} stories, filled in {told['filled']:.0f} s"]
    lines.append(f"  {told['right']} of {told['right'] + len(told['wrong'])} questions have the right story first")
    lines += [f"    not {question!r}: {got}, not {wanted}" for question, wanted, got in told["wrong"]]
    for name in ("asked", "pages"):
        for kind, (half, most) in told[name].items():
            found = f"{min(told['found'][kind])} to {max(told['found'][kind])} stories"
            lines.append(f"  {name:<6} {kind:<7} p50 {half:>6} ms  p95 {most:>6} ms  {found}")
    half, most = told["questions"]
    lines.append(f"  asked  questions p50 {half:>4} ms  p95 {most:>6} ms")
    return "\n".join(lines)
