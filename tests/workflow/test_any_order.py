"""Ten thousand random steps by everybody at the desk, with a clock that jumps: what must hold whatever happens.

An oracle of a dozen lines keeps what readers should have; the newsroom is asked after every step. A step that the
newsroom refuses must change nothing, one that it accepts must have been allowed.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from articles import editing, ledger, permissions, publishing, stages
from articles.models import Article, Edition, EditionTag, Revision, Transition
from tests.factories import make_article, make_user

STEPS, RUNS, PARTS = 50, 50, 4  # 50 steps × 50 runs × 4 parts: ten thousand steps
ROLES = ("Reporters", "Copy editors", "Editors", "Managing editors")
START = datetime(2027, 3, 1, 9, tzinfo=UTC)
STORIES = 3
some_story = st.integers(0, STORIES - 1)
some_role = st.sampled_from(("Managing editors", "Editors", "Managing editors", "Reporters", "Copy editors"))
some_move = st.sampled_from((*stages.MOVES, stages.NAMED["unspike"], stages.NAMED["unspike"]))
some_minutes = st.sampled_from((-30, 1, 30, 60, 120, 240))  # few, so that plans meet
some_end = st.sampled_from((None, -30, 30, 60, 120, 300))


@dataclass
class Plan:
    """What readers should have of one story: `seen` now, `later` from `opens` on, nothing from `ends` on.

    `killed`: it may not be published. `grave`: its address answers 410, until it is seen again.
    """

    seen: int | None = None
    later: int | None = None
    opens: datetime | None = None
    ends: datetime | None = None
    killed: bool = False
    grave: bool = False
    ever: bool = False

    def pass_to(self, now):
        if self.opens and self.opens <= now:
            self.seen, self.later, self.opens, self.ever, self.grave = self.later, None, None, True, False
        if self.ends and self.ends <= now:
            self.seen = self.ends = None

    def put(self, version, at, now, ends):
        self.later = self.opens = None
        self.ends = ends
        if at > now:
            self.later, self.opens = version, at
        else:
            self.seen, self.ever, self.grave = version, True, False

    def withdraw(self):
        self.seen = self.later = self.opens = self.ends = None


class Newsroom(RuleBasedStateMachine):
    users = {}  # made once for all runs of a test; a run is rolled back

    def __init__(self):
        super().__init__()
        self.now = START
        self.clock = mock.patch("django.utils.timezone.now", lambda: self.now)
        self.clock.start()
        self.room = transaction.atomic()
        self.room.__enter__()

    def teardown(self):
        try:
            assert list(ledger.verify()) == []
        finally:
            transaction.set_rollback(True)
            self.room.__exit__(None, None, None)
            self.clock.stop()

    @initialize()
    def stories_on_the_desk(self):
        by = self.users["Reporters"]
        self.stories = [
            make_article(by=by, tags=["Harbour"], headline=f"Harbour story {n}", slug=f"s{n}") for n in range(STORIES)
        ]
        self.plans = [Plan() for _ in self.stories]
        self.frozen, self.versions = {}, {}

    def attempt(self, allowed, act):
        """Do it as an interface would: permission first. Whether it was done; what is refused leaves no trace."""
        if not allowed:
            return False
        before = self.traces()
        try:
            act()
        except (publishing.Refused, editing.Refused):
            assert self.traces() == before
            return False
        assert self.traces() != before, "something was done and nothing was recorded"
        return True

    def traces(self):
        return Transition.objects.count(), Revision.objects.count()

    def story(self, number):
        return Article.objects.get(pk=self.stories[number].pk)

    def later(self, minutes):
        return None if minutes is None else self.now + timedelta(minutes=minutes)

    @rule(minutes=st.sampled_from((1, 29, 30, 60, 120)))
    def time_passes(self, minutes):
        self.now += timedelta(minutes=minutes)
        for plan in self.plans:
            plan.pass_to(self.now)

    @rule(number=some_story, role=some_role, stale=st.booleans())
    def somebody_saves(self, number, role, stale):
        user, story = self.users[role], self.story(number)
        base = story.version - 1 if stale else story.version
        told = {"kicker": f"Version {story.version + 1}"}
        saved = self.attempt(
            permissions.may_edit(user, story), lambda: editing.save(story, told, by=user, base_version=base)
        )
        assert not (saved and stale)

    @rule(number=some_story, minutes=some_end)
    def an_editor_sets_an_embargo(self, number, minutes):
        user, story, plan = self.users["Editors"], self.story(number), self.plans[number]
        until = self.later(minutes)
        told = {"embargo_until": until}
        done = self.attempt(
            permissions.may_edit(user, story), lambda: editing.save(story, told, by=user, base_version=story.version)
        )
        if done and until and plan.opens and plan.opens < until:
            plan.later = plan.opens = None
            plan.ends = plan.ends if plan.seen else None

    @rule(number=some_story, role=some_role, move=some_move)
    def somebody_moves(self, number, role, move):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        allowed = permissions.may_move(user, story, move)
        done = self.attempt(allowed, lambda: editing.move(story, to=move.after, by=user, note="Numbers"))
        assert not (done and move.after == "spiked" and (plan.seen or plan.later))

    @rule(number=some_story, role=some_role, at=st.one_of(st.none(), some_minutes), ends=some_end, keep=st.booleans())
    def somebody_rewrites_and_publishes(self, number, role, at, ends, keep):
        self.somebody_saves(number=number, role=role, stale=False)
        self.somebody_publishes(number=number, role=role, at=at, ends=ends, keep=keep)

    @rule(number=some_story, role=some_role, at=st.one_of(st.none(), some_minutes), ends=some_end, keep=st.booleans())
    def somebody_publishes(self, number, role, at, ends, keep):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        at, ends = self.later(at), publishing.KEEP if keep else self.later(ends)
        allowed = permissions.may_publish(user, story)
        if self.attempt(allowed, lambda: publishing.publish(story, by=user, at=at, until=ends)):
            when = at or self.now
            assert role in ("Editors", "Managing editors")
            assert not (plan.killed or story.binned_at or story.stage == "spiked")
            assert when >= self.now
            assert not story.embargo_until or when >= story.embargo_until
            plan.put(story.version, when, self.now, plan.ends if keep else ends)

    @rule(number=some_story, kind=st.sampled_from(["update", "correction", "retraction"]))
    def an_editor_corrects(self, number, kind):
        user, story, plan = self.users["Editors"], self.story(number), self.plans[number]
        told = publishing.Put(kind, "The vote was 14 to 11", "It was 15 to 11")
        allowed = permissions.may_correct(user, story)
        if self.attempt(allowed, lambda: publishing.publish(story, by=user, correction=told)):
            assert plan.seen
            plan.put(story.version, self.now, self.now, plan.ends)

    @rule(number=some_story, role=some_role)
    def somebody_cancels(self, number, role):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        if self.attempt(permissions.may_publish(user, story), lambda: publishing.cancel(story, by=user)):
            assert plan.later
            plan.later = plan.opens = None
            plan.ends = plan.ends if plan.seen else None

    @rule(number=some_story, minutes=some_end)
    def an_editor_sets_an_end(self, number, minutes):
        user, story, plan = self.users["Editors"], self.story(number), self.plans[number]
        ends = self.later(minutes)
        if self.attempt(permissions.may_publish(user, story), lambda: publishing.end(story, by=user, at=ends)):
            assert ends is None or ends > max(self.now, plan.opens or self.now)
            plan.ends = ends

    @rule(number=some_story, role=some_role)
    def somebody_unpublishes(self, number, role):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        if self.attempt(permissions.may_withdraw(user, story), lambda: publishing.unpublish(story, by=user)):
            assert plan.seen or plan.later
            plan.withdraw()

    @rule(number=some_story, role=some_role)
    def somebody_kills(self, number, role):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        told = {"notice": "Withdrawn.", "reason": "Law."}
        if self.attempt(permissions.may_kill(user, story), lambda: publishing.kill(story, by=user, **told)):
            assert plan.ever
            assert not plan.killed
            plan.withdraw()
            plan.killed = plan.grave = True

    @precondition(lambda self: any(plan.killed for plan in self.plans))
    @rule(number=some_story, role=some_role)
    def somebody_brings_back(self, number, role):
        user, story, plan = self.users[role], self.story(number), self.plans[number]
        allowed = permissions.may_revive(user, story)
        if self.attempt(allowed, lambda: publishing.revive(story, by=user, reason="It was right.")):
            assert role == "Managing editors"
            plan.killed = False

    @rule(role=some_role, back=st.booleans())
    def somebody_uses_the_bin(self, role, back):
        user, story, plan = self.users[role], self.story(0), self.plans[0]
        act = editing.unbin_story if back else editing.bin_story
        done = self.attempt(permissions.may_bin(user, story), lambda: act(story, by=user))
        assert not (done and not back and (plan.ever or plan.later))

    @rule(number=some_story)
    def a_reader_asks(self, number):
        plan = self.plans[number]
        newest = self.stories[number].editions.seen_by(self.now).order_by("-number").first()
        if newest:
            expected = 200 if plan.seen else 410 if plan.grave else 404
            assert Client().get(newest.path).status_code == expected

    @invariant()
    def the_newsroom_is_as_it_should_be(self):
        if not hasattr(self, "plans"):
            return
        desk = {row["pk"]: row for row in Article.objects.values("pk", "version", "embargo_until")}
        editions = list(Edition.objects.values("pk", "article_id", "version", "digest", "live_from", "live_until"))
        self.readers_have_what_was_decided_and_nothing_else()
        self.what_is_planned_opens_when_it_was_said(editions, desk)
        self.what_was_frozen_stays_and_versions_only_grow(editions, desk)
        assert Revision.objects.count() == sum(row["version"] for row in desk.values())

    def readers_have_what_was_decided_and_nothing_else(self):
        live = list(Edition.objects.live().values_list("article_id", "version", "pk"))
        expected = {(s.pk, p.seen) for s, p in zip(self.stories, self.plans, strict=True) if p.seen}
        assert sorted(row[:2] for row in live) == sorted(expected)
        assert set(EditionTag.objects.live().edition_ids()) == {row[2] for row in live}

    def what_is_planned_opens_when_it_was_said(self, editions, desk):
        planned = [e for e in editions if e["live_from"] > self.now and e["live_until"] != e["live_from"]]
        expected = {(s.pk, p.later, p.opens) for s, p in zip(self.stories, self.plans, strict=True) if p.later}
        assert {(e["article_id"], e["version"], e["live_from"]) for e in planned} == expected
        for edition in planned:
            embargo = desk[edition["article_id"]]["embargo_until"]
            assert not embargo or embargo <= self.now or edition["live_from"] >= embargo

    def what_was_frozen_stays_and_versions_only_grow(self, editions, desk):
        frozen = {edition["pk"]: edition["digest"] for edition in editions}
        versions = {key: row["version"] for key, row in desk.items()}
        assert self.frozen.items() <= frozen.items()
        assert all(versions[story] >= version for story, version in self.versions.items())
        self.frozen, self.versions = frozen, versions


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
def test_in_any_order_nothing_is_lost_leaked_or_untold(part):
    Newsroom.users = {role: make_user(role) for role in ROLES}
    run_state_machine_as_test(
        seed(part)(Newsroom),
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            phases=(Phase.generate,),  # shrinking fifty steps takes longer than anybody waits
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
