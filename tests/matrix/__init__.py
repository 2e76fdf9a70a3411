"""docs/permissions.md as a test: what it says (document), of whom and what (world), and what is sent (asking)."""
