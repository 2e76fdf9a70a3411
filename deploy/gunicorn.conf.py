"""How gunicorn serves the newsroom: `python -m gunicorn --config deploy/gunicorn.conf.py newsroom.wsgi`.

HOST, PORT, WEB_CONCURRENCY (processes) and THREADS override what is worked out here.
"""

import logging
import multiprocessing
import os
import signal

from newsroom.environment import text

host, port = text("HOST", "127.0.0.1"), text("PORT", "8000")
bind = f"{host}:{port}"
if not text("SITE_URL"):
    os.environ["SITE_URL"] = f"http://{host}:{port}"

# One process on SQLite: many readers need no second one, and older SQLite libraries can lose a WAL reset between two.
on_sqlite = text("DATABASE_URL", "sqlite:").startswith("sqlite:")
worker_class = "gthread"
workers = int(text("WEB_CONCURRENCY") or (1 if on_sqlite else 2 * multiprocessing.cpu_count()))
threads = int(text("THREADS") or (8 if on_sqlite else 4))

timeout = graceful_timeout = 30
keepalive = 5
max_requests, max_requests_jitter = 20_000, 4_000
# The heartbeat file must never wait for a disk.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
control_socket_disable = True
loglevel = text("GUNICORN_LOG_LEVEL", "warning")

# Django leaves it to the server to drop the body of an answer to HEAD; it need not be said each time.
logging.getLogger("gunicorn.http.wsgi").setLevel(logging.ERROR)


def when_ready(server):
    address = os.environ.get("SITE_URL") or text("SITE_URL")
    print(
        f"\nThe newsroom is open: {address}/ for readers, {address}/admin/ for the desk. Ctrl-C closes it.", flush=True
    )


def post_worker_init(worker):
    """Ctrl-C reaches every process of a terminal; two signals at once can leave a worker waiting for itself.

    The master alone hears it, and a worker told to quit finishes what it is doing.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGQUIT, worker.handle_exit)


def on_exit(server):
    print("The newsroom is closed.", flush=True)
