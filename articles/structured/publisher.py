"""The paper itself as schema.org data: what it is called, its logo, and the policies that it has written down."""

from dataclasses import dataclass

from django.utils.encoding import iri_to_uri

from .names import pixels, told

CONTEXT = "https://schema.org"
# The roles of standing pages that say how the paper works, and what schema.org calls each.
POLICIES = {
    "masthead": "masthead",
    "ownership": "ownershipFundingInfo",
    "ethics": "ethicsPolicy",
    "principles": "publishingPrinciples",
    "corrections": "correctionsPolicy",
    "verification": "verificationFactCheckingPolicy",
    "unnamed-sources": "unnamedSourcesPolicy",
    "bylines": "noBylinesPolicy",
    "diversity": "diversityPolicy",
    "mission": "missionCoveragePrioritiesPolicy",
    "feedback": "actionableFeedbackPolicy",
}


@dataclass(frozen=True)
class Publisher:
    """`url`: the paper's address, without its last slash; `logo`: (path, width, height) or None; `pages`: (role,
    slug) of its standing pages that have a role.
    """

    url: str
    name: str
    tagline: str = ""
    logo: tuple | None = None
    pages: tuple = ()

    def address(self, path):
        return self.url + iri_to_uri(path)


def organization(paper):
    """NewsMediaOrganization; a policy is named only if there is a page that says it."""
    return told(
        {
            "@type": "NewsMediaOrganization",
            "@id": f"{paper.url}/#paper",
            "name": paper.name,
            "url": f"{paper.url}/",
            "slogan": paper.tagline,
            "logo": _logo(paper),
            **policies(paper),
        }
    )


def policies(paper):
    """{what schema.org calls it: address} of those that have a page."""
    return {POLICIES[role]: paper.address(f"/about/{slug}/") for role, slug in paper.pages if role in POLICIES}


def mentioned(paper):
    """The paper on pages that tell of something else: who it is, and where it says more of itself."""
    return told(
        {
            "@type": "NewsMediaOrganization",
            "@id": f"{paper.url}/#paper",
            "name": paper.name,
            "url": f"{paper.url}/",
            "logo": _logo(paper),
        }
    )


def _logo(paper):
    if not paper.logo:
        return None
    path, width, height = paper.logo
    return {"@type": "ImageObject", "url": paper.address(path), "width": pixels(width), "height": pixels(height)}
