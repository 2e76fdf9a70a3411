"""The readers' stylesheet by itself: it is read on every paper, in layers, and small."""

import brotli
import pytest

from articles.models import Paper, Section
from newsroom.staticfiles import bare

from .colours import (
    CSS,
    DARK,
    LIGHT,
    STYLESHEET,
    blocks,
    contrast,
    declared,
    everyday,
    grounds,
    inks,
    luminance,
    wanted,
)

TEXTS = ("--c-text", "--c-muted", "--c-link", "--c-visited")
MODES = {"light": LIGHT, "dark": DARK}


def plain():
    """The tokens of an older browser: light only."""
    return declared(blocks(":root")[0])


def accent():
    return next(
        value for body in blocks(":root, [data-accent]") for value in declared(body).values() if "oklch" in value
    )


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", grounds())
def test_text_is_read_on_every_paper(ground, mode):
    tokens = everyday() | grounds()[ground]

    poor = [
        (text, under, round(ratio, 2))
        for text in TEXTS
        for under in ("--c-page", "--c-sunken", "--c-note-bg")
        if (ratio := contrast(text, under, tokens, MODES[mode])) < 4.5
    ]

    assert poor == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", grounds())
def test_every_ink_is_read_on_every_paper(ground, mode):
    poor = []
    for name, ink in inks().items():
        tokens = everyday() | grounds()[ground] | ink | {"--accent": accent()}
        ratios = [contrast("--accent", under, tokens, MODES[mode]) for under in ("--c-page", "--c-sunken")]
        poor += [(name, round(min(ratios), 2))] if min(ratios) < 4.5 else []

    assert poor == []


@pytest.mark.parametrize("mode", MODES)
def test_what_was_added_and_taken_out_is_read(mode):
    tokens = everyday()

    assert contrast("--c-ins", "--c-ins-bg", tokens, MODES[mode]) >= 4.5
    assert contrast("--c-del", "--c-del-bg", tokens, MODES[mode]) >= 4.5


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("edge", ["--c-focus", "--c-note-edge"])
def test_edges_that_mean_something_stand_out(edge, mode):
    under = "--c-note-bg" if edge == "--c-note-edge" else "--c-sunken"

    assert contrast(edge, under, everyday(), MODES[mode]) >= 3


@pytest.mark.parametrize("mode", MODES)
def test_who_asks_for_more_contrast_gets_seven_to_one(mode):
    ratios = {text: contrast(text, "--c-page", wanted(), MODES[mode]) for text in TEXTS}

    assert min(ratios.values()) >= 7, ratios


def test_an_older_browser_reads_too():
    ratios = {text: contrast(text, "--c-page", plain(), LIGHT) for text in TEXTS}

    assert min(ratios.values()) >= 4.5, ratios


def test_what_the_desk_may_choose_is_in_the_stylesheet():
    assert set(Section.Ink.values) - {""} == inks().keys()
    assert set(Paper.Ground.values) - {""} == grounds().keys() - {"house"}
    faces = [f"[data-head={face}]" for face in Paper.Headlines.values if face]
    faces += [f"[data-text={face}]" for face in Paper.Text.values if face]
    assert [face for face in faces if face not in CSS] == []


def test_white_is_white_and_black_is_black():
    tokens = {"--a": "light-dark(#fff, oklch(0% 0 0))", "--b": "light-dark(#000, oklch(100% 0 0))"}

    assert [round(contrast("--a", "--b", tokens, mode), 1) for mode in (LIGHT, DARK)] == [21, 21]
    assert luminance("#767676", {}, LIGHT) == pytest.approx(0.181, abs=0.001)


def test_every_rule_stands_in_a_layer():
    depth, loose = 0, []
    for line in CSS.splitlines():
        if not depth and line.strip() and not line.startswith("@layer"):
            loose.append(line)
        depth += line.count("{") - line.count("}")

    assert (depth, loose) == (0, [])


def test_the_stylesheet_that_readers_get_stays_small():
    got = bare(STYLESHEET.read_text(encoding="utf-8")).encode()

    assert len(brotli.compress(got)) <= 9_000
    assert len(got) <= 40_000
