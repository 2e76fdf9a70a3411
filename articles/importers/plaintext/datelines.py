"""Reads the dateline off the first paragraph. It is copied: the text keeps it (IMPORT §3.9)."""

import re

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){0,3}"
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þa-z][\w.'’-]*){0,3}"
_MONTH = (
    r"(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    r"|January|February|August|September|October|November|December)\.?"
)
_DATE = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH})"
_DASH = r"(?:--|[-–—_])"
_SOURCE = r"[A-Za-z][\w .&/-]{1,30}"
_AGENCY = r"(?:Kyodo(?: News)?|Reuters|Xinhua|TASS|Interfax|Belga|Tanjug|Yonhap|Bernama)"
_STATES = """Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo.
    Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. Vt. Va. Wash. W.Va.
    Wis. Wyo. D.C."""
_COUNTRIES = """Argentina Australia Austria Belgium Brazil Canada Chile China Czech_Republic Denmark Egypt England
    Finland France Germany Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya Mexico
    Netherlands New_Zealand Nigeria Norway Pakistan Poland Portugal Romania Russia Scotland South_Africa
    South_Korea Spain Sweden Switzerland Syria Taiwan Thailand Turkey Ukraine Wales"""
_REGION = "(?:{})".format("|".join(re.escape(name.replace("_", " ")) for name in f"{_STATES} {_COUNTRIES}".split()))
_SHORT_SOURCE = r"[a-zA-Z]{2,8}(?:[ /][a-z]{2,8})?"
_KNOWN_SOURCE = r"(?:ats|afp|ap|dpa|sda|belga|apa|ansa|efe|reuters)(?:[ /][a-z]{2,8})?"
_DATED = rf"(?:, (?P<date>{_DATE}))?"
_TIERS = [
    re.compile(tier)
    for tier in (
        # SAITAMA, Japan, Dec. 9 (AP) -
        rf"(?P<place>{_CAPS}(?:, {_PLACE}\.?)?){_DATED} \((?P<source>{_SOURCE})\) ?{_DASH}",
        # SAITAMA, Japan, Dec. 9 Kyodo -
        rf"(?P<place>{_CAPS}(?:, (?!{_DATE}){_PLACE})?){_DATED},? (?P<source>{_AGENCY}) ?{_DASH}",
        # (ANSA) - Rome, October 11 -
        rf"\((?P<source>[A-Z]{{2,8}})\) ?{_DASH} ?(?P<place>{_PLACE}),? (?P<date>{_DATE}) ?{_DASH}",
        # Berlin (dpa) -
        rf"(?P<place>{_PLACE}(?:, {_PLACE})?){_DATED} \((?P<source>{_SHORT_SOURCE})\) ?{_DASH} ",
        # Paris (ats afp)
        rf"(?P<place>[A-Z][\w-]+) \((?P<source>{_KNOWN_SOURCE})\)(?P<date>) ",
        # BOULDER, Colo., March 3 -- and LONDON, England --
        rf"(?P<place>{_CAPS}, {_REGION}){_DATED} ?{_DASH}(?P<source>)",
        # LONDON, March 3 --
        rf"(?P<place>{_CAPS}), (?P<date>{_DATE}) ?{_DASH}(?P<source>)",
    )
]
_LIKELY = re.compile(rf"(?P<place>{_CAPS}) ?(?:--|[–—])\s?[A-Z]")
_TRAILING_DASH = re.compile(r"\s*(?:--|[-–—_])?\s*$")


def read_dateline(story, paragraph):
    """Copy the dateline that `paragraph`, the first one, opens with."""
    head = paragraph[:160]
    found = next((match for tier in _TIERS if (match := tier.match(head))), None)
    if not found:
        return _hint(story, head)
    parts = found.groupdict(default="")
    story.record.dateline = _TRAILING_DASH.sub("", found[0])
    story.record.extra["dateline"] = {name: parts[name] for name in ("place", "date", "source")}
    story.record.provider = story.record.provider or parts["source"]
    return None


def _hint(story, head):
    likely = _LIKELY.match(head)
    if likely and len(likely["place"]) > 3:
        message = f"“{likely['place']}” may be a dateline; set it by hand if it is a place."
        story.note("dateline-possible", "hint", message, paragraph=1, excerpt=head)
