"""The last part of a story's address, where its source names one: two stories never get the same from an import."""

from articles.models import Article
from articles.text.findings import Finding, Level
from articles.text.slugs import slug_of


def settle(new, known):
    """Give each new story that names its slug a free one as `parsed.slug`; a slug that was taken is told.

    One that names none takes that of its headline: it is remembered, so that a dry run, which keeps no story, and a run
    in other portions say the same.
    """
    wanted = {slug_of(parsed.record.url_slug) for parsed in new if parsed.record.url_slug}
    taken = set(Article.objects.filter(slug__in=wanted).values_list("slug", flat=True)) if wanted else set()
    for parsed in new:
        if parsed.record.url_slug:
            parsed.slug = _free(slug_of(parsed.record.url_slug), taken, known.slugs, parsed)
        elif (own := slug_of(parsed.record.headline)) not in known.slugs:
            known.slugs[own] = 1


def _free(stem, taken, given, parsed):
    """`taken` are among those that the batch asks for, `given` the slugs of this run."""
    slug, number = stem, 1
    while slug in taken or slug in given or (number > 1 and Article.objects.filter(slug=slug).exists()):
        number = max(number, given.get(stem, 1)) + 1
        slug = f"{stem}-{number}"
    given[slug] = 1
    given[stem] = number
    if slug != stem:
        message = f"Another story has the address “{stem}”; this one got “{slug}”."
        parsed.item.findings.append(Finding("slug-taken", Level.WARNING, message, None, stem))
    return slug
