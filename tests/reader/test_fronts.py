"""The arrangement of the front page, without a database."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from articles import fronts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(eq=False)
class Story:
    hours: float = 1
    weight: int = 4
    kind: str = "news"
    picture: dict | None = None
    kicker: str = ""
    tags: list = field(default_factory=list)

    @property
    def published_at(self):
        return NOW - timedelta(hours=self.hours)


def arrange(*stories):
    return fronts.arrange(sorted(stories, key=lambda story: story.hours), now=NOW)


def everywhere(front):
    river = [story for row in front.river for story in row.stories]
    return [
        *filter(None, [front.lead]),
        *front.companions,
        *front.seconds,
        *river,
        *front.voices,
        *front.briefs,
        *front.latest,
    ]


def test_an_empty_paper_has_an_empty_front():
    assert arrange() == fronts.Front()


def test_the_strongest_of_the_last_day_and_a_half_leads():
    strong, old = Story(hours=30, weight=2), Story(hours=40, weight=1)

    assert arrange(Story(hours=1), strong, old).lead is strong


def test_the_newest_leads_among_equals():
    newer = Story(hours=1, weight=2)

    assert arrange(Story(hours=2, weight=2), newer).lead is newer


def test_without_a_fresh_story_the_newest_leads():
    newest = Story(hours=50)

    assert arrange(newest, Story(hours=60, weight=1)).lead is newest


def test_an_advertisement_does_not_lead_unless_there_is_nothing_else():
    advertisement = Story(hours=1, weight=1, kind="sponsored")

    assert arrange(advertisement, Story(hours=2)).lead is not advertisement
    assert arrange(advertisement).lead is advertisement


def test_seconds_are_the_major_ones_then_the_newest():
    lead, major, other = Story(weight=1), Story(hours=9, weight=3), Story(hours=2)

    assert arrange(lead, major, other, Story(hours=3), Story(hours=4)).seconds[:2] == [major, other]


def test_briefs_stand_in_the_rail():
    brief = Story(hours=2, weight=5)

    assert arrange(Story(), brief).briefs == [brief]


def test_two_stories_on_the_leads_subject_stand_under_it():
    lead = Story(weight=1, kicker="The ferry")
    subject = [Story(hours=20 + n, kicker="The ferry") for n in range(2)]
    others = [Story(hours=2 + n, weight=3) for n in range(3)]

    assert arrange(lead, *others, *subject).companions == subject
    assert arrange(lead, *others, subject[0]).companions == []


def test_opinions_have_a_row_of_their_own_if_there_are_two():
    news = [Story(hours=n, weight=3) for n in range(1, 5)]
    voices = [Story(hours=10 + n, kind="opinion") for n in range(2)]

    assert arrange(*news, *voices).voices == voices
    assert arrange(*news, voices[0]).voices == []


def test_a_row_of_the_river_has_three_pictures_or_none():
    stories = [Story(hours=n, picture={"wide": []} if n % 2 else None) for n in range(1, 24)]

    for row in arrange(*stories).river:
        assert len(row.stories) == 3
        assert row.pictured == all(story.picture for story in row.stories)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 20, 24])
@pytest.mark.parametrize("briefs", [0, 1, 4])
def test_a_story_stands_once_and_the_river_has_no_hole(number, briefs):
    stories = [Story(hours=n) for n in range(number)] + [Story(hours=30 + n, weight=5) for n in range(briefs)]

    front = arrange(*stories)
    placed = everywhere(front)

    assert len(placed) == len({id(story) for story in placed})
    assert len(placed) == len(stories) or len(front.latest) + len(front.briefs) == fronts.LISTED
    assert all(len(row.stories) == 3 for row in front.river)
