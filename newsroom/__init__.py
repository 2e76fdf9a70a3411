"""The project: settings, addresses, the server's door, turns at SQLite. Everything about news is in `articles`."""
