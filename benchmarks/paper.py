"""Runs inside a newsroom and fills it with a paper of twenty years: `python -m benchmarks.paper N`.

Desk copies, revisions and the record come from the house's writers. Editions are frozen by the house and written many
at a time, where publishing writes one; one story in a hundred goes through publishing, which then corrects it, moves
it, takes it off, kills it, or schedules another edition.
"""

import io
import os
import random
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from django.db import transaction  # noqa: E402  models can be imported only once Django is set up
from django.utils import timezone  # noqa: E402
from PIL import Image as Picture  # noqa: E402

from articles import editing, pictures, publishing, record, search, tagging  # noqa: E402
from articles.freezing import digest, freeze  # noqa: E402
from articles.models import (  # noqa: E402
    Article,
    Author,
    Edition,
    EditionByline,
    EditionTag,
    Revision,
    Section,
    Tag,
    Transition,
)
from articles.search import usual  # noqa: E402

from . import dressing, stories  # noqa: E402

BATCH, YEARS, PICTURES = 200, 20, 12
SECTIONS = "News Harbour Council Courts Sport Culture Opinion".split()


def main(many):
    pick, now = random.Random(7), timezone.now()
    things = _things(pick)
    step = timedelta(days=365 * YEARS) / many
    for start in range(0, many, BATCH):
        numbers = range(start, min(start + BATCH, many))
        _write([(number, now - step * (many - number)) for number in numbers], things, pick)
    print(f"{Edition.objects.count()} editions of {Article.objects.count()} stories")


def _things(pick):
    """What stories share: sections, tags, people, pictures."""
    for place, name in enumerate(SECTIONS):
        Section.objects.create(name=name, slug=name.lower(), position=place)
    for name in stories.NOUNS + stories.PLACES:
        tagging.save_tag(Tag(name=name.capitalize()))
    for name in stories.PEOPLE:
        Author.objects.create(name=name, slug=name.lower().replace(" ", "-"))
    images = [_image(pick, number) for number in range(PICTURES)]
    return list(Section.objects.all()), list(Tag.objects.all()), list(Author.objects.all()), images


def _image(pick, number):
    file = io.BytesIO()
    Picture.new("RGB", (900, 600), tuple(pick.randrange(256) for _ in range(3))).save(file, "JPEG")
    file.seek(0)
    return pictures.add(file, title=f"Picture {number}", alt="A field of one colour", credit="Drawing: bench")


@transaction.atomic
def _write(numbered, things, pick):
    drafts = [_draft(number, things, pick) for number, _ in numbered]
    articles = editing.create_many(drafts, by=None, origin=Revision.Origin.IMPORTED)
    plain, told = [], list(zip(numbered, articles, drafts, strict=True))
    for (number, at), article, draft in told:
        if number % 100 == 99:
            _by_hand(article, at, number // 100)
        else:
            plain.append((_edition(article, at), draft))
    _keep(plain)


def _draft(number, things, pick):
    sections, tags, people, images = things
    told = dressing.story(number)
    fields = {"headline": told.headline, "standfirst": stories.sentence(pick, 12), "body": told.html, "language": "en"}
    fields |= {"section": pick.choice(sections), "lead": pick.choice(images) if number % 10 else None}
    return editing.Draft(fields, ((pick.choice(people), ""),), tuple(pick.sample(tags, 2)))


def _edition(article, at):
    edition = Edition(**freeze(article, [], at=at), number=1, live_from=at, made_at=at, updated_at=None)
    edition.digest = digest(edition)
    return edition


def _keep(plain):
    """Editions with what carries them into lists and search, and their lines in the record."""
    editions = Edition.objects.bulk_create(edition for edition, _ in plain)
    rows = [
        (edition, draft, {"published_at": edition.published_at, "live_from": edition.live_from})
        for edition, draft in plain
    ]
    EditionTag.objects.bulk_create(
        EditionTag(edition=edition, tag=tag, **window) for edition, draft, window in rows for tag in draft.tags
    )
    EditionByline.objects.bulk_create(
        EditionByline(edition=edition, author=author, **window)
        for edition, draft, window in rows
        for author, _ in draft.bylines
    )
    search.enlist_many(
        [
            (edition, [tag.pk for tag in draft.tags], [author.pk for author, _ in draft.bylines])
            for edition, draft in plain
        ],
        custom=usual.of_entries(),
    )
    for edition in editions:
        search.liken(edition)
    action, ready = Transition.Action.PUBLISHED, Article.Stage.READY
    Transition.objects.bulk_create(
        record.entry(e.article, action, by=None, edition=e, before=e.article.stage, after=ready, at=e.made_at)
        for e in editions
    )
    Article.objects.filter(pk__in=[edition.article_id for edition in editions]).update(stage=ready)


def _by_hand(article, at, turn):
    """What else becomes of stories, each in its turn."""
    publishing.publish(article, by=None, at=at, backdated=True)
    if turn % 5 == 0:
        right = publishing.Put("correction", wrong="We said March.", right="It was May.")
        publishing.publish(_saved(article, standfirst="It was May, the board said"), by=None, correction=right)
    elif turn % 5 == 1:
        publishing.publish(_saved(article, slug=f"moved-{article.pk}"), by=None)
    elif turn % 5 == 2:
        publishing.unpublish(article, by=None)
    elif turn % 5 == 3:
        publishing.kill(article, by=None, notice="This story was withdrawn.", reason="A court said so.")
    else:
        later = timezone.now() + timedelta(days=1)
        publishing.publish(_saved(article, standfirst="There is more tomorrow"), by=None, at=later)


def _saved(article, **fields):
    article.refresh_from_db()
    editing.save(article, fields, by=None, base_version=article.version)
    return article


if __name__ == "__main__":
    main(int(sys.argv[1]))
