"""Every filter that has a name. Public reads begin at `WindowQuerySet.at()`; there is no other door."""

from .article import ArticleQuerySet
from .daily import SendingQuerySet, SubscriberQuerySet
from .delivery import ImportRecordQuerySet
from .edition import EditionQuerySet
from .edition_relations import FOUND
from .ledger import CorrectionQuerySet, WithdrawalQuerySet
from .old_address import OldAddressQuerySet
from .page import PageQuerySet
from .people import AuthorQuerySet
from .pictures import ImageQuerySet
from .report import ReportQuerySet
from .taxonomy import TagQuerySet
from .topic import TopicQuerySet
from .windows import WindowQuerySet, open_at

__all__ = [
    "FOUND",
    "ArticleQuerySet",
    "AuthorQuerySet",
    "CorrectionQuerySet",
    "EditionQuerySet",
    "ImageQuerySet",
    "ImportRecordQuerySet",
    "OldAddressQuerySet",
    "PageQuerySet",
    "ReportQuerySet",
    "SendingQuerySet",
    "SubscriberQuerySet",
    "TagQuerySet",
    "TopicQuerySet",
    "WindowQuerySet",
    "WithdrawalQuerySet",
    "open_at",
]
