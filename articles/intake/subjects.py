"""Names for topics that came in as codes, from the lists that an operator loaded (`load_topics`)."""

from dataclasses import replace
from functools import cached_property

from django.conf import settings

from articles.importers.wire.subjects import is_listed, qcode
from articles.models import Topic

ENGLISH = "en"


class Subjects:
    """Asks for the topics of a batch in one query, and for none where no record has such codes or no list is here."""

    @cached_property
    def _is_empty(self):
        return not Topic.objects.exists()

    def name(self, arrived):
        """Let the subjects of these say their names. A code that no list knows stays as it is, and so does a name that
        its provider gave.
        """
        wanted = {name for parsed in arrived for name in map(qcode, parsed.record.subjects) if is_listed(*name)}
        if not wanted or self._is_empty:
            return
        known = Topic.objects.known_by(wanted)
        for record in (parsed.record for parsed in arrived):
            record.subjects = [
                _named(subject, known.get(qcode(subject)), record.language) for subject in record.subjects
            ]


def _named(subject, topic, language):
    if topic is None:
        return subject
    names = {tag: topic.all_names[tag] for tag in _tags(topic.all_names, language)}
    same_as = str(topic.same_as or "")
    if not names or (subject.name and not subject.broad):
        return replace(subject, names=names, same_as=same_as)
    return replace(subject, name=next(iter(names.values())), broad=False, names=names, same_as=same_as)


def _tags(names, language):
    """The languages of those names that somebody here reads: the story's, English, and the newsroom's, each once."""
    found = (_nearest(wanted, names) for wanted in (language, ENGLISH, settings.LANGUAGE_CODE) if wanted)
    return dict.fromkeys(filter(None, found))


def _nearest(wanted, names):
    """The very language (pt-PT), else the first by the alphabet of those that begin alike (pt-BR); None without one.
    PostgreSQL keeps no order of names.
    """
    by_tag = {tag.lower(): tag for tag in names}
    alike = (tag for tag in names if tag.partition("-")[0].lower() == wanted.partition("-")[0].lower())
    return by_tag.get(wanted.lower()) or min(alike, default=None)
