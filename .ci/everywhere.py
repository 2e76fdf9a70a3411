"""Runs the tests on SQLite, then those that ask a database or a cache on PostgreSQL and Redis where there are any.

What it is given on its command line goes on to pytest.
TEST_DATABASE_URL and TEST_CACHE_URL name other servers than those of this machine. The tests make a database of
their own there and drop it again.
"""

import os
import subprocess
import sys

import psycopg
import redis

DATABASE = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
CACHE = os.environ.get("TEST_CACHE_URL", "redis://127.0.0.1:6379/9")


def main():
    services = {**postgresql(), **redis_server()}
    code = tests("All tests on SQLite")
    if code or "DATABASE_URL" not in services:
        return code
    where = "PostgreSQL and Redis" if "CACHE_URL" in services else "PostgreSQL"
    return tests(f"The tests of database and cache on {where}", "-m", "services", **services)


def postgresql():
    try:
        psycopg.connect(DATABASE, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        print(f"Skipped: the tests on PostgreSQL. {str(error).splitlines()[0]}")
        return {}
    return {"DATABASE_URL": DATABASE}


def redis_server():
    try:
        redis.Redis.from_url(CACHE, socket_connect_timeout=3).ping()
    except redis.exceptions.ConnectionError as error:
        print(f"Skipped: the tests on Redis. {error}")
        return {}
    return {"CACHE_URL": CACHE}


def tests(which, *options, **services):
    print(which, flush=True)
    command = [sys.executable, "-m", "pytest", *sys.argv[1:], *options]
    return subprocess.run(command, env=os.environ | services).returncode


sys.exit(main())
