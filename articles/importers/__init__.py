"""Parsers: bytes in, records out. A format is one module; none of them knows the database."""
