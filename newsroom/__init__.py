"""The project: settings, addresses, the server's door. Everything about news is in `articles`."""
