"""What the desk's tests share: people logged in, and a story to work on."""

import pytest
from django.test import Client

from tests.factories import make_article, make_user


@pytest.fixture
def login(db):
    """A client logged in as a new member of a group."""

    def log_in(group, **fields):
        user = make_user(group, **fields)
        client = Client()
        client.force_login(user)
        client.user = user
        return client

    return log_in


@pytest.fixture
def editor(login):
    return login("Editors", first_name="Edda", last_name="Lind")


@pytest.fixture
def reporter(login):
    return login("Reporters", first_name="Rolf", last_name="Berg")


@pytest.fixture
def article(db):
    return make_article(headline="Ferry to return in spring", tags=["Ferries", "Council"])
