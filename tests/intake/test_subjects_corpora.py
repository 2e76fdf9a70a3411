"""The IPTC's own lists over real wires: cases D12 and D15."""

import pytest
from django.core.management import call_command

from articles.models import ImportRecord, Topic
from tests.corpora import corpus_folder

pytestmark = pytest.mark.django_db
LISTS = ("cptall-x-all.json", "subject_codes.json")
DPA = "tests/io/fixtures/dpa.xml"
NTB = "examples/2.1/ntb_text.json"


@pytest.fixture
def listed():
    folder = corpus_folder("iptc-mediatopics") / "superdesk/io/data"
    call_command("load_topics", *(str(folder / name) for name in LISTS), verbosity=0)


def subjects_of(inbox, path):
    """{code: subject} as kept with the import of one file."""
    inbox.run(str(path))
    return {one["code"]: one for one in ImportRecord.objects.get().extra["subjects"]}


def test_all_topics_are_there_and_a_second_run_says_unchanged(listed, capsys):
    folder = corpus_folder("iptc-mediatopics") / "superdesk/io/data"
    call_command("load_topics", *(str(folder / name) for name in LISTS))

    said = capsys.readouterr().out.splitlines()
    assert [line.rpartition(": ")[2] for line in said] == ["1286 unchanged.", "1404 unchanged."]
    assert Topic.objects.filter(scheme="medtop", retired=True).count() == 153
    assert Topic.objects.filter(scheme="subj").exclude(same_as=None).count() == 878


def test_d12_a_media_topic_is_a_subject_with_an_english_and_a_german_name(listed, inbox):
    soccer = subjects_of(inbox, corpus_folder("superdesk-core-fixtures") / DPA)["20001065"]

    names = {"en-GB": "soccer", "de": "Fußball"}
    assert soccer == {"scheme": "medtop", "code": "20001065", "name": "Fußball", "names": names}


def test_d15_old_codes_are_named_by_the_old_list_and_led_to_todays(listed, inbox):
    subjects = subjects_of(inbox, corpus_folder("iptc-ninjs") / NTB)

    technology = {"name": "Teknologi", "names": {"en-GB": "technology (general)"}}
    assert subjects["13010000"] == {"scheme": "subj", "code": "13010000", **technology}
    assert subjects["04011000"]["same_as"] == "medtop:20000294"
    assert subjects["Innenriks"] == {"code": "Innenriks", "name": "Innenriks"}
