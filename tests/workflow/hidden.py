"""Stories that readers may not know of: one word, found nowhere else, in every field of each."""

from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.utils import timezone

from articles import editing, old_addresses, pictures, previewing, publishing, tagging
from articles.models import Author
from articles.publishing import Put
from tests.factories import make_image, make_section

NOTICE = "This report was withdrawn because it could not be upheld."
STATES = ("draft", "scheduled", "embargoed", "killed", "expired", "binned", "unpublished", "rewritten")
WORDED = ("kicker", "headline", "standfirst", "dateline", "source_line", "rights")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def hide_many(number):
    """`number` stories, the states in turn: [(state, word, article)]."""
    pictures = _picture("maroon"), _picture("indigo")
    return [_hide(STATES[n % len(STATES)], *(pictures if n < len(STATES) else (None, None))) for n in range(number)]


def addresses(article, word):
    """What could be asked for: the address it has, had or would have, and all that goes with it."""
    paths = {edition.path for edition in article.editions.all()} or {publishing.path_of(article)}
    ends = ("/", "/changes/", "/republish/", ".json")
    own = [f"{path.rstrip('/')}{end}" for path in paths for end in ends]
    own += [edition.card_path for edition in article.editions.all() if edition.card]
    own += [path for path in map(str, article.old_addresses.select_related("redirect")) if "?" not in path]
    own += [f"/oembed?url={settings.SITE_URL}{path}" for path in paths]
    ends = ("", "feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json")
    return [*own, *(f"{path}{end}" for path in (f"/tag/tag-{word}/", f"/author/by-{word}/") for end in ends)]


def _hide(state, lead, inside):
    word = f"x{token_hex(9)}"
    article = editing.create(
        _fields(word, lead, inside, state),
        by=None,
        bylines=[(_author(word), word)],
        tags=tagging.resolve([f"Tag {word}"]),
    )
    for path in (f"/2012/01/07/{word}/", f"/?p={article.pk}", f"/blog/{word}.html"):
        old_addresses.add(article, path, by=None)
    _BRING[state](article, word)
    article.refresh_from_db()
    previewing.make(article, by=None, days=7, label=word)
    return state, word, article


def _fields(word, lead, inside, state):
    return {
        **{
            name: f"{word} {name}" for name in ("kicker", "headline", "standfirst", "dateline", "source_line", "rights")
        },
        "body": f'<p>The {word} sailed: <a href="https://example.org/{word}">log</a>.</p>{_shown(inside, word)}',
        "slug": word,
        "ednote": word,
        **dict.fromkeys(("method", "sources", "desk_sources", "reply_came", "conflicts", "checked_by"), word),
        "reply_sought": "yes",
        "licence": "by",
        "section": make_section(),
        "language": "en",
        "lead": lead,
        "embargo_until": timezone.now() + DAY if state == "embargoed" else None,
    }


def _author(word):
    return Author.objects.create(name=f"By {word}", slug=f"by-{word}", role=word, bio=word, email=f"{word}@example.org")


def _shown(image, word):
    told = f"<figcaption>{word}</figcaption>"
    return f'<figure><img src="picture:{image.pk}" alt="{word}">{told}</figure>' if image else ""


def _picture(color):
    """A picture whose words nobody may read, on one story of each state, or in its text."""
    image = make_image(color=color, size=(40, 30), title="Sealed", alt="Sealed", caption="Sealed", credit="Sealed")
    pictures.make_renditions(image)
    return image


def _publish(article, **told):
    return publishing.publish(article, by=None, waive={"no-body": "test"}, **told)


def _kill(article, word):
    _publish(article)
    _publish(article, correction=Put("correction", f"{word} was wrong", f"{word} is right"))
    publishing.kill(article, by=None, notice=NOTICE, reason=word)


def _expire(article, word):
    """Its end has come by itself: nobody did anything, so list rows are still there."""
    now = timezone.now()
    edition = _publish(article, at=now - DAY, backdated=True)
    edition.live_until = now - HOUR
    edition.save(update_fields=["live_until"])
    edition.tag_rows.update(live_until=edition.live_until)
    edition.byline_rows.update(live_until=edition.live_until)


def _unpublish(article, word):
    _publish(article)
    publishing.unpublish(article, by=None, note=word)


def _rewrite(article, word):
    """Live, and gone again with a newer edition planned that nobody is to see before its time."""
    _unpublish(article, word)
    article.refresh_from_db()
    editing.save(article, {"kicker": f"{word} again"}, by=None, base_version=article.version)
    _publish(article, at=timezone.now() + DAY)


_BRING = {
    "draft": lambda article, word: None,
    "scheduled": lambda article, word: _publish(article, at=timezone.now() + HOUR),
    "embargoed": lambda article, word: _publish(article, at=article.embargo_until),
    "killed": _kill,
    "expired": _expire,
    "binned": lambda article, word: editing.bin_story(article, by=None, note=word),
    "unpublished": _unpublish,
    "rewritten": _rewrite,
}
