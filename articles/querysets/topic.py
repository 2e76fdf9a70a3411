"""Topics that records name by their codes."""

from django.db.models import QuerySet

MOST = 500  # codes in one question; a list is short, so of more all are read


class TopicQuerySet(QuerySet):
    def known_by(self, names):
        """{(scheme, code): topic} of those of the pairs `names` that a list told, each with what it is the same as."""
        codes = {code for _, code in names}
        found = (self.filter(code__in=codes) if len(codes) <= MOST else self).select_related("same_as")
        return {(topic.scheme, topic.code): topic for topic in found if (topic.scheme, topic.code) in names}
