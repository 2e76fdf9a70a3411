"""Tests of the reader's pages."""
