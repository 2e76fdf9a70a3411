"""What else of a story stands beside its page: its earlier addresses, its data, its changes, corrections, pictures."""

from articles import changes
from articles.models import Correction, Edition, Image

from .place import Place, on_page

CORRECTIONS, FEED = 25, 20  # on a page, in their feed


def of_page(edition, at):
    before = edition.article.editions.seen_by(at).exclude(path=edition.path)
    paths = before.order_by("path").values_list("path", flat=True).distinct()
    yield from (Place("redirect", "An address it had before", path, "leads to its own page") for path in paths)
    for old in edition.article.old_addresses.select_related("redirect").exclude(redirect__old_path=edition.path):
        yield Place("redirect", "Its address on another site", old.get_absolute_url(), "leads to its own page")
    others = Edition.objects.at(at).of_family(edition.translation_of_id or edition.article_id, edition.article_id)
    for path, language in others.values_list("path", "language"):
        yield Place("translation", f"The story in another language ({language})", path, "a link under the headline")
    yield Place("data", "Its data, for machines", edition.data_path)
    if changes.are_shown(Edition.objects.for_cards().with_past(at).get(pk=edition.pk)):
        yield Place("changes", "What changed, for readers", edition.changes_path)


def of_corrections(edition, at):
    """The list of what was put right, and its feed, by the story's newest entry there."""
    told = Correction.objects.at(at)
    newest = told.filter(article=edition.article_id).newest_first().first()
    if newest is None:
        return
    rank = told.filter(number__gt=newest.number)[: CORRECTIONS * 100].count()
    if found := on_page("/corrections/", rank, CORRECTIONS):
        yield Place("corrections", "Corrections", *found)
    if rank < FEED:
        yield Place("feed", "Feed of corrections", "/corrections/feeds/rss.xml", f"entry {rank + 1}", passing=True)


def of_pictures(edition):
    shown = Image.objects.shown_on(edition).prefetch_related("renditions")
    for image in shown:
        sizes = sorted(image.renditions.all(), key=lambda size: (-size.width, size.format))
        if sizes:
            told = f"{len(sizes)} files, the largest {sizes[0].width} pixels wide"
            yield Place("picture", f"Picture: {image}", f"/pictures/{sizes[0].name}", told)
    if edition.card:
        yield Place("picture", "Picture for link previews, drawn of its headline", edition.card_path)
