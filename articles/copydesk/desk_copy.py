"""Shows an article to the copy desk: any article-shaped object with its bylines and tags becomes a Story."""

from .story import Picture, Story


def story_of(article, *, bylines, tags):
    """`bylines` and `tags` are names: the caller knows whether they are saved yet."""
    lead = article.lead
    return Story(
        headline=article.headline,
        body=article.body,
        standfirst=article.standfirst,
        kicker=article.kicker,
        dateline=article.dateline,
        kind=article.kind,
        section=article.section.name if article.section else "",
        bylines=tuple(bylines),
        tags=tuple(tags),
        lead=lead and Picture(alt=lead.alt, caption=lead.caption, credit=lead.credit, decorative=lead.decorative),
        language=article.language or "en",
    )
