"""The section and the tags that an import was told to use, and the tags that its texts name."""

from difflib import get_close_matches

from articles import tagging
from articles.models import Section
from articles.text import names, tags
from articles.text.findings import Finding, Level
from articles.text.slugs import slug_of

from .options import Refused

MOST_TAGS = 30  # that a source gives one story


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


class Sections:
    """The desk's sections by name. A text does not make one: what it calls its section may be any word."""

    def __init__(self):
        rows = list(Section.objects.all())
        self._found = {name: row for row in rows for name in (row.slug, row.name.casefold())}

    def called(self, name):
        """The section of this name or slug, None without one."""
        return self._found.get(name.casefold()) or self._found.get(slug_of(name)) if name else None

    def tell_of_unknown(self, parsed):
        name = parsed.record.section
        if name and not self.called(name):
            message = f"The source files this under “{name[:80]}”, which is no section here. Choose one."
            parsed.item.findings.append(Finding("section-unknown", Level.HINT, message, None, name[:120]))


class Topics:
    """Tags for texts: those asked for, and those of the desk whose name or alias stands in the text."""

    def __init__(self, asked):
        self._asked = tagging.resolve(asked)
        self._canonical = tagging.index()
        self._vocabulary = tags.vocabulary(self._canonical)
        self._keys = {tags.key(name) for name in self._canonical}
        self._tags, self._given = {}, {}

    def mentioned(self, text):
        """The names of the desk's tags that a text names itself, by whatever name it does."""
        return {self._canonical[name] for name in tags.mentioned(text, self._vocabulary)}

    def of(self, mentioned, given=()):
        """The Tag objects of a text, each once: those asked for, those its source gave it, those it names."""
        told = [self._given[name] for name in list(given)[:MOST_TAGS] if name in self._given]
        found = [*self._asked, *told, *self._known(mentioned)]
        return tuple({tag.pk: tag for tag in found}.values())

    def names(self, mentioned, given=()):
        """What the tags of `of` will be called, without making any: a new one as its source spells it."""
        told = [self._given[name].name if name in self._given else name.strip()[:100] for name in given[:MOST_TAGS]]
        found = [*(tag.name for tag in self._asked), *told, *sorted(mentioned)]
        return list({key: name for name in reversed(found) if (key := tags.key(name))}.values())[::-1]

    def learn(self, given):
        """Look up, or make, the tags that sources give their stories, all at once."""
        new = [name for name in dict.fromkeys(given) if name not in self._given and tags.key(name[:100])]
        if new:
            tagging.resolve(new)
            found = tagging.known([name.strip()[:100].strip() for name in new])
            self._given |= {name: found[tags.key(name.strip()[:100])] for name in new}

    def suggested(self, text, language):
        """Names in the text that the desk has no tag for: shown to the editor, never applied."""
        return [name for name in names.names_in(text, language) if tags.key(name) not in self._keys][:8]

    def _known(self, named):
        missing = named - self._tags.keys()
        if missing:
            self._tags |= {tag.name: tag for tag in tagging.resolve(sorted(missing))}
        return [self._tags[name] for name in sorted(named)]
