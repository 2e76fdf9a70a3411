"""What templates need and Django does not have. Nothing here asks the database."""
