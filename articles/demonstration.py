"""Sets up the sample newsroom in `demo/`: a small paper with its people, pictures and stories.

Everything goes through the doors that a desk uses: texts come in through intake, are edited, and published.
"""

import json
import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from articles import editing, grouping, intake, pictures, publishing, tagging
from articles.models import Article, Author, Image, ImportRecord, Licence, Page, Paper, Section, Source, Tag
from articles.text import pieces
from articles.text.markup import sanitise_page

DEMO = Path(__file__).with_name("demo")
SOURCE, SOURCE_NAME = "merrow-ledger-samples", "Merrow Ledger samples"
LOGIN, GROUPS = "editor", ("Editors", "Managing editors")
# No character that reads like another: the password is typed off a screen once.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Refused(Exception):
    """The newsroom is in use; nothing was written."""


def set_up(*, say):
    """Fill an empty newsroom and return the new editor's (name, password), or None if that login was there already.

    Pictures come first, each by itself: they take seconds, and one that is there is not made again. All the rest is
    one transaction, so a newsroom that was stopped half-way is still empty and the next run begins anew.
    Raises Refused if there is a story or a section.
    """
    _refuse_if_in_use()
    paper = json.loads((DEMO / "newsroom.json").read_text(encoding="utf-8"))
    say(f"{len(paper['pictures'])} pictures to be cut to every size (this takes the longest)")
    shots = {entry["slug"]: _add_picture(entry) for entry in paper["pictures"]}
    with transaction.atomic():
        _refuse_if_in_use()
        login = _fill(paper, shots, say=say)
        _keep_name(paper["paper"])
    say(f"{paper['paper']['name']} is ready")
    return login


def _refuse_if_in_use():
    if Article.objects.exists() or Section.objects.exists():
        raise Refused("This newsroom already has stories or sections. The samples go into an empty one only.")


def _fill(paper, shots, *, say):
    grouping.make_groups()
    editor, password = _editor()
    _add_people_and_places(paper)
    say(f"{len(paper['sections'])} sections, {len(paper['authors'])} authors, {len(paper['tags'])} tags")
    stories = _bring_in(paper["stories"], by=editor)
    say(f"{len(stories)} stories brought in as “{SOURCE_NAME}”")
    for entry, article in stories:
        _edit(article, entry, shots, by=editor)
    published = _publish(stories, by=editor)
    say(f"{published} stories published, {len(stories) - published} left on the desk")
    return (LOGIN, password) if password else None


def _editor():
    """The account to begin with, and its password if it was made now."""
    editor, made = User.objects.get_or_create(username=LOGIN, defaults={"is_staff": True, "first_name": "Editor"})
    if not made:
        return editor, None
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    editor.set_password(password)
    editor.save(update_fields=["password"])
    editor.groups.set(Group.objects.filter(name__in=GROUPS))
    return editor, password


def _add_people_and_places(paper):
    Section.objects.bulk_create(Section(position=n, **entry) for n, entry in enumerate(paper["sections"], 1))
    Author.objects.bulk_create(Author(**entry) for entry in paper["authors"])
    for entry in paper["tags"]:
        tagging.save_tag(Tag(name=entry["name"], description=entry["description"]), aliases=entry["aliases"])
    about = format_html_join("\n", "<p>{}</p>", ([paragraph] for paragraph in paper["paper"]["about"]))
    name = paper["paper"]["name"]
    Page.objects.create(
        title=f"About {name}", slug="about", description=f"Who writes {name}.", body=sanitise_page(about), position=1
    )
    pages = json.loads((DEMO / "pages.json").read_text(encoding="utf-8"))
    bodies = {page["slug"]: sanitise_page(page.pop("body")) for page in pages}
    Page.objects.bulk_create(Page(position=n, body=bodies[page["slug"]], **page) for n, page in enumerate(pages, 2))
    Paper.objects.create(licence=Licence.BY_ND)


