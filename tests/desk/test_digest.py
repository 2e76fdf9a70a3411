"""Who gets the digest, at the desk: seen, exported and erased by managing editors alone."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.management import call_command
from django.urls import reverse

from articles.models import Sending, Subscriber
from tests.daily.people import offer, story, subscriber

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/subscriber/"


@pytest.fixture
def managing(login):
    return login("Managing editors")


def test_an_address_is_erased_with_all_that_went_to_it_and_no_log_names_it(managing):
    offer()
    story()
    ada = subscriber("ada@example.org")
    call_command("send_digest")

    managing.post(reverse("admin:articles_subscriber_delete", args=[ada.pk]), {"post": "yes"})

    assert (Subscriber.objects.count(), Sending.objects.count()) == (0, 0)
    assert not [entry for entry in LogEntry.objects.all() if "ada" in f"{entry.object_repr}{entry.change_message}"]


def test_the_chosen_addresses_are_erased_together(managing):
    chosen, kept = subscriber(), subscriber()

    managing.post(LIST, {"action": "delete_selected", "_selected_action": chosen.pk, "index": "0", "post": "yes"})

    assert Subscriber.objects.get() == kept


def test_the_chosen_addresses_are_exported(managing):
    ada = subscriber("=ada@example.org", refused="550 gone")
    subscriber("bea@example.org")

    answer = managing.post(LIST, {"action": "export_addresses", "_selected_action": ada.pk, "index": "0"})

    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert "no-store" in answer["Cache-Control"]
    assert [line.split(",")[0] for line in lines] == ["address", "'=ada@example.org"]
    assert "550 gone" in lines[1]


def test_what_was_sent_is_listed_with_who_was_not_reached(managing):
    offer()
    story("Port Merrow votes to buy its ferry")
    subscriber("ada@example.org")
    call_command("send_digest")
    Sending.objects.update(said="452 mailbox full")

    html = managing.get(reverse("admin:articles_issue_change", args=[Sending.objects.get().issue_id])).content.decode()

    assert "Port Merrow votes to buy its ferry</a>" in html
    assert "ada@example.org: 452 mailbox full" in html


def test_nobody_subscribes_to_what_cannot_be_sent(managing, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    answer = managing.post("/admin/articles/paper/add/", {"digest_is_on": "on", "logo_in_dark": "plate"})

    assert "put EMAIL_URL into the settings first" in answer.content.decode()
