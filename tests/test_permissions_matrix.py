"""docs/permissions.md, cell by cell: every address, asked for by everybody, in every state. What it says is what is."""

import logging
import re
from contextlib import contextmanager
from unittest import mock

import pytest
from django.db import connection, transaction
from django.template.backends.django import Template
from django.test import Client, override_settings
from django.urls import reverse

from tests.matrix import addresses, document
from tests.matrix.asking import Asking
from tests.matrix.crawling import crawl, fingerprint
from tests.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.once]
WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)', re.IGNORECASE)
SESSIONS = {"django_session"}
# What counts as reading, though a table keeps it: who has a story open, and how often a preview link was opened.
COUNTED = {"articles_presence", "articles_previewlink"}
# Whoever has such a link out of a mail may use it, a mail program by itself too (RFC 8058). No cookie is of use there.
SECRET_LINKS = {"digest-confirm", "digest-leave"}
UNCHANGED = {"login", "403", "404", "405", "410"}  # after these a POST has written nothing
ADDRESSES = {address.name: address for address in addresses.walk()}


@pytest.fixture(autouse=True)
def media():
    """The world keeps its files; a test has none of its own."""


@pytest.fixture(scope="module")
def asking(django_db_setup, django_db_blocker, tmp_path_factory):
    """A world that is built once. Every cell is rolled back to it."""
    storage = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    storage["OPTIONS"] = {"location": str(tmp_path_factory.mktemp("media"))}
    static = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    kept = override_settings(STORAGES={"default": storage, "staticfiles": static})
    unread = mock.patch("django.test.client.store_rendered_templates")  # copies every context of every page
    with django_db_blocker.unblock(), kept, unread, rolled_back():
        logging.disable(logging.CRITICAL)  # a refusal is logged with its way through the code
        asking = Asking(World())
        yield asking
        logging.disable(logging.NOTSET)


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ask(asking, client, method, address, state, role, body=None):
    """(status as the document writes it, tables written to); nothing of it stays."""
    written = set()

    def watch(execute, sql, params, many, context):
        if found := WRITES.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    path, cookies = asking.path(address, state, role), dict(client.cookies)
    with rolled_back(), connection.execute_wrapper(watch), drawn_once(role):
        response = getattr(client, method.lower())(path, body or {})
        b"".join(response)  # to its end, which closes the file of a picture
    client.cookies.clear()
    client.cookies.update(cookies)
    return told(response), written - SESSIONS


def told(response):
    if response.status_code == 302 and response["Location"].startswith(reverse("admin:login")):
        return "login"
    if response.has_header("Allow") and not response.content:
        return "405"  # an OPTIONS that is answered tells no more
    return str(response.status_code)


@contextmanager
def drawn_once(role, drawn=set(), draw=Template.render):  # noqa: B006  what was drawn is remembered
    """Render a template for a role once: how a page looks does not decide who gets it."""

    def sketch(template, context=None, request=None):
        key = (template.template.name, role)
        if key in drawn:
            return ""
        drawn.add(key)
        return draw(template, context, request)

    with mock.patch.object(Template, "render", sketch):
        yield


def fitting_states(asking):
    return {(name, state) for name, address in ADDRESSES.items() for state in asking.states(address)}


def test_every_address_has_its_rows_and_every_row_its_address(asking):
    asked = {(name, method, state) for name, state in fitting_states(asking) for method in ("GET", "POST")}

    told = {key[:3] for key in document.cells()}

    assert sorted(asked - told) == []
    assert sorted(told - asked) == []


def test_every_row_tells_what_everybody_gets():
    roles = {}
    for name, method, state, role in document.cells():
        roles.setdefault((name, method, state), set()).add(role)

    short = [
        key for key, named in roles.items() if named not in (set(document.ROLES), set(document.TOGETHER["everybody"]))
    ]

    assert short == []


@pytest.mark.parametrize("role", document.ROLES)
def test_everybody_gets_what_the_document_says(role, asking):
    deviations = []
    for (name, method, state, who), status in document.cells().items():
        if who != role:
            continue
        body = asking.body(ADDRESSES[name], state, role) if method == "POST" else None
        got, written = ask(asking, asking.world.clients[role], method, ADDRESSES[name], state, role, body)
        if got != status:
            deviations.append(f"{method} {name}, {state}: {got}, not {status}")
        if written - (COUNTED if method == "GET" else set()) and (method == "GET" or got in UNCHANGED):
            deviations.append(f"{method} {name}, {state}: {got}, and wrote to {sorted(written)}")

    assert deviations == []


@pytest.mark.parametrize("role", ["stranger", "managing editor"])
def test_other_methods_give_no_more_than_get(role, asking):
    cells, more = document.cells(), []
    for name, state in sorted(fitting_states(asking)):
        if state in document.STATES and state != "live":
            continue
        given = {cells[name, "GET", state, who] for who in ("stranger", role) if (name, "GET", state, who) in cells}
        for method in ("HEAD", "PUT", "DELETE", "OPTIONS"):
            got, written = ask(asking, asking.world.clients[role], method, ADDRESSES[name], state, role)
            if got not in given | UNCHANGED:
                more.append(f"{method} {name}, {state}: {got}")
            if written - COUNTED:
                more.append(f"{method} {name}, {state}: wrote to {sorted(written)}")

    assert more == []


def test_every_post_needs_the_forms_own_token(asking):
    client = Client(enforce_csrf_checks=True)
    client.force_login(asking.world.users["superuser"])
    open_doors = []
    for name, state in sorted(fitting_states(asking)):
        if name in SECRET_LINKS or (state in document.STATES and state != "live"):
            continue
        got, written = ask(asking, client, "POST", ADDRESSES[name], state, "superuser")
        if got != "403" or written:
            open_doors.append((name, got, written))

    assert open_doors == []


def test_following_every_link_changes_nothing(asking):
    """But for sessions, and for what counts as reading."""
    client, before = asking.world.clients["editor"], fingerprint(SESSIONS | COUNTED)
    with rolled_back():
        seen = crawl(client, reverse("admin:index"))
        after = fingerprint(SESSIONS | COUNTED)

    assert after == before
    assert len(seen) > 100
