"""Codes of wires as names: what an import keeps of a topic once its list is loaded, and what it never touches."""

import json

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ImportRecord
from tests.topics.lists import concept, write, write_concepts

pytestmark = pytest.mark.django_db
ROWING = concept("20000999", "15043000", en_GB="rowing", de="Rudern", fr="aviron")


@pytest.fixture
def listed(tmp_path):
    new = write_concepts(tmp_path / "new.json", ROWING, concept("15000000", "15000000", en_GB="sport", de="Sport"))
    old = write(tmp_path / "old.json", {"15043000": "rowing races"})
    call_command("load_topics", new, old, verbosity=0)


def story(*subjects, number=1, language="de"):
    """A ninjs item; each subject is a dict as ninjs writes it."""
    return json.dumps(
        {
            "uri": f"urn:rowing:{number}",
            "type": "text",
            "versioncreated": "2026-11-20T10:00:00Z",
            "language": language,
            "headline": f"Regatta number {number} begins on the quay",
            "body_text": "The first boats left at nine, and the last of them was back before the tide turned.",
            "subject": list(subjects),
        }
    )


@pytest.fixture
def kept(inbox):
    """Import a story with these subjects and return what is kept of them."""

    def kept(*subjects, **fields):
        inbox.drop("story.json", story(*subjects, **fields))
        inbox.run()
        return ImportRecord.objects.get().extra.get("subjects")

    return kept


def test_a_code_without_a_name_is_called_as_the_storys_language_calls_it(listed, kept):
    told = kept({"scheme": "medtop", "code": "20000999"})

    names = {"de": "Rudern", "en-GB": "rowing"}
    assert told == [{"scheme": "medtop", "code": "20000999", "name": "Rudern", "names": names}]


def test_in_a_language_that_the_list_has_not_it_is_called_in_english(listed, kept):
    told = kept({"scheme": "medtop", "code": "20000999"}, language="nb-NO")

    assert told == [{"scheme": "medtop", "code": "20000999", "name": "rowing", "names": {"en-GB": "rowing"}}]


@pytest.mark.parametrize(("language", "name"), [("pt-PT", "canotagem"), ("pt", "remo"), ("PT-pt", "canotagem")])
def test_of_two_forms_of_a_language_the_very_one_counts(kept, tmp_path, language, name):
    both = concept("20000999", pt_PT="canotagem", pt_BR="remo")
    call_command("load_topics", write_concepts(tmp_path / "list.json", both), verbosity=0)

    assert kept({"scheme": "medtop", "code": "20000999"}, language=language)[0]["name"] == name


def test_a_name_that_the_provider_gave_stays(listed, kept):
    told = kept({"scheme": "medtop", "code": "20000999", "name": "Achter"})

    assert told[0]["name"] == "Achter"
    assert told[0]["names"] == {"de": "Rudern", "en-GB": "rowing"}


def test_an_old_code_is_kept_with_todays_beside_it_and_named_by_its_own_list(listed, kept):
    told = kept({"code": "15043000"}, language="en")

    assert told == [
        {
            "scheme": "subj",
            "code": "15043000",
            "name": "rowing races",
            "names": {"en-GB": "rowing races"},
            "same_as": "medtop:20000999",
        }
    ]


def test_an_old_code_has_its_names_in_other_languages_from_todays(listed, kept):
    assert kept({"code": "15043000"}, language="fr")[0]["name"] == "aviron"


def test_an_old_code_that_no_list_knows_is_called_by_its_field(listed, kept):
    told = kept({"code": "15999000"})

    assert told == [{"scheme": "subj", "code": "15999000", "name": "sport", "broad": True}]


@pytest.mark.parametrize(
    "scheme", ["http://cv.iptc.org/newscodes/mediatopic", "https://cv.iptc.org/newscodes/mediatopic/"]
)
def test_a_scheme_written_as_its_address_is_the_same_scheme(listed, kept, scheme):
    told = kept({"scheme": scheme, "code": "20000999"})

    assert (told[0]["scheme"], told[0]["name"]) == (scheme, "Rudern")


def test_an_agency_that_writes_old_codes_under_its_own_name_keeps_it(listed, kept):
    told = kept({"scheme": "sttsubj", "code": "15043000", "name": "Soutu"})

    assert (told[0]["scheme"], told[0]["name"], told[0]["same_as"]) == ("sttsubj", "Soutu", "medtop:20000999")


@pytest.mark.parametrize(
    "subject",
    [
        {"scheme": "medtop", "code": "29999999"},
        {"scheme": "house", "code": "20000999"},
        {"scheme": "medtop", "code": "rowing"},
        {"scheme": "products", "name": "Regional"},
    ],
)
def test_what_no_list_knows_is_kept_as_it_is(listed, kept, subject):
    assert kept(subject) == [subject]


def test_newer_text_has_its_names_too(listed, inbox):
    inbox.drop("story.json", story({"code": "15000000"}))
    inbox.run()
    newer = story({"code": "15043000"}).replace("T10:00", "T11:00")
    inbox.drop("story.json", newer)

    inbox.run()

    assert ImportRecord.objects.get().extra["subjects"][0]["same_as"] == "medtop:20000999"


def questions(captured):
    return [query["sql"] for query in captured if "articles_topic" in query["sql"]]


def test_a_batch_asks_once_whatever_it_holds(listed, inbox):
    for number in range(8):
        inbox.drop(f"{number}.json", story({"code": "15043000"}, {"code": f"1500{number}000"}, number=number))

    with CaptureQueriesContext(connection) as captured:
        inbox.run()

    exists, *asked = questions(captured)
    assert "LIMIT 1" in exists
    assert len(asked) == 1


def test_subjects_without_end_are_one_question(listed, inbox):
    inbox.drop("story.json", story(*({"code": f"{code:08}"} for code in range(40_000)), {"code": "15043000"}))

    with CaptureQueriesContext(connection) as captured:
        inbox.run()

    assert len(questions(captured)) == 2
    assert ImportRecord.objects.get().extra["subjects"][-1]["same_as"] == "medtop:20000999"


def test_without_subjects_nothing_is_asked(listed, inbox):
    inbox.drop("story.json", story({"scheme": "house", "code": "x"}))

    with CaptureQueriesContext(connection) as captured:
        inbox.run()

    assert questions(captured) == []


def test_without_a_list_a_run_asks_once_whether_there_is_one(inbox):
    for number in range(60):  # more than a batch
        inbox.drop(f"{number}.json", story({"code": "15043000"}, number=number))

    with CaptureQueriesContext(connection) as captured:
        inbox.run()

    assert len(questions(captured)) == 1
