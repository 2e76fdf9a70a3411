"""Django's SQLite backend, whose threads take turns at writing. ENGINE is `newsroom.sqlite`."""
