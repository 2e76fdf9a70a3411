"""The digest on its way: once to everybody, whatever stops in the middle, whoever does not take it."""

import threading
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from articles import daily, publishing, subscribing
from articles.daily import sending
from articles.models import Issue, Sending, Subscriber
from tests.factories import make_article, make_edition

from .people import later, mails_to, offer, story, subscriber

pytestmark = pytest.mark.django_db
GOOD = EmailBackend.send_messages


def answer_with(monkeypatch, answers):
    """Let the mail server answer what `answers` says for an address, once; an exception is raised."""

    def send_messages(self, messages):
        for message in messages:
            if error := answers.pop(message.to[0], None):
                raise error
            GOOD(self, [message])

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)


def refusal(email, code, said=b"no such user"):
    return SMTPRecipientsRefused({email: (code, said)})


def send():
    """(what the command printed last, how it ended)."""
    try:
        call_command("send_digest")
    except SystemExit as end:
        return end.code
    return 0


def test_everybody_who_confirmed_gets_the_days_stories():
    offer()
    story("Port Merrow votes to buy its ferry")
    story("The lighthouse has a lens again", hours=3)
    readers = [subscriber(), subscriber()]
    subscribing.ask("not-yet@example.org")

    send()

    assert sorted(message.to[0] for message in mail.outbox) == sorted(reader.email for reader in readers)
    for headline in ("Port Merrow votes to buy its ferry", "The lighthouse has a lens again"):
        assert headline in mail.outbox[0].body
        assert headline in mail.outbox[0].alternatives[0][0]


def test_a_day_has_one_digest_however_often_it_is_sent():
    offer()
    story()
    subscriber()

    send()
    story("One more", hours=0)
    send()

    assert len(mail.outbox) == 1
    assert Issue.objects.get().sent == 1


def test_the_next_digest_has_what_appeared_since_and_nothing_twice(monkeypatch):
    offer()
    story("It was in the first")
    ada = subscriber()
    send()
    later(monkeypatch, days=1)
    make_edition(headline="It is in the second", at=timezone.now() - timedelta(hours=1))

    send()

    second = mails_to(ada.email)[1].body
    assert "It was in the first" not in second
    assert "It is in the second" in second


def test_what_was_published_while_a_digest_was_made_is_in_the_next_one(monkeypatch):
    offer()
    story("It was in the first")
    ada = subscriber()
    send()
    make_edition(headline="It was not committed yet", at=Issue.objects.get().until - timedelta(seconds=2))
    later(monkeypatch, days=1)

    send()

    assert "It was not committed yet" in mails_to(ada.email)[1].body


def test_a_day_without_stories_has_no_digest(capsys):
    offer()
    story(hours=50)
    subscriber()

    send()

    assert "Nothing was published" in capsys.readouterr().out
    assert (mail.outbox, Issue.objects.count()) == ([], 0)


@pytest.mark.parametrize("hidden", ["draft", "scheduled", "withdrawn"])
def test_what_readers_have_not_is_in_no_digest(hidden):
    offer()
    story("Readers have this")
    if hidden == "draft":
        make_article(headline="They have not")
    elif hidden == "scheduled":
        make_edition(headline="They have not", at=timezone.now() + timedelta(minutes=5))
    else:
        publishing.unpublish(story("They have not").article, by=None)
    subscriber()

    send()

    assert "They have not" not in mail.outbox[0].body + mail.outbox[0].alternatives[0][0]


def test_a_story_that_is_killed_while_a_digest_goes_out_is_in_no_later_batch(monkeypatch):
    offer()
    story("It stays")
    killed = story("It is killed")
    subscriber(), subscriber()
    issue = daily.due(timezone.now())

    def kill():
        if not killed.article.withdrawals.exists():
            publishing.kill(killed.article, by=None, notice="It was not so.", reason="x")

    daily.send(issue, batch=1, heard=kill)

    assert ["It is killed" in message.body for message in mail.outbox] == [True, False]


def test_what_was_stopped_in_the_middle_is_taken_up_where_it_stopped(monkeypatch):
    offer()
    story()
    readers = [subscriber() for _ in range(5)]
    answer_with(monkeypatch, {readers[2].email: KeyboardInterrupt()})
    with pytest.raises(KeyboardInterrupt):
        send()
    assert Sending.objects.filter(state="claimed").count() == 1

    later(monkeypatch, minutes=3)
    send()

    assert sorted(message.to[0] for message in mail.outbox) == sorted(reader.email for reader in readers)


def test_what_another_process_is_sending_is_left_to_it_and_waited_for(monkeypatch):
    offer()
    story()
    ada, bea = subscriber(), subscriber()
    issue = daily.due(timezone.now())
    issue.sendings.filter(subscriber=ada).update(state="claimed", claimed_at=timezone.now())
    looks = []

    def sleep(seconds):
        looks.append(seconds)
        if len(looks) > 2:
            issue.sendings.filter(subscriber=ada).update(state="sent")

    report = daily.send(issue, sleep=lambda seconds: seconds and sleep(seconds))

    assert [message.to for message in mail.outbox] == [[bea.email]]
    assert (report.sent, looks) == (1, [sending.POLL] * 3)


