"""What is asked for at each address: the path for a state, and a body such as the page's own form would send."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture

from articles import publishing
from articles.models import Rendition
from tests.desk.forms import fields
from tests.factories import make_section
from tests.letterbox.forms import stamp_of_age

from .addresses import OLD
from .document import ALWAYS, STATES
from .world import old_address

ACCOUNTS = ("one's own", "another's", "a superuser's")
ENDED = "ended link"
AT_STORIES = {"story", "story-card", "story-changes", "story-data", "story-republish", "picture"}
AT_STORIES |= {"preview", "preview-picture", OLD}
PASSWORD = {"password1": "mGp-41-kestrel", "password2": "mGp-41-kestrel"}


class Asking:
    """All that can be asked of a world."""

    def __init__(self, world):
        self.world, self._forms = world, {}

    def states(self, address):
        """The states that an address is asked in."""
        name = address.name
        if (name.startswith("admin:auth_user_") and address.parts) or name.startswith("/admin/auth/user/"):
            return ACCOUNTS
        if self._hangs_on_a_story(address):
            return (*STATES, ENDED) if name == "preview" else STATES
        return ("articles", "auth") if name == "admin:app_list" else (ALWAYS,)

    def path(self, address, state, role):
        if address.name == OLD:
            return old_address(state)
        if address.name in ("story", "story-card", "story-changes", "story-data", "story-republish"):
            return self._public(address.name, state)
        parts = {part: self._part(part, address, state, role) for part in address.parts}
        if address.has_name:
            return reverse(address.name, kwargs=parts)
        route = address.route
        for part, value in parts.items():
            route = route.replace(f"<path:{part}>", str(value)).replace(f"(?P<{part}>.*)$", str(value))
        return f"/{route}"

    def body(self, address, state, role):
        """The form as a superuser has it, with something typed; a page of its own has its own."""
        name = address.name.removeprefix("admin:")
        if name in OWN:
            return OWN[name](self.world, state, role)
        if name.endswith("_delete"):
            return {"post": "yes"}
        if name.endswith(("_add", "_change")):
            return self._form(address, state, role) | TYPED.get(name, dict)()
        return {}

    def _hangs_on_a_story(self, address):
        about = address.name.startswith(("admin:articles_article_", "/admin/articles/article/"))
        return bool(about and address.parts) or address.name in AT_STORIES

    def _part(self, part, address, state, role):
        if state in ACCOUNTS:
            return self._account(state, role).pk
        if state in STATES or state == ENDED:
            return self._of_story(part, state)
        if part in ("pk", "object_id"):
            model = address.name.removeprefix("admin:articles_").removeprefix("admin:auth_").split("_")[0]
            model = address.route.split("/")[2] if not address.has_name else model
            return self.world.things[model].pk
        if part == "token":
            return self.world.tokens[address.name]
        if part == "slug":
            return {"about-page": "contact"}.get(address.name) or self._slug(address.name)
        day = self.world.stories["live"].editions.first().published_at
        dated = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
        logo = self.world.things["paper"].logo
        fixed = {"app_label": state, "url": "nothing/is/here/", "form": "csv", "name": logo, "part": "2"}
        return {**dated, **fixed}[part]

    def _of_story(self, part, state):
        link, token = self.world.ended if state == ENDED else self.world.links[state]
        if part == "token":
            return token
        if part in ("pk", "object_id"):
            return self.world.stories[state].pk
        lead = self.world.stories[state].lead_id
        return {
            "record": lambda: self.world.records[state].pk,
            "version": lambda: 1,
            "link": lambda: link.pk,
            "address": lambda: self.world.stories[state].old_addresses.get().pk,
            "name": lambda: Rendition.objects.filter(image=lead).order_by("pk").first().name,
        }[part]()

    def _account(self, state, role):
        users = self.world.users
        mine = users.get(role, users["reporter, own"])
        return {"one's own": mine, "another's": self.world.other, "a superuser's": self.world.boss}[state]

    def _slug(self, name):
        edition = self.world.stories["live"].editions.first()
        kind = name.split("-")[0]
        return {
            "section": edition.section.slug,
            "tag": edition.tags[0]["slug"],
            "author": edition.bylines[0]["slug"],
        }[kind]

    def _public(self, name, state):
        story = self.world.stories[state]
        edition = story.editions.first()
        path = edition.path if edition else publishing.path_of(story)
        card = (edition and edition.card_path) or f"{path}card-{'0' * 16}.jpg"
        beside = {"story-card": card, "story-changes": f"{path}changes/", "story-data": f"{path.rstrip('/')}.json"}
        return {**beside, "story-republish": f"{path}republish/"}.get(name, path)

    def _form(self, address, state, role):
        """What stands in the form; where nobody has one, what could be forged."""
        path = self.path(address, state, role)
        if path not in self._forms:
            form = fields(self.world.clients["superuser"].get(path), f"{address.name.split('_')[1]}_form")
            self._forms[path] = form or {"_base": "2"}
        return self._forms[path]


def _picture():
    file = io.BytesIO()
    Picture.new("RGB", (40, 30), "olive").save(file, "PNG")
    return {"file": SimpleUploadedFile("new.png", file.getvalue()), "title": "New", "alt": "A field"}


TYPED = {
    "articles_article_add": lambda: {"headline": "Begun by somebody", "section": make_section("Sport").pk},
    "articles_article_change": lambda: {"headline": "Changed by somebody"},
    "articles_image_add": _picture,
    "articles_section_add": lambda: {"name": "New section"},
    "articles_author_add": lambda: {"name": "New author"},
    "articles_tag_add": lambda: {"name": "New tag"},
    "articles_page_add": lambda: {"title": "New page"},
    "auth_user_add": lambda: {"username": "newcomer", "usable_password": "true", **PASSWORD},
    "auth_group_add": lambda: {"name": "New group"},
}
# bodies of pages that are not a model's form: (world, state, role) -> what is sent
OWN = {
    "articles_image_upload": lambda world, state, role: _picture(),
    "login": lambda world, state, role: {"username": world.owner.username, "password": "password"},
    "account": lambda world, state, role: {"time_zone": "Africa/Johannesburg"},
    "password_change": lambda world, state, role: {
        "old_password": "password",
        "new_password1": PASSWORD["password1"],
        "new_password2": PASSWORD["password2"],
    },
    "auth_user_password_change": lambda world, state, role: {"usable_password": "true", **PASSWORD},
    "articles_article_changelist": lambda world, state, role: {
        "action": "put_in_bin",
        "index": "0",
        "_selected_action": world.stories["draft"].pk,
    },
    "digest": lambda world, state, role: {"email": "ada@example.org", "stamp": stamp_of_age(purpose="digest")},
    "report": lambda world, state, role: {"text": "It was 13 to 11.", "stamp": stamp_of_age(purpose="report")},
    "articles_article_publish": lambda world, state, role: {
        "version": world.stories[state].version,
        "when": "now",
        "ends": "keep",
    },
    "articles_article_cancel": lambda world, state, role: {"note": "Not today."},
    "articles_article_end": lambda world, state, role: {"ends": "never", "zone": "UTC"},
    "articles_article_unpublish": lambda world, state, role: {"note": "It was not ours."},
    "articles_article_kill": lambda world, state, role: {"notice": "Withdrawn.", "reason": "Not so.", "sure": "on"},
    "articles_article_revive": lambda world, state, role: {"reason": "It was so after all.", "sure": "on"},
    "articles_article_restore": lambda world, state, role: {"base": world.stories[state].version},
    "articles_article_name_version": lambda world, state, role: {"name": "As the lawyer read it"},
    "articles_article_incoming": lambda world, state, role: {"decision": "keep", "seen": "1" * 64},
    "articles_article_preview": lambda world, state, role: {"headline": "As it is typed", "_base": "2"},
    "articles_article_old_addresses": lambda world, state, role: {"address": "/2018/another-name/"},
    "articles_article_links": lambda world, state, role: {"label": "The lawyer", "days": "2", "follows": "this"},
}
