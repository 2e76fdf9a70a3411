"""Two hundred stories nobody may know of, and every public address asked for in forty ways."""

import logging
import re

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.test import RequestFactory, override_settings

from articles.models import Rendition
from tests.reader.papers import everything, forms, whole_paper

from . import hidden

pytestmark = [pytest.mark.django_db, pytest.mark.once]
STORIES = 200
APPLICATION = WSGIHandler()
NOWHERE = "/2019/01/01/nothing-was-ever-here/"
WRONG, RIGHT = '"0000"', "*"
# Headers and parameters by which others' newsrooms have told what they should not.
VARIANTS = [
    {},
    {"HTTP_X_ORIGINAL_URL": "/admin/"},
    {"HTTP_X_REWRITE_URL": "/admin/"},
    {"HTTP_X_FORWARDED_HOST": "evil.example"},
    {"HTTP_X_FORWARDED_PROTO": "https"},
    {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
    {"HTTP_X_PREVIEW": "1"},
    {"HTTP_X_GHOST_PREVIEW": "1"},
    {"HTTP_COOKIE": "sessionid=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
    {"HTTP_AUTHORIZATION": "Basic YWRtaW46YWRtaW4="},
    {"HTTP_IF_NONE_MATCH": WRONG},
    {"HTTP_IF_NONE_MATCH": RIGHT},
    {"HTTP_IF_MATCH": RIGHT},
    {"HTTP_IF_MODIFIED_SINCE": "Mon, 01 Jan 2035 00:00:00 GMT"},
    {"HTTP_IF_UNMODIFIED_SINCE": "Mon, 01 Jan 1990 00:00:00 GMT"},
    {"HTTP_RANGE": "bytes=0-10"},
    {"HTTP_ACCEPT": "application/json"},
    {"HTTP_ACCEPT": "application/activity+json"},
    {"HTTP_ACCEPT_LANGUAGE": "fr"},
    {"HTTP_ACCEPT_ENCODING": "gzip, br"},
    {"HTTP_USER_AGENT": "Googlebot/2.1"},
    {"HTTP_REFERER": "http://testserver/admin/"},
    {"HTTP_PURPOSE": "prefetch"},
    {"HTTP_SEC_FETCH_DEST": "iframe"},
    {"HTTP_CACHE_CONTROL": "no-cache"},
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "PUT"},
    {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
    *({"QUERY_STRING": query} for query in ("preview=1", "preview=true&p=1", "draft=1", "page=1", "page=2")),
    *({"QUERY_STRING": query} for query in ("format=json", "amp=1", "print=1", "utm_source=x", "cb=1", "version=1")),
    {"QUERY_STRING": "_=1&_=2"},
    {"REQUEST_METHOD": "HEAD"},
]


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker, tmp_path_factory):
    """One paper and two hundred secrets for all the tests of this file, taken back at the end."""
    place = {"location": str(tmp_path_factory.mktemp("media"))}
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": place}
    storages = {**settings.STORAGES, "default": files}
    logging.disable(logging.WARNING)  # fifty thousand times "Not Found"
    with django_db_blocker.unblock(), override_settings(STORAGES=storages), transaction.atomic():
        shown = whole_paper()
        yield shown, hidden.hide_many(STORIES)
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def ask(path, variant):
    """(status, headers, bytes) of an answer as the server gets it."""
    query = variant.get("QUERY_STRING", "")
    headers = {name: value for name, value in variant.items() if name != "QUERY_STRING"}
    method = headers.pop("REQUEST_METHOD", "GET")
    request = RequestFactory().generic(method, path + ("?" + query if query else ""), **headers)
    said = []
    answer = APPLICATION(request.environ, lambda status, headers, *_: said.append((status, sorted(headers))))
    body = b"".join(answer)
    answer.close()
    return *said[0], body


def text_of(answer):
    status, headers, body = answer
    return f"{status} {headers} {body.decode(errors='replace')}"


def test_no_public_answer_has_a_word_of_them(newsroom):
    shown, secrets = newsroom
    secret = re.compile("|".join(["Sealed", *(word for _, word, _ in secrets)]))

    leaks = [
        (name, variant)
        for name, path in (everything(shown) | forms(shown)).items()
        for variant in VARIANTS
        if secret.search(text_of(ask(path, variant)))
    ]

    assert leaks == []


def test_their_addresses_answer_as_if_they_had_never_existed(newsroom):
    _, secrets = newsroom
    nothing = {number: ask(NOWHERE, variant) for number, variant in enumerate(VARIANTS)}

    different = [
        (state, path.replace(word, "…"), VARIANTS[number])
        for state, word, path, numbers in asked_for(secrets)
        for number in numbers
        if ask(path, VARIANTS[number]) != nothing[number]
    ]

    assert different == []


def asked_for(secrets):
    """(state, word, path, variants): the first story of each state in all forty ways, the others by turns."""
    turn, first = 0, set()
    for state, word, article in secrets:
        for path in hidden.addresses(article, word) if state != "killed" else ():
            numbers = [turn % 40] if state in first else range(40)
            yield state, word, path, numbers
            turn += 1
        first.add(state)


def test_without_its_last_slash_nothing_tells_either(newsroom):
    _, secrets = newsroom
    nothing = ask(NOWHERE.rstrip("/"), {})

    answers = {ask(path.rstrip("/"), {})[0] for _, _, article in secrets for path in paths_of(article)}

    assert answers == {nothing[0]}


def test_their_short_links_of_another_site_answer_as_if_they_had_never_existed(newsroom):
    _, secrets = newsroom
    nothing = ask("/?p=999999", {})

    answers = [ask(f"/?p={article.pk}", {}) for state, _, article in secrets if state != "killed"]

    assert nothing[0] == "200 OK"
    assert [answer for answer in answers if answer != nothing] == []


def test_a_killed_story_leaves_its_notice_and_nothing_else(newsroom):
    _, secrets = newsroom
    first = next(article for state, _, article in secrets if state == "killed")
    graves = [
        (word, ask(path, variant))
        for state, word, article in secrets
        if state == "killed"
        for path in [*paths_of(article), f"/2012/01/07/{word}/"]
        for variant in VARIANTS[:: 1 if article == first else 13]
    ]

    assert {answer[0][:3] for _, answer in graves} <= {"410", "304"}
    assert [word for word, answer in graves if word in text_of(answer)] == []


def test_a_grave_says_what_the_newsroom_wants_said(newsroom):
    _, secrets = newsroom
    killed = next(article for state, _, article in secrets if state == "killed")

    assert hidden.NOTICE in text_of(ask(paths_of(killed)[0], {}))


def test_no_picture_of_theirs_is_served(newsroom):
    nothing = [ask("/pictures/0000000000000000-640.webp", variant) for variant in VARIANTS]
    names = list(Rendition.objects.filter(image__title="Sealed").values_list("name", flat=True))

    answers = [[ask(f"/pictures/{name}", variant) for variant in VARIANTS] for name in names]

    assert names
    assert all(answer == nothing for answer in answers)


def paths_of(article):
    return sorted({edition.path for edition in article.editions.all()})
