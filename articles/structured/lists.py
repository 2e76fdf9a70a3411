"""Pages that are no story as schema.org data: the front, lists, people, the paper about itself; and the way to each."""

from .names import told
from .publisher import CONTEXT, mentioned, organization


def crumbs(paper, *steps):
    """The way from the front to a page: (name, path) pairs."""
    found = [(paper.name, "/"), *steps]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": paper.address(path)}
        for number, (name, path) in enumerate(found, 1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}


def crumbs_of(edition, paper):
    section = [(edition.section.name, edition.section.get_absolute_url())] if edition.section else []
    return crumbs(paper, *section, (edition.headline, edition.path))


def front(paper, *, language):
    """The paper, whole, and that this is its place."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": paper.name,
        "url": f"{paper.url}/",
        "inLanguage": language,
        "publisher": organization(paper),
    }


def about(paper, page):
    """`page`: the standing page shown, or None."""
    path = page.get_absolute_url() if page and page.slug != "about" else "/about/"
    name = page.title if page else ""
    return told(
        {
            "@context": CONTEXT,
            "@type": "AboutPage",
            "name": name,
            "url": paper.address(path),
            "mainEntity": organization(paper),
        }
    )


def collection(paper, subject, stories):
    """A section or a topic, and what stands on its page."""
    return told(
        {
            "@context": CONTEXT,
            "@type": "CollectionPage",
            "name": subject.name,
            "description": subject.description,
            "url": paper.address(subject.get_absolute_url()),
            "publisher": mentioned(paper),
            "mainEntity": _listed(paper, stories),
        }
    )


def profile(paper, author, stories):
    """A writer's page: who they are, and what they wrote last."""
    page = paper.address(author.get_absolute_url())
    person = {
        "@type": "Person",
        "@id": f"{page}#person",
        "name": author.name,
        "url": page,
        "jobTitle": author.role,
        "description": author.bio,
        "email": author.email,
        "worksFor": mentioned(paper),
    }
    written = [{"@type": "Article", "headline": s.headline, "url": paper.address(s.path)} for s in stories]
    data = {"@context": CONTEXT, "@type": "ProfilePage", "url": page, "mainEntity": told(person), "hasPart": written}
    return told(data)


def _listed(paper, stories):
    items = [
        {"@type": "ListItem", "position": number, "name": story.headline, "url": paper.address(story.path)}
        for number, story in enumerate(stories, 1)
    ]
    return {"@type": "ItemList", "itemListElement": items}