def test_a_claim_is_made_by_one_alone():
    offer()
    story()
    subscriber()
    key = daily.due(timezone.now()).sendings.get().pk

    assert [bool(sending._claimed(key)) for _ in range(2)] == [True, False]


@pytest.mark.skipif(connection.vendor == "sqlite", reason="the tests' SQLite in memory locks whole tables")
@pytest.mark.django_db(transaction=True)
def test_two_commands_at_once_send_everybody_one_mail():
    offer()
    story()
    readers = [subscriber() for _ in range(12)]

    def run():
        try:
            call_command("send_digest", batch=3)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(message.to[0] for message in mail.outbox) == sorted(reader.email for reader in readers)
    assert Issue.objects.get().sent == 12


def test_an_address_that_is_refused_for_good_does_not_stop_the_rest(monkeypatch, capsys):
    offer()
    story()
    gone, ada = subscriber("gone@example.org"), subscriber("ada@example.org")
    answer_with(monkeypatch, {gone.email: refusal(gone.email, 550)})

    ended = send()

    told = capsys.readouterr()
    assert [message.to for message in mail.outbox] == [[ada.email]]
    assert ended == 1
    assert "1 sent, 1 failed, 0 put off." in told.out
    assert "gone@example.org: 550 no such user" in told.err


def test_after_three_days_of_refusals_an_address_is_given_up_and_confirming_begins_anew(monkeypatch):
    gone = subscriber()

    for _ in range(3):
        subscribing.refused(gone, "550 no such user")
    given_up = Subscriber.objects.confirmed().exists()
    subscribing.confirm(gone)

    assert not given_up
    assert Subscriber.objects.confirmed().get() == gone


def test_an_address_that_takes_a_mail_again_is_not_given_up():
    ada = subscriber(refusals=2, refused="550 no such user")

    subscribing.reached(ada)

    ada.refresh_from_db()
    assert (ada.refusals, ada.refused) == (0, "")


@pytest.mark.parametrize("error", [refusal("full@example.org", 452, b"mailbox full"), SMTPDataError(451, b"later")])
def test_what_is_not_taken_for_now_is_tried_again_by_the_next_run(monkeypatch, error):
    offer()
    story()
    full = subscriber("full@example.org")
    answer_with(monkeypatch, {full.email: error})

    ended, state = send(), Sending.objects.get().state
    send()

    assert (ended, state) == (1, "waiting")
    assert len(mails_to(full.email)) == 1


def test_a_connection_that_the_server_ends_is_begun_anew(monkeypatch):
    offer()
    story()
    ada = subscriber()
    answer_with(monkeypatch, {ada.email: SMTPServerDisconnected("too many mails")})

    assert send() == 0
    assert len(mails_to(ada.email)) == 1


def test_a_server_that_takes_nothing_stops_the_run_and_nothing_is_lost(monkeypatch):
    offer()
    story()
    ada = subscriber()
    answer_with(monkeypatch, {ada.email: ConnectionResetError("reset")})

    with pytest.raises(CommandError, match="run it again"):
        send()
    send()

    assert len(mails_to(ada.email)) == 1


def test_what_is_left_of_yesterday_is_not_sent_today(monkeypatch):
    offer()
    story("Yesterday's news")
    full = subscriber("full@example.org")
    answer_with(monkeypatch, {full.email: refusal(full.email, 452)})
    send()
    later(monkeypatch, days=1)
    make_edition(headline="Today's news", at=timezone.now() - timedelta(hours=1))

    send()

    assert ["Yesterday's news" in message.body for message in mails_to(full.email)] == [False]
    assert Sending.objects.get(issue__day=Issue.objects.last().day).state == "failed"


def test_a_dry_run_says_what_would_be_sent_and_sends_and_keeps_nothing(capsys):
    offer()
    story("Port Merrow votes to buy its ferry")
    subscriber()

    call_command("send_digest", dry_run=True)

    assert "1 stories, 1 subscribers." in capsys.readouterr().out
    assert (mail.outbox, Issue.objects.count()) == ([], 0)


def test_a_rate_is_kept():
    offer()
    story()
    subscriber(), subscriber()
    pauses = []

    daily.send(daily.due(timezone.now()), rate=30, sleep=pauses.append)

    assert pauses == [2, 2]


def test_a_digest_that_is_off_is_not_sent():
    with pytest.raises(CommandError, match="The digest is off"):
        call_command("send_digest")


def test_without_a_mail_server_the_command_says_what_to_do(settings):
    offer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    with pytest.raises(CommandError, match="EMAIL_URL"):
        call_command("send_digest")
