"""One newsroom for the whole matrix: somebody in each role, a story in each state, and one of everything else."""

import io
from datetime import timedelta

from django.test import Client
from django.utils import timezone
from PIL import Image as Picture

from articles import cards, daily, editing, logos, old_addresses, previewing, publishing, reports, subscribing
from articles.models import (
    Article,
    Correction,
    Delivery,
    DeskMember,
    Edition,
    ImportRecord,
    Original,
    Page,
    Paper,
    Source,
    Transition,
    Withdrawal,
)
from tests.factories import WAIVED, make_article, make_author, make_group, make_image, make_section, make_user

from .document import STATES

COLORS = ("teal", "navy", "gold", "plum", "gray", "pink", "lime", "cyan")
GROUPS = {
    "reporter, own": "Reporters",
    "reporter, another's": "Reporters",
    "copy editor": "Copy editors",
    "editor": "Editors",
    "editor elsewhere": "Editors",
    "managing editor": "Managing editors",
}
Stage = Article.Stage
MACHINES = {
    "trust_txt": "belongto=https://press.example/",
    "security_txt": "Contact: mailto:security@example.org\nExpires: 2099-01-01T00:00:00Z",
    "ads_txt": "exchange.example, 1, DIRECT",
}
ORIGINAL = b"x\x9c\x4b\x4c\x4a\x06\x00\x02\x4d\x01\x27"


def old_address(state):
    """Where the story of a state was on another site."""
    return f"/2019/01/01/{state.replace(' ', '-')}-there/"


class World:
    """`stories` by state, begun by the reporter whose own they are; `things`: by model, a row that no story uses."""

    def __init__(self):
        self.users = {role: make_user(group) for role, group in GROUPS.items()}
        self.users["superuser"] = make_user(is_superuser=True)
        self.other = make_user("Reporters")
        self.boss = make_user(is_superuser=True)
        self.clients = {"stranger": Client(), **{role: _logged_in(user) for role, user in self.users.items()}}
        DeskMember.objects.create(user=self.users["editor elsewhere"]).sections.set([make_section("Sport")])
        self.source = Source.objects.create(slug="wire", name="The wire")
        self.original = Original.objects.create(sha256="0" * 64, size=3, content=ORIGINAL)
        self.stories = {state: self._story(state, color) for state, color in zip(STATES, COLORS, strict=True)}
        for state, story in self.stories.items():
            old_addresses.add(story, old_address(state), by=None)
        self.records = {state: self._record(state) for state in STATES}
        self.links = {state: self._link(story) for state, story in self.stories.items()}
        self.ended = self._link(self.stories["live"])
        previewing.revoke(self.ended[0], by=self.users["editor"])
        self._into_states()
        Page.objects.create(title="About", slug="about", position=1)
        self.things = self._things()

    @property
    def owner(self):
        return self.users["reporter, own"]

    def _story(self, state, color):
        """At version 2, so that there is one to bring back."""
        lead = make_image(color=color, size=(40, 30))
        story = make_article(
            by=self.owner, lead=lead, tags=["Ferries"], slug=f"a-{state.replace(' ', '-')}-story", licence="by"
        )
        return editing.save(story, {"standfirst": "Said once more"}, by=self.owner, base_version=1)

    def _record(self, state):
        now, sha = timezone.now(), "0" * 64
        pending = {**dict.fromkeys(editing.CONTENT, ""), "embargo_until": None, "bylines": []}
        pending |= {"headline": "New", "body": "<p>New.</p>", "sha256": "1" * 64}
        told = {"external_id": state, "path": f"{state}.txt", "sha256": sha, "seen_sha256": sha, "pending": pending}
        times = {"first_seen_at": now, "changed_at": now}
        where = {"source": self.source, "article": self.stories[state], "original": self.original}
        return ImportRecord.objects.create(**told, **times, **where)

    def _link(self, story):
        return previewing.make(story, by=self.users["editor"], days=2, label="The lawyer")

    def _into_states(self):
        editor, stories = self.users["editor"], self.stories
        editing.move(stories["in review"], to=Stage.REVIEW, by=self.owner)
        editing.move(stories["ready"], to=Stage.READY, by=editor)
        editing.move(stories["spiked"], to=Stage.SPIKED, by=editor)
        editing.bin_story(stories["binned"], by=editor)
        publishing.publish(stories["live"], by=editor, waive=WAIVED)
        put = publishing.Put(Correction.Kind.CORRECTION, wrong="The vote was 12 to 11.", right="It was 14 to 11.")
        publishing.publish(stories["live"], by=editor, waive=WAIVED, correction=put)
        editing.save(stories["live"], {"standfirst": "Said anew"}, by=editor, base_version=2)  # behind the desk again
        publishing.publish(stories["scheduled"], by=editor, waive=WAIVED, at=timezone.now() + timedelta(days=1))
        publishing.publish(stories["killed"], by=editor, waive=WAIVED)
        publishing.kill(stories["killed"], by=editor, notice="Withdrawn.", reason="It was not so.")
        Edition.objects.update(card=cards.keep(cards.Card("The Gazette", "A headline", "News", "red", "ltr")))
        for story in stories.values():
            story.refresh_from_db()

    def _things(self):
        subscriber, confirming = subscribing.ask("reader@example.org")
        self.tokens = {"digest-confirm": confirming, "digest-leave": subscribing.leaving_token(subscriber)}
        return {
            "subscriber": subscriber,
            "issue": daily.due(timezone.now()),
            "image": make_image("red", size=(40, 30)),
            "section": make_section("Culture"),
            "author": make_author("Ada Reed"),
            "tag": make_article(tags=["Unused"]).tags.get(),
            "page": Page.objects.create(title="Contact", slug="contact", position=2),
            "paper": _paper(),
            "source": self.source,
            "importrecord": self.records["draft"],
            "delivery": Delivery.objects.create(source=self.source, started_at=timezone.now(), counts={"created": 1}),
            "correction": Correction.objects.get(),
            "report": reports.receive(text="It was 13 to 11.", edition=self.stories["live"].editions.live().get()),
            "withdrawal": Withdrawal.objects.get(),
            "transition": Transition.objects.first(),
            "group": make_group("Editors"),
        }


def _paper():
    file, paper = io.BytesIO(), Paper(name="The Gazette", digest_is_on=True, **MACHINES)
    Picture.new("L", (40, 10), "black").save(file, "PNG")
    logos.put_on(paper, logos.drawn(file.getvalue()))
    paper.save()
    return paper


def _logged_in(user):
    client = Client()
    client.force_login(user)
    return client