def _add_picture(entry):
    with (DEMO / "pictures" / entry["file"]).open("rb") as file:
        told = {name: entry[name] for name in ("alt", "caption", "credit")}
        x, y = entry["focal"]
        title = entry["slug"].replace("-", " ").capitalize()
        return pictures.add(file, title=title, origin=Image.Origin.DRAWN, focal_x=x, focal_y=y, **told)


def _bring_in(entries, *, by):
    """Import the texts and return (entry, article) pairs in the order of `entries`."""
    Source.objects.get_or_create(slug=SOURCE, defaults={"name": SOURCE_NAME})
    intake.run([str(DEMO / "stories")], intake.Options(source=SOURCE, by=by))
    records = ImportRecord.objects.filter(source__slug=SOURCE).select_related("article")
    articles = {record.external_id: record.article for record in records}
    return [(entry, articles[entry["file"]]) for entry in entries]


def _edit(article, entry, shots, *, by):
    fields = {name: entry[name] for name in ("kind", "kicker", "weight", "language") if name in entry}
    fields |= entry.get("backing", {})
    fields |= {"section": Section.objects.get(slug=entry["section"]), "lead": shots.get(entry["picture"])}
    if "figures" in entry:
        fields["body"] = _illustrated(article.body, entry["figures"], shots)
    if "said_by" in entry:
        fields["body"] = _attributed(article.body, entry["said_by"])
    editing.save(
        article, fields, by=by, base_version=article.version, tags=tagging.resolve(entry["tags"]), note="Sample"
    )


def _illustrated(body, figures, shots):
    """The body with its figures, each after the block of that number."""
    blocks = pieces.cut(body)
    for figure in sorted(figures, key=lambda figure: -figure["after"]):
        blocks.insert(figure["after"], _embed(figure) if "embed" in figure else _shown(figure, shots))
    return "".join(blocks)


def _attributed(body, whose):
    """The body with the last line of its quotation, which says whose it is, as that."""
    line = format_html("{}", whose)
    return body.replace(f"<p>{line}</p></blockquote>", f"<footer>{line}</footer></blockquote>")


def _shown(figure, shots):
    """One picture, or several in a gallery, under one caption."""
    caption = format_html("<figcaption>{}</figcaption>", figure["caption"])
    pictures_shown = [f"picture:{shots[slug].pk}" for slug in figure["pictures"]]
    if len(pictures_shown) == 1:
        return format_html('<figure><img src="{}" alt="">{}</figure>', *pictures_shown, caption)
    several = format_html_join("", '<figure><img src="{}" alt=""></figure>', ([one] for one in pictures_shown))
    return format_html('<figure class="gallery">{}{}</figure>', several, caption)


def _embed(figure):
    html = '<figure class="embed"><a href="{embed}">{title}</a><figcaption>{source}</figcaption></figure>'
    return format_html(html, **figure)


def _publish(stories, *, by):
    """Publish the stories that say how old they are, oldest first; return how many."""
    now = timezone.now()
    due = [(now - timedelta(hours=entry["hours_ago"]), article) for entry, article in stories if entry["hours_ago"]]
    for at, article in sorted(due, key=lambda pair: pair[0]):
        publishing.publish(article, by=by, at=at, backdated=True)
    return len(due)


def _keep_name(paper):
    """Name the paper in `newsroom.env`, where settings are read from; lines that are there stay as they are."""
    path = Path(settings.DATA_FOLDER) / "newsroom.env"
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    there = {line.split("=", 1)[0].strip() for line in kept.splitlines()}
    lines = {"SITE_NAME": paper["name"], "SITE_PLACE": paper["place"], "SITE_TAGLINE": paper["tagline"]}
    new = [f"{name}={value}\n" for name, value in lines.items() if name not in there]
    gap = "\n" if kept and not kept.endswith("\n") else ""
    path.write_text(kept + gap + "".join(new), encoding="utf-8")
