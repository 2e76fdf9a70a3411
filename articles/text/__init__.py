"""Rules about text: strings in, strings out. Nothing here knows the database, a request or a template."""
