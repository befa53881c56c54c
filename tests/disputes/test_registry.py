"""The registry: what it promises, and what a file of the wrong form is told."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from claimant.disputes import Dispute, load_disputes, read_dispute
from claimant.tables import TableError

HERE = Path(__file__).parent
REGISTRY = load_disputes()
IDS = [i for i in (HERE / "ids.txt").read_text(encoding="utf-8").split("\n") if i and not i.startswith("#")]
NATURAL_EARTH = yaml.safe_load((HERE / "natural_earth.yaml").read_text(encoding="utf-8"))
SLOGANS = ("rightful", "illegal", "so-called", "liberated", "stolen", "heroic", "aggressor", "puppet")

every_dispute = pytest.mark.parametrize("dispute", REGISTRY.values(), ids=list(REGISTRY))


def test_promised_ids() -> None:
    assert len(IDS) == len(set(IDS)) > 80
    assert set(IDS) <= set(REGISTRY)


@pytest.mark.parametrize("dispute", NATURAL_EARTH)
def test_natural_earth(dispute: str) -> None:
    entry, expected = REGISTRY[dispute], NATURAL_EARTH[dispute]
    assert any("Natural Earth" in s for s in entry.sources)
    assert set(expected["controls"]) <= {p.key for p in entry.parties if p.controls}
    assert set(expected["claims"]) <= {p.key for p in entry.parties if p.claims}
    # a state that only claims is not said to hold the place as well
    if expected["controls"] and entry.settled is None:
        only = set(expected["claims"]) - set(expected["controls"])
        assert not only & {p.key for p in entry.parties if p.controls}


@every_dispute
def test_every_party_has_a_name_in_english(dispute: Dispute) -> None:
    """A name of its own in English or in Latin letters, or the common English one."""
    names = [n for _, n in dispute.all_names()]
    common = any(n.party is None and n.language == "en" for n in names)
    for party in dispute.parties:
        own = any(n.party == party.key and (n.language == "en" or n.script == "Latn") for n in names)
        assert own or common or not (party.claims or party.controls), party.key


@every_dispute
def test_says_who_controls_and_claims_but_not_whose_it_is(dispute: Dispute) -> None:
    assert any(p.claims for p in dispute.parties)
    assert dispute.summary.strip()
    assert dispute.sources
    assert not [w for w in SLOGANS if w in f"{dispute.title} {dispute.summary}".lower()]
    if dispute.lat is not None and dispute.lon is not None and dispute.extent is not None:
        box = dispute.extent
        assert box.south - 1 <= dispute.lat <= box.north + 1
        assert box.west - 1 <= dispute.lon <= box.east + 1


def test_names_are_of_one_dispute_unless_marked_ambiguous() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    plain: set[str] = set()
    for dispute in REGISTRY.values():
        for _, name in dispute.all_names():
            owners[name.text].add(dispute.id)
            if not name.ambiguous:
                plain.add(name.text)
    assert [n for n, ids in owners.items() if len(ids) > 1 and n in plain] == []


def test_one_text_is_ambiguous_for_all_parties_or_for_none() -> None:
    for dispute in REGISTRY.values():
        marks: dict[str, set[bool]] = defaultdict(set)
        for _, name in dispute.all_names():
            marks[name.text].add(name.ambiguous)
        assert {t: m for t, m in marks.items() if len(m) > 1} == {}, dispute.id


@pytest.mark.parametrize(
    ("dispute", "year", "means"),
    [
        ("hans-island", "2022", "agreement"),
        ("beagle-channel", "1984", "mediation"),
        ("pedra-branca", "2008", "court"),
        ("preah-vihear", "2013", "court"),
        ("bakassi", "2002", "court"),
        ("isla-portillos", "2015", "court"),
    ],
)
def test_settled_disputes_stay(dispute: str, year: str, means: str) -> None:
    settled = REGISTRY[dispute].settled
    assert settled is not None
    assert (settled.year, settled.means) == (year, means)


@pytest.mark.parametrize(
    ("dispute", "viewpoint", "name"),
    [
        ("southern-kurils", "neutral", "Northern Territories / Southern Kurils"),
        ("southern-kurils", "JPN", "Northern Territories"),
        ("southern-kurils", "RUS", "Southern Kurils"),
        ("southern-kurils", "BRA", "Northern Territories / Southern Kurils"),
        ("falklands", "ARG", "Malvinas"),
        ("falklands", "GBR", "Falkland Islands"),
        ("navassa", "HTI", "La Navase"),
    ],
)
def test_display_name(dispute: str, viewpoint: str, name: str) -> None:
    assert REGISTRY[dispute].display_name(viewpoint) == name


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("senkaku", ["senkaku"]),
        ("diaoyu dao", ["senkaku"]),
        ("尖閣諸島", ["senkaku"]),
        ("Green Line", ["cyprus", "west-bank"]),
        ("Atlantis", []),
    ],
)
def test_called(name: str, ids: list[str]) -> None:
    assert [d.id for d in REGISTRY.called(name)] == ids


@pytest.mark.parametrize(
    ("one", "other", "ids"),
    [
        ("SUN", "JPN", ["southern-kurils"]),
        ("YUG", "XKX", ["kosovo"]),
        ("KEN", "SDN", ["ilemi"]),
        ("SDN", "SSD", ["abyei"]),
        ("RUS", "SUN", []),
        ("PER", "ECU", []),
    ],
)
def test_between(one: str, other: str, ids: list[str]) -> None:
    assert [d.id for d in REGISTRY.between(one, other)] == ids


# --- files of the wrong form

GOOD = """
id: test-reef
title: Test Reef
region: asia-pacific
kind: [islands]
parties:
  - {code: AAA, controls: true, claims: true, since: "1950"}
  - {code: BBB, controls: false, claims: true}
