"""The desk: stock Django admin in our own skin. Layout and calls; the writers write.

`site` comes first: registering anything asks for the site of the class named in `articles.apps`.
"""

from . import site  # isort: skip
from . import article, digest, intake, ledgers, pages, paper, people, pictures, record, reports, taxonomy, users

__all__ = [
    "article",
    "digest",
    "intake",
    "ledgers",
    "pages",
    "paper",
    "people",
    "pictures",
    "record",
    "reports",
    "site",
    "taxonomy",
    "users",
]
