"""The tables. Import models from here; a module in this package imports only from those named before it below."""

from .taxonomy import Section, Tag, TagAlias, TaggedArticle  # isort: skip
from .pictures import AnnouncedFile, Image, Rendition  # isort: skip
from .topic import Topic  # isort: skip
from .people import Author  # isort: skip
from .licence import Licence  # isort: skip
from .article import Article, Byline  # isort: skip
from .revision import Revision  # isort: skip
from .edition import Edition, EditionByline, EditionTag  # isort: skip
from .shown import ArticlePicture, EditionPicture  # isort: skip
from .record import Transition  # isort: skip
from .ledger import Correction, Withdrawal  # isort: skip
from .preview import PreviewLink  # isort: skip
from .ping import Ping  # isort: skip
from .desk import DeskMember, Presence  # isort: skip
from .delivery import Delivery, DeliveryItem, FetchedPicture, ImportRecord, Original, Source  # isort: skip
from .old_address import OldAddress  # isort: skip
from .page import Page  # isort: skip
from .search import SearchEntry  # isort: skip
from .likeness import Likeness  # isort: skip
from .paper import Paper  # isort: skip
from .daily import Issue, Sending, Subscriber  # isort: skip
from .report import Report  # isort: skip

__all__ = [
    "AnnouncedFile",
    "Article",
    "ArticlePicture",
    "Author",
    "Byline",
    "Correction",
    "Delivery",
    "DeliveryItem",
    "DeskMember",
    "Edition",
    "EditionByline",
    "EditionPicture",
    "EditionTag",
    "FetchedPicture",
    "Image",
    "ImportRecord",
    "Issue",
    "Licence",
    "Likeness",
    "OldAddress",
    "Original",
    "Page",
    "Paper",
    "Ping",
    "Presence",
    "PreviewLink",
    "Rendition",
    "Report",
    "Revision",
    "SearchEntry",
    "Section",
    "Sending",
    "Source",
    "Subscriber",
    "Tag",
    "TagAlias",
    "TaggedArticle",
    "Topic",
    "Transition",
    "Withdrawal",
]