names:
  - {text: Test Reef, party: AAA, language: en, script: Latn}
summary: A reef.
sources: ["A treaty, 1950"]
"""

BAD = [
    ("names:", "nombres: []\nnames:", "nombres"),
    ("title: Test Reef\n", "", "title"),
    ("controls: true", "controls: perhaps", "parties.0.controls"),
    ("code: AAA", "code: aaa", "parties.0.code"),
    ("code: AAA,", "", "parties.0"),
    ("code: BBB,", "code: AAA,", "parties.0"),
    ('since: "1950"', "since: 1950", "parties.0.since"),
    ('since: "1950"', 'since: "long ago"', "parties.0.since"),
    ("party: AAA", "party: CCC", "names.0.party"),
    ("script: Latn", "script: latin", "names.0.script"),
    ("script: Latn", "script: Latn, owner: AAA", "names.0.owner"),
    ("region: asia-pacific", "region: atlantis", "region"),
    ("id: test-reef", "id: other-reef", "id"),
    ("id: test-reef", "id: Test Reef", "id"),
    ("summary: A reef.", "summary: A reef.\nlat: 95\nlon: 10", "lat"),
    ("summary: A reef.", "summary: A reef.\nlat: 9", "lat"),
    ("summary: A reef.", "summary: A reef.\nwikidata: reef", "wikidata"),
    (
        "summary: A reef.",
        "summary: A reef.\nextent: {west: 1, south: 5, east: 2, north: 4}",
        "extent.south",
    ),
    ('sources: ["A treaty, 1950"]', "sources: []", "sources"),
    ("kind: [islands]", "kind: {islands: yes}", "kind"),
    ("kind: [islands]", "kind: &k [*k]", "holds itself"),
    ("kind: [islands]", "kind: [islands", "not valid YAML"),
    ("kind: [islands]", "kind: !!python/object:os.system [x]", "not valid YAML"),
]


def _write(folder: Path, text: str) -> Path:
    path = folder / "test-reef.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    assert read_dispute(_write(tmp_path, GOOD)).title == "Test Reef"


@pytest.mark.parametrize(("old", "new", "field"), BAD, ids=[f"{i}-{b[2]}" for i, b in enumerate(BAD)])
def test_a_bad_file_is_told_where(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in GOOD
    path = _write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(TableError) as caught:
        read_dispute(path)
    assert str(path) in str(caught.value)
    assert field in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "just words", "- id: test-reef", "42"])
def test_a_file_that_holds_no_entry(tmp_path: Path, text: str) -> None:
    with pytest.raises(TableError, match=r"test-reef\.yaml"):
        read_dispute(_write(tmp_path, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"gone\.yaml"):
        read_dispute(tmp_path / "gone.yaml")
