"""Sitemaps: an index, the standing pages, the stories month by month, and the news of the last two days.

Written straight to text from tuples, not through Django's sitemap views: those count and page the whole archive for
each chunk, and render a template a row.
"""

from .newest import news
from .stories import index, month, pages

__all__ = ["index", "month", "news", "pages"]
