"""Rules about the body as a whole."""

from .stories import BODY, codes, excerpts, make_story, told


def test_a_story_without_text_is_an_error():
    assert codes(make_story(body="<hr>")) == ["no-body"]


def test_a_body_of_one_paragraph_is_remarked_on():
    assert codes(make_story(body=f"<p>{'One word after another. ' * 30}</p>")) == ["body-one-line"]


def test_a_body_of_few_words_is_remarked_on():
    assert codes(make_story(body="<p>The bridge is closed.</p><p>More soon.</p>")) == ["body-one-line"]


def test_two_paragraphs_of_25_words_are_enough():
    assert codes(make_story(body=f"<p>{'old bridge ' * 6}</p><p>{'new bridge ' * 6}here</p>")) == []


def test_a_short_japanese_body_is_counted_in_characters():
    body = (
        "<p>古い橋が閉鎖された。</p><p>市議会は修理のため一年間、自動車の通行を禁止すると決めた。工事は来月始まる。</p>"
    )

    assert codes(make_story(body=body, language="ja")) == []


def test_a_thai_body_without_spaces_is_not_taken_for_a_few_words():
    body = f"<p>{'สภาเมืองปิดสะพานเก่า' * 12}</p><p>{'เพื่อซ่อมแซมเป็นเวลาหนึ่งปี' * 12}</p>"

    assert codes(make_story(body=body, language="th")) == []


def test_a_plain_body_is_left_alone():
    assert codes(make_story(body=BODY)) == []


def test_paragraphs_of_another_story_at_the_top_are_a_hint_each():
    tariffs = "Beijing raised its tariffs on every American product overnight, and Washington answered within the hour."
    levies = "Markets fell across Asia after both governments announced levies that would take effect before noon."
    bridge = "The council closes the old bridge to cars from Monday, so that its medieval arches can be mended at last."
    story = told(tariffs, levies, bridge)

    assert excerpts(story, "stray-paragraph") == [tariffs, levies]


def test_an_opening_that_speaks_of_the_headline_is_no_stray():
    assert excerpts(make_story(body=BODY), "stray-paragraph") == []
