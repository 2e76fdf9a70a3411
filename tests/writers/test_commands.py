"""publish, unpublish, kill and verify_ledger, typed as an operator types them."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from articles import editing, publishing
from articles.freezing import CAME_LATER, NOT_DIGESTED
from articles.models import Article, Correction, DeskMember, Edition, Transition, Withdrawal
from tests.factories import make_article, make_edition, make_section, make_user

pytestmark = pytest.mark.django_db


def said(capsys, *line):
    """(exit code, what was printed, what was complained of)"""
    try:
        call_command(*line)
        code = 0
    except SystemExit as stop:
        code = stop.code
    return code, *capsys.readouterr()


def test_publish_takes_a_number(capsys):
    article = make_article()

    said(capsys, "publish", str(article.pk))

    assert Edition.objects.live().get().article == article


def test_publish_takes_a_path(capsys):
    edition = make_edition()
    publishing.unpublish(edition.article, by=None)

    said(capsys, "publish", edition.path)

    assert Edition.objects.live().get().article == edition.article


def test_the_record_says_that_the_command_line_did_it(capsys):
    said(capsys, "publish", str(make_article().pk))

    assert Transition.objects.get(action="published").by_name == "command line"


def test_by_names_whoever_did_it(capsys):
    editor = make_user("Editors", first_name="Jo", last_name="Marsh")

    said(capsys, "publish", str(make_article().pk), "--by", editor.username)

    assert Transition.objects.get(action="published").by_name == "Jo Marsh"


def test_by_gives_nobody_rights_they_do_not_have(capsys):
    reporter = make_user("Reporters")

    code, _, complained = said(capsys, "publish", str(make_article().pk), "--by", reporter.username)

    assert (code, Edition.objects.count()) == (1, 0)
    assert "may not" in complained


def test_by_keeps_to_the_sections_somebody_works_in(capsys):
    editor = make_user("Editors")
    DeskMember.objects.create(user=editor).sections.add(make_section("Sport"))

    code, *_ = said(capsys, "publish", str(make_article().pk), "--by", editor.username)

    assert (code, Edition.objects.count()) == (1, 0)


def test_an_address_that_is_none_is_no_story(capsys):
    code, _, complained = said(capsys, "publish", "http://[")

    assert code == 1
    assert "There is no such story" in complained


def test_an_unknown_account_is_refused():
    with pytest.raises(CommandError, match="no account"):
        call_command("publish", str(make_article().pk), "--by", "nobody")


def test_at_schedules(capsys):
    at = timezone.now() + timedelta(days=2)

    _, printed, _ = said(capsys, "publish", str(make_article().pk), "--at", at.isoformat())

    assert Edition.objects.get().live_from == at
    assert "goes live in" in printed


def test_a_time_that_has_passed_is_refused(capsys):
    code, _, complained = said(capsys, "publish", str(make_article().pk), "--at", "2020-01-01T09:00Z")

    assert code == 1
    assert "has passed" in complained


def test_a_time_that_does_not_exist_is_refused_with_the_choices(settings):
    settings.TIME_ZONE = "Europe/London"

    with pytest.raises(CommandError, match=r"does not exist.*00:59"):
        call_command("publish", str(make_article().pk), "--at", "2027-03-28T01:30")


def test_an_embargo_holds_on_the_command_line(capsys):
    article = make_article(embargo_until=timezone.now() + timedelta(days=1))

    code, _, complained = said(capsys, "publish", str(article.pk))

    assert (code, Edition.objects.count()) == (1, 0)
    assert "Embargoed until" in complained


def test_a_finding_is_named_and_may_be_waived(capsys):
    article = make_article(body="<p>TK: the figures for the harbour, said the council on Tuesday.</p>")

    refused = said(capsys, "publish", str(article.pk))
    done = said(capsys, "publish", str(article.pk), "--waive", "placeholder=It is a quotation")

    assert (refused[0], done[0]) == (1, 0)
    assert "placeholder" in refused[2]


def test_a_waiver_without_a_reason_is_refused():
    with pytest.raises(CommandError, match="CODE=REASON"):
        call_command("publish", str(make_article().pk), "--waive", "placeholder=")


def test_what_is_refused_does_not_stop_the_rest(capsys):
    good = make_article()

    code, _, complained = said(capsys, "publish", "999999", str(good.pk))

    assert (code, Edition.objects.live().count()) == (1, 1)
    assert "999999: There is no such story." in complained


def test_unpublish_takes_a_story_off_the_site(capsys):
    edition = make_edition()

    said(capsys, "unpublish", edition.path)

    assert not Edition.objects.live().exists()


def test_kill_keeps_notice_and_reason(capsys):
    edition = make_edition()

    said(capsys, "kill", edition.path, "--notice", "We withdrew this story.", "--reason", "The source lied.")

    kill = Withdrawal.objects.get()
    assert (kill.kind, kill.notice, kill.reason) == ("killed", "We withdrew this story.", "The source lied.")


def test_kill_refuses_what_readers_never_saw(capsys):
    code, _, complained = said(capsys, "kill", str(make_article().pk), "--notice", "N", "--reason", "R")

    assert code == 1
    assert "Spike it" in complained


def ledgers():
    """A paper with everything that is chained: editions, corrections, withdrawals."""
    edition = make_edition()
    article = editing.save(edition.article, {"kicker": "Ferry"}, by=None, base_version=1)
    for right in ("14 to 11", "15 to 11"):
        publishing.publish(article, by=None, correction=publishing.Put("correction", "The vote", right))
    other = make_edition()
    publishing.unpublish(other.article, by=None)
    publishing.kill(other.article, by=None, notice="Gone", reason="Law")


def test_the_ledgers_of_an_honest_paper_hold(capsys):
    ledgers()

    code, printed, _ = said(capsys, "verify_ledger")

    assert code == 0
    assert "4 editions, 2 corrections, 2 withdrawals" in printed


def test_the_ledger_of_a_paper_from_before_corrections_holds(capsys):
    edition = make_edition()
    publishing.unpublish(edition.article, by=None)
    Withdrawal.objects.all().delete()
    Transition.objects.update(by_name="")
    fields = [field for field in Edition._meta.concrete_fields if field.name not in NOT_DIGESTED]
    names = {field.attname for field in fields} - CAME_LATER
    edition.refresh_from_db()
    told = json.dumps({name: getattr(edition, name) for name in names}, sort_keys=True, cls=DjangoJSONEncoder)
    Edition.objects.update(digest=hashlib.sha256(told.encode()).hexdigest())

    assert said(capsys, "verify_ledger")[0] == 0


def _remove_the_last_edition():
    newest = Edition.objects.latest("pk")
    Transition.objects.filter(edition=newest).update(edition=None)
    newest.delete()


def _open_the_killed_page():
    Edition.objects.filter(article__in=Article.objects.killed()).update(live_until=None)


FORGERIES = {
    "a changed correction": lambda: Correction.objects.filter(number=1).update(right="13 to 12"),
    "a correction removed from the middle": lambda: Correction.objects.filter(number=1).delete(),
    "the last correction removed": lambda: Correction.objects.filter(number=2).delete(),
    "a changed page": lambda: Edition.objects.filter(number=1).update(headline="Something else"),
    "a backdated page": lambda: Edition.objects.filter(number=2).update(published_at=timezone.now()),
    "a changed notice": lambda: Withdrawal.objects.filter(number=2).update(notice="Nothing happened"),
    "the last withdrawal removed": lambda: Withdrawal.objects.filter(number=2).delete(),
    "a withdrawal removed": lambda: Withdrawal.objects.filter(number=1).delete(),
    "the last edition removed": _remove_the_last_edition,
    "a killed page opened again": _open_the_killed_page,
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_is_found(capsys, forge):
    ledgers()
    forge()

    code, _, complained = said(capsys, "verify_ledger")

    assert code == 1
    assert complained
