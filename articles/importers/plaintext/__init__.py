"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

from .parsing import parse

__all__ = ["parse"]
