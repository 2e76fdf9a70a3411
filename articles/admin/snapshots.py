"""Two snapshots of a story (`editing.snapshot`) told apart, field by field, in words an editor knows."""

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import Article, Image, Section
from articles.text import differences

LABELS = {
    "kicker": "Kicker",
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Text",
    "dateline": "Dateline",
    "bylines": "Bylines",
    "section": "Section",
    "kind": "Kind",
    "weight": "Weight",
    "tags": "Tags",
    "lead": "Lead picture",
    "assignee": "Assignee",
    "due": "Due",
    "planned_for": "Planned for",
    "embargo_until": "Embargo until",
    "slug": "Slug",
    "language": "Language",
    "source_line": "Source",
    "rights": "Rights",
    "ednote": "Note to editors",
}
FOLD = 3
MOMENTS = ("due", "planned_for", "embargo_until")


@dataclass(frozen=True)
class Change:
    """One field that differs, as blocks of `text.differences`. `remark` is for whoever has to choose."""

    name: str
    label: str
    blocks: list
    remark: str = ""

    @property
    def count(self):
        return differences.count(self.blocks)

    @property
    def stretches(self):
        """(folded, blocks) in order: three and more unchanged blocks in a row are folded away."""
        stretches = (list(group) for _, group in groupby(self.blocks, key=lambda block: not block.changes))
        return [(not blocks[0].changes and len(blocks) >= FOLD, blocks) for blocks in stretches]


def changes(old, new, remark=lambda name: ""):
    """The fields that differ between two snapshots, in the order of the form; missing fields are not compared."""
    told_old, told_new = _told(old), _told(new)
    return [
        Change(name, label, _blocks(name, told_old[name], told_new[name]), remark(name))
        for name, label in LABELS.items()
        if name in old and name in new and _differ(name, (old, new), (told_old, told_new))
    ]


def _differ(name, values, told):
    """Moments and bylines are compared in words, as an import spells them in its own way."""
    old, new = told if name in (*MOMENTS, "bylines") else values
    return old[name] != new[name]


def _blocks(name, old, new):
    return differences.of_bodies(old, new) if name == "body" else differences.of_lines(old, new)


def _told(data):
    """Every value of a snapshot as text, except the body, which stays markup."""
    kinds, weights = dict(Article.Kind.choices), dict(Article.Weight.choices)
    words = {name: data.get(name) or "" for name in LABELS}
    words |= {name: _moment(words[name]) for name in MOMENTS}
    words["bylines"] = ", ".join(_credit(byline) for byline in words["bylines"])
    words["tags"] = ", ".join(words["tags"])
    words["kind"] = kinds.get(words["kind"], words["kind"])
    words["weight"] = str(weights.get(words["weight"], words["weight"]))
    return words | _names(words)


def _names(words):
    """What the keys in a snapshot point to; the key itself where it is gone."""
    section = Section.objects.filter(slug=words["section"]).values_list("name", flat=True).first()
    lead = Image.objects.filter(pk=words["lead"] or None).values_list("title", flat=True).first()
    assignee = get_user_model().objects.filter(pk=words["assignee"] or None).first()
    return {
        "section": section or words["section"],
        "lead": lead or str(words["lead"]),
        "assignee": str(assignee or words["assignee"]),
    }


def _credit(byline):
    return f"{byline['name']} ({byline['role']})" if byline["role"] else byline["name"]


def _moment(text):
    return f"{timezone.localtime(parse_datetime(text)):%-d %B %Y, %H:%M %Z}" if text else ""
