"""Editions as data for search engines, archives and other newsrooms. Pure: takes an edition, gives a dict or a text."""

from . import wxr
from .backing import backed
from .lists import about, collection, crumbs, crumbs_of, front, profile
from .markdown import markdown
from .names import story_uri
from .newsml_g2 import newsml_g2, newsml_g2_canceled
from .ninjs import canceled, news_item
from .nitf import nitf
from .publisher import Publisher, policies
from .schema_org import news_article

__all__ = [
    "Publisher",
    "about",
    "backed",
    "canceled",
    "collection",
    "crumbs",
    "crumbs_of",
    "front",
    "markdown",
    "news_article",
    "news_item",
    "newsml_g2",
    "newsml_g2_canceled",
    "nitf",
    "policies",
    "profile",
    "story_uri",
    "wxr",
]
