"""The command as an operator meets it: what it loads, what a second run does, and what it refuses."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Topic
from articles.topics import lists as reading

from .lists import concept, write, write_concepts

pytestmark = pytest.mark.django_db
ROWING = concept("20000999", "15043000", en_GB="rowing", de="Rudern")
TIDES = concept("20000888", en_GB="tides")


@pytest.fixture
def load(tmp_path, capsys):
    """Load lists and return what the command said."""

    def load(*paths, **options):
        call_command("load_topics", *paths, **options)
        return capsys.readouterr().out.replace(f"{tmp_path}/", "")

    return load


@pytest.fixture
def new(tmp_path):
    return write_concepts(tmp_path / "new.json", ROWING, TIDES)


@pytest.fixture
def old(tmp_path):
    return write(tmp_path / "old.json", {"15043000": "rowing (old)", "15000000": "sport"})


def topic(name):
    scheme, code = name.split(":")
    return Topic.objects.get(scheme=scheme, code=code)


def test_topics_have_their_names_and_old_codes_lead_to_todays(load, new, old):
    said = load(new, old)

    assert said == "new.json: 2 new; old codes led to today's: 1.\nold.json: 2 new.\n"
    assert topic("medtop:20000999").names == {"en-GB": "rowing", "de": "Rudern"}
    assert topic("subj:15043000").same_as == topic("medtop:20000999")
    assert topic("subj:15043000").all_names == {"en-GB": "rowing (old)", "de": "Rudern"}


def test_the_order_of_lists_does_not_matter(load, new, old):
    load(old, new)
    there = list(Topic.objects.values_list("scheme", "code", "names", "same_as__code"))
    Topic.objects.all().delete()

    load(new, old)

    assert list(Topic.objects.values_list("scheme", "code", "names", "same_as__code")) == there


def test_a_second_run_says_unchanged_and_writes_nothing(load, new, old):
    load(new, old)

    with CaptureQueriesContext(connection) as captured:
        said = load(new, old)

    assert not [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert said == "new.json: 2 unchanged.\nold.json: 2 unchanged.\n"


def test_a_new_name_and_a_retired_topic_are_told_and_the_code_stays(load, new, tmp_path):
    load(new)
    newer = [concept("20000999", "15043000", en_GB="rowing races"), concept("20000888", en_GB="tides", retired=True)]

    said = load(write_concepts(tmp_path / "newer.json", *newer))

    assert said == "newer.json: 1 renamed, 1 retired.\n"
    assert topic("medtop:20000888").retired
    assert topic("medtop:20000999").names == {"en-GB": "rowing races", "de": "Rudern"}


def test_a_topic_that_a_newer_list_leaves_out_is_kept(load, new, tmp_path):
    load(new)

    load(write_concepts(tmp_path / "newer.json", ROWING))

    assert topic("medtop:20000888").names == {"en-GB": "tides"}


def test_a_list_in_one_language_adds_its_names(load, new, tmp_path):
    load(new)
    french = [concept("20000999", fr="aviron"), concept("20000777")]  # the second is not translated

    said = load(write_concepts(tmp_path / "fr.json", *french))

    assert said == "fr.json: 1 new, 1 renamed.\n"
    assert topic("medtop:20000999").names == {"en-GB": "rowing", "de": "Rudern", "fr": "aviron"}


def test_an_old_code_that_two_topics_match_leads_to_the_one_in_use(load, tmp_path):
    retired = concept("20000111", "15043000", en_GB="oars", retired=True)

    load(write_concepts(tmp_path / "two.json", retired, ROWING))

    assert topic("subj:15043000").same_as == topic("medtop:20000999")


def test_swedish_and_danish_are_called_what_stories_call_them(load, tmp_path):
    load(write_concepts(tmp_path / "list.json", concept("20000999", se="rodd", dk="roning")))

    assert topic("medtop:20000999").names == {"sv": "rodd", "da": "roning"}


def test_a_dry_run_tells_and_writes_nothing(load, new):
    said = load(new, dry_run=True)

    assert said == "Dry run, nothing was written:\nnew.json: 2 new; old codes led to today's: 1.\n"
    assert not Topic.objects.exists()


def test_names_lose_what_no_database_takes(load, tmp_path):
    load(write(tmp_path / "old.json", {"15043000": "ro\u0000wing \ud800 \n races"}))

    assert topic("subj:15043000").names == {"en-GB": "rowing races"}


BAD = {
    "nothing.json": (b"", "this is no JSON"),
    "latin.json": ('{"15000000": "Fu\u00dfball"}'.encode("latin-1"), "not written in UTF-8"),
    "deep.json": (b"[" * 200_000, "nested deeper"),
    "number.json": (b"1" * 5000, "nested deeper"),
    "story.json": (b'{"uri": "urn:1", "headline": "Ferry"}', "is no list of topics"),
    "list.json": (b"[]", "is no list of topics"),
    "empty.json": (b'{"conceptSet": []}', "has 0 topics"),
    "odd.json": (b'{"conceptSet": [7]}', "topic 1 has no address"),
    "elsewhere.json": (
        b'{"conceptSet": [{"uri": "http://cv.iptc.org/newscodes/genre/Feature"}]}',
        "topic 1 has no add",
    ),
    "names.json": (
        b'{"conceptSet": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000999", "prefLabel": 7}]}',
        "no n",
    ),
    "short.json": (b'{"15000000": "sport", "15": "sport"}', "topic 2 \u201c15\u201d is no code of eight digits"),
    "unnamed.json": (b'{"15000000": null}', "topic 1 has a name that is empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_list_is_refused_by_name_and_nothing_is_loaded(load, new, tmp_path, name):
    data, reason = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(CommandError, match=reason) as refused:
        load(new, str(path))

    assert str(refused.value).startswith(str(path))
    assert refused.value.returncode == 2
    assert not Topic.objects.exists()


@pytest.mark.parametrize("path", ["/nowhere/list.json", "/tmp"])
def test_a_path_that_cannot_be_read_is_refused_by_name(load, path):
    with pytest.raises(CommandError, match=f"{path} cannot be read"):
        load(path)


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed(load, new, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 100)

    with pytest.raises(CommandError, match="is larger than"):
        load(new)
