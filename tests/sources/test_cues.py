"""The cue table is checked when it is loaded."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from claimant.record import Stance
from claimant.sources.cues import check_cues, forms, load_cues
from claimant.tables import TableError, packaged_yaml

PATH = Path("cues.yaml")
MINIMAL = {
    "verbs": [{"cues": ["say"], "stance": "asserts", "takes": ["clause"]}],
    "adjectives": [],
    "nouns": [],
    "light": [],
    "reluctant": [],
    "steps": [],
    "phrases": [{"words": "according to", "stance": "asserts"}],
    "citing": [],
    "kinds": {"official": ["minister"]},
    "families": [],
}


def test_the_package_table():
    cues = load_cues()
    assert len(cues.verbs) >= 180
    assert len(cues.nouns) >= 60
    assert len(cues.adjectives) >= 20
    stances = {c.group.stance for found in cues.verbs.values() for c in found}
    assert stances == set(Stance) - {Stance.DECLINES}  # no word declines by itself: "declined *to say*"


@pytest.mark.parametrize(
    ("word", "kind"),
    [("newspaper", "outlet"), ("spokesman", "spokesperson"), ("survey", "document"), ("tribunal", "court"),
     ("envoy", "diplomat"), ("eyewitness", "witness"), ("analyst", "expert"), ("tweet", "social-media"),
     ("insider", "source"), ("minister", "official"), ("residents", None)],
)  # fmt: skip
def test_kinds(word, kind):
    assert load_cues().kind(word) == kind


def test_kinds_try_the_forms_in_turn():
    assert load_cues().kind("residents", "resident") == "crowd"


def test_families_name_types_of_the_codebook():
    [(_, codebook)] = packaged_yaml("codebook")
    types = {t["code"] for t in codebook["types"]}
    assert {event for family in load_cues().table.families for event in family.events | family.also} <= types


@pytest.mark.parametrize(
    ("word", "event"),
    [("co-operation", "COOPERATE"), ("offer", "AGREE"), ("raid", "ASSAULT"), ("embargo", "SANCTION")],
)
def test_families(word, event):
    assert any(event in family.events for family in load_cues().families({word, "the"}))


BROKEN = [
    ("verbs", [{"cues": ["say"], "stance": "says", "takes": ["clause"]}], r"verbs\.0\.stance"),
    ("verbs", [{"cues": ["say"], "stance": "asserts", "takes": ["sentence"]}], r"verbs\.0\.takes"),
    ("verbs", [{"cues": ["say"], "stance": "asserts"}], "takes no content"),
    ("verbs", [{"cues": [], "stance": "asserts", "takes": ["clause"]}], r"verbs\.0\.cues"),
    ("verbs", [{"cues": ["say", "say"], "stance": "asserts", "takes": ["clause"]}], "stands twice"),
    ("verbs", [{"cues": ["say"], "stance": "asserts", "takes": ["clause"], "typo": 1}], "typo"),
    ("kinds", ["minister"], "kinds"),
    ("phrases", [{"words": "according to"}], r"phrases\.0\.stance"),
]


@pytest.mark.parametrize(("key", "value", "says"), BROKEN)
def test_broken_tables_are_named(key, value, says):
    content = deepcopy(MINIMAL) | {key: value}
    with pytest.raises(TableError, match=says):
        check_cues(PATH, content)


@pytest.mark.parametrize("content", [None, [], "say", {"verbs": []}])
def test_what_is_no_table(content):
    with pytest.raises(TableError, match=r"cues\.yaml"):
        check_cues(PATH, content)


def test_a_minimal_table_is_enough():
    cues = check_cues(PATH, MINIMAL)
    assert [c.name for c in cues.verbs["say"]] == ["say"]
    assert cues.phrases == [(("according", "to"), Stance.ASSERTS)]


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [("hope", ["hopes", "hoped", "hoping"]), ("deny", ["denies", "denied", "denying"]),
     ("say", ["says", "sayed", "saying"]), ("stress", ["stresses", "stressed", "stressing"])],
)  # fmt: skip
def test_forms(verb, wanted):
    assert forms(verb) == wanted
