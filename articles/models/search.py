"""What readers can search: an edition taken apart into stems, beside which the database keeps its own index."""

from django.db import models

from .edition import Edition, _Listed


class SearchEntry(_Listed):
    """Carries an edition into search. `search` is the only writer; the index over it is kept by the database.

    The key rises with the moment of first publication, so that the newest entries are read first, in any database.
    `head`, `lead` (standfirst, names, tags) and `body` are stems with a space between them; `keys` are words with a
    mark before them: s_3 is section 3, k_opinion a kind, t_4 tag 4, a_5 author 5, h_ferri a stem of the headline,
    f_ferry a word as it stands in it, m_ferri a stem that tells what the story is about, the most telling first; e_ and
    m_ are in every entry.
    """

    id = models.BigIntegerField(primary_key=True)
    edition = models.OneToOneField(Edition, models.CASCADE, related_name="search_row")
    keys = models.TextField()
    head = models.TextField()
    lead = models.TextField()
    body = models.TextField()

    class Meta:
        verbose_name_plural = "search entries"

    def __str__(self):
        return f"{self.edition_id} in search"
