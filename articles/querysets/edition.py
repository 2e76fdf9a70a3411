"""The paper: editions as cards, pages and lists show them."""

from django.db.models.functions import MD5

from .edition_relations import EditionRelations
from .edition_times import EditionTimes


class EditionQuerySet(EditionTimes, EditionRelations):
    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def for_cards(self):
        """What a card or a feed item shows: no body, and the section and picture in the same query."""
        return self.select_related("section").defer("body_html", "body_text", "figures", "backing")

    def whole(self):
        """What a story page or a feed of full texts shows."""
        return self.select_related("section")

    def listed_in(self, rows):
        """The editions of tag or byline rows; the rows' index has done the finding and the order."""
        return self.filter(pk__in=rows).newest_first()

    def for_comparing(self):
        """Newest first, with a digest in place of the text, which tells whether it changed."""
        return (
            self.defer("body_html", "body_text", "figures")
            .annotate(body=MD5("body_html"))
            .order_by("-live_from", "-number")
        )
