"""The section and the tags that an import was told to use, and the tags that its texts name."""

from difflib import get_close_matches

from articles import tagging
from articles.models import Section
from articles.text import names, tags
from articles.text.slugs import slug_of

from .options import Refused


def section_of(slug):
    """The section named on the command line; a new name makes a section, one that looks misspelt is refused."""
    if not slug:
        return None
    if section := Section.objects.filter(slug=slug).first():
        return section
    close = get_close_matches(slug, Section.objects.values_list("slug", flat=True), n=1, cutoff=0.75)
    if close or slug != slug_of(slug):
        hint = f"Did you mean --section {close[0]}?" if close else f"A section is written like {slug_of(slug)}."
        raise Refused(f"There is no section “{slug}”. {hint}")
    return Section.objects.create(name=slug.replace("-", " ").capitalize(), slug=slug, position=100)


class Topics:
    """Tags for texts: those asked for, and those of the desk whose name or alias stands in the text."""

    def __init__(self, asked):
        self._asked = tagging.resolve(asked)
        self._canonical = tagging.index()
        self._vocabulary = tags.vocabulary(self._canonical)
        self._keys = {tags.key(name) for name in self._canonical}
        self._tags = {}

    def of(self, text):
        """The Tag objects for a text, each once, those asked for first."""
        named = {self._canonical[name] for name in tags.mentioned(text, self._vocabulary)}
        return tuple({tag.pk: tag for tag in [*self._asked, *self._known(named)]}.values())

    def suggested(self, text, language):
        """Names in the text that the desk has no tag for: shown to the editor, never applied."""
        return [name for name in names.names_in(text, language) if tags.key(name) not in self._keys][:8]

    def _known(self, named):
        missing = named - self._tags.keys()
        if missing:
            self._tags |= {tag.name: tag for tag in tagging.resolve(sorted(missing))}
        return [self._tags[name] for name in sorted(named)]
