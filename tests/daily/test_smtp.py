"""The digest over a real mail server on this machine."""

import email
import socket
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.core.management import call_command

from articles.models import Subscriber

from .people import offer, story, subscriber

pytestmark = pytest.mark.django_db
SAID = {"gone@example.org": "550 no such user", "full@example.org": "452 mailbox full"}


class Box:
    """Takes what comes, but for the addresses in SAID."""

    def __init__(self):
        self.taken = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in SAID:
            return SAID[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=default)))
        return "250 OK"


@pytest.fixture
def box(settings):
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        settings.EMAIL_HOST, settings.EMAIL_PORT = free.getsockname()
    controller = Controller(box, hostname=settings.EMAIL_HOST, port=settings.EMAIL_PORT)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield box
    controller.stop()


def test_a_digest_arrives_whole_and_the_addresses_in_between_are_noted(box, capsys):
    offer()
    story("Fähre: Port Merrow votes to buy its ferry")
    for address in ("ada@example.org", *SAID, "bea@example.org"):
        subscriber(address)

    with pytest.raises(SystemExit):
        call_command("send_digest", batch=3)

    message = box.taken[0][1]
    parts = {part.get_content_type(): part.get_content() for part in message.iter_parts()}
    assert [addresses for addresses, _ in box.taken] == [["ada@example.org"], ["bea@example.org"]]
    assert message["Subject"].strip() == "The Test Gazette: Fähre: Port Merrow votes to buy its ferry"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert parts.keys() == {"text/plain", "text/html"}
    assert all("Fähre" in part for part in parts.values())
    assert "2 sent, 1 failed, 1 put off." in capsys.readouterr().out
    assert Subscriber.objects.get(email="gone@example.org").refused == "550 no such user"
