"""Editions as data for search engines, archives and other newsrooms. Pure: takes an edition, gives a dict."""

from .names import story_uri
from .ninjs import canceled, news_item
from .schema_org import news_article

__all__ = ["canceled", "news_article", "news_item", "story_uri"]
