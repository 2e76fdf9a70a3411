"""What stands in the files for machines keeps to their rules, or is told line by line."""

from datetime import UTC, datetime

import pytest

from articles.text import crawlers, well_known

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECURITY = "Contact: mailto:security@example.org\nExpires: 2027-05-01T00:00:00Z\n"


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("# ours\nbelongto=https://press.example/\nsocial=https://social.example/@us#top\ndatatrainingallowed=no", 0),
        ("contact=mailto:desk@example.org", 0),
        ("belongto: https://press.example/", 1),
        ("belongto=press.example", 1),
        ("friend=https://press.example/", 1),
        ("datatrainingallowed=maybe\nmember=", 2),
    ],
)
def test_trust_txt_is_names_and_values(text, against):
    assert len(list(well_known.against_trust(text))) == against


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("exchange.example, 1234, DIRECT, f08c47fec0942fa0 # ours\nOWNERDOMAIN=example.org\n\n# nothing else", 0),
        ("exchange.example,1234,reseller", 0),
        ("exchange.example, 1234", 1),
        ("exchange.example, 1234, SOMETIMES\n<script>", 2),
    ],
)
def test_ads_txt_is_records_and_variables(text, against):
    assert len(list(well_known.against_ads(text))) == against


@pytest.mark.parametrize(
    ("text", "against"),
    [
        (SECURITY, 0),
        (SECURITY + "# by the desk\nPreferred-Languages: en, fr\n", 0),
        ("Contact: mailto:security@example.org", 1),
        ("Expires: 2027-05-01T00:00:00Z", 1),
        (SECURITY.replace("mailto:", ""), 1),
        (SECURITY.replace("2027", "2029"), 1),
        (SECURITY.replace("2027", "2025"), 1),
        (SECURITY + "Expires: 2027-06-01T00:00:00Z\n", 1),
        (SECURITY + "who knows\n", 1),
    ],
)
def test_security_txt_says_whom_to_write_to_and_until_when(text, against):
    assert len(list(well_known.against_security(text, NOW))) == against


def test_what_to_write_instead_is_right():
    (said,) = well_known.against_security("Contact: mailto:security@example.org", NOW)

    line = said.partition("Expires: ")[2].partition(",")[0]

    assert not list(well_known.against_security(f"Contact: mailto:security@example.org\nExpires: {line}", NOW))


def test_a_security_txt_holds_until_its_end():
    assert not well_known.expired(SECURITY, NOW)
    assert well_known.expired(SECURITY, datetime(2027, 5, 1, tzinfo=UTC))


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("answering", [True, False])
def test_each_switch_asks_its_own_crawlers_to_keep_out(training, answering):
    text = crawlers.robots("https://paper.example", training=training, answering=answering)

    groups = [group for group in text.split("\n\n") if group.startswith("User-agent: ") and "*" not in group]
    asked = {line.removeprefix("User-agent: ") for group in groups for line in group.splitlines()} - {"Disallow: /"}
    assert asked == {*(() if training else crawlers.TRAINING), *(() if answering else crawlers.ANSWERING)}
    assert all(group.splitlines()[-1] == "Disallow: /" for group in groups)
    assert "User-agent: *\nDisallow: /admin/" in text
    assert text.rstrip().endswith("Sitemap: https://paper.example/news-sitemap.xml")


def test_no_crawler_is_told_of_twice():
    names = [name.lower() for name in (*crawlers.TRAINING, *crawlers.ANSWERING)]

    assert len(set(names)) == len(names)
