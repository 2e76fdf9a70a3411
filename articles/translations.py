"""A story in other languages: what its page offers readers to read instead, and what it tells search engines.

An edition carries where its translations stand, as `EditionQuerySet.in_other_languages` found them at the moment of
the page. What no reader has is not among them, so nothing here can give it away.
"""

from typing import NamedTuple

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import get_language_info

DEFAULT = "x-default"


class Version(NamedTuple):
    """A story in another language; `name` is what the language calls itself."""

    language: str
    direction: str
    path: str
    is_original: bool

    @property
    def name(self):
        try:
            return capfirst(get_language_info(self.language)["name_local"])
        except KeyError:
            return self.language


def of(edition):
    """The Versions of an edition in other languages, one a language, in the order of their tags."""
    found = {}
    for row in (*edition.translations, *edition.originals):
        version = Version(row["language"], row["direction"], row["path"], row["translation_of"] is None)
        if _key(version) != _key(edition):
            found.setdefault(_key(version), version)
    return [found[key] for key in sorted(found)]


def alternates(edition):
    """(hreflang, path) of every version, this page's own among them; empty for a story in one language.

    x-default, for readers of all other languages, is the one in the paper's own language, else the original.
    https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    others = of(edition)
    if not others:
        return []
    own = Version(edition.language, edition.direction, edition.path, edition.translation_of_id is None)
    versions = sorted([own, *others], key=_key)
    default = [one for one in versions if _is_the_papers(one)] or [one for one in versions if one.is_original]
    return [(one.language, one.path) for one in versions] + [(DEFAULT, one.path) for one in default[:1]]


def _key(version):
    return version.language.lower()


def _is_the_papers(version):
    return _key(version).partition("-")[0] == settings.LANGUAGE_CODE.lower().partition("-")[0]
