"""Sentence in, who is meant out: the cases of the YAML files beside this one."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language

from claimant.actors import ActorReader, Mentions
from claimant.places import Gazetteer
from claimant.record import Entity

FILES = sorted(Path(__file__).parent.glob("*.yaml"))
EXPECTED = re.compile(
    r"(?P<code>[A-Z]{3}|[-*])/(?P<sector>[A-Z]{3}|[-*])(?: (?P<name>[^,]+))?(?:, (?P<office>.+))?"
)


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {group}: {case['text'][:60]}")
        for path in FILES
        for group, cases in yaml.load(path.read_text(), yaml.BaseLoader).items()
        for case in cases
    ]


@pytest.fixture(scope="session")
def actors() -> ActorReader:
    places = Gazetteer.load()

    def country_of(name: str, near: Any) -> str | None:
        place = places.resolve(name, tuple(near))
        return place.country_code if place is not None else None

    return ActorReader(country_of=country_of)


@pytest.mark.parametrize("case", _cases())
def test_who_is_meant(case: dict[str, str], nlp: Language, actors: ActorReader) -> None:
    case = dict(case)
    text, day = case.pop("text"), case.pop("day", "2014-02-07")
    mentions = actors.read(nlp(text), day)
    wrong = {}
    for phrase, expected in case.items():
        found = _meant(mentions, phrase)
        if not _fits(found, expected):
            wrong[phrase] = f"{expected} expected, not {found}"
    assert not wrong


def _meant(mentions: Mentions, phrase: str) -> tuple[bool, list[Entity]]:
    """What a phrase means, or its second occurrence for "Sudan/2": whether as a place, and the entities."""
    phrase, _, number = phrase.partition("/")
    text = mentions.doc.text
    starts = [m.start() for m in re.finditer(rf"\b{re.escape(phrase)}\b", text)]
    start = starts[int(number or 1) - 1]
    span = mentions.doc.char_span(start, start + len(phrase), alignment_mode="expand")
    assert span is not None
    mention = mentions.headed_by(span[-1]) or mentions.at(span[-1])
    return (False, []) if mention is None else (mention.as_place, list(mention.entities))


def _fits(found: tuple[bool, list[Entity]], expected: str) -> bool:
    place, entities = found
    if expected == "nobody":
        return not any(e.code or (e.identifier_text and not place and e.sector) for e in entities)
    if expected.startswith("a place in "):
        return place and [e.code for e in entities] == [expected[-3:]]
    wanted = expected.split(" + ")
    return len(wanted) == len(entities) and all(map(_same, sorted(entities, key=_code), sorted(wanted)))


def _code(entity: Entity) -> str:
    return entity.code or "-"


def _same(entity: Entity, expected: str) -> bool:
    match = EXPECTED.fullmatch(expected)
    assert match, f"{expected!r} is no expectation"
    given = {
        "code": entity.code, "sector": entity.sector, "office": entity.office,
        "name": entity.identifier_text or entity.entity_text,
    }  # fmt: skip
    return all(
        value in (None, "*") or (given[part] or "-").lower() == value.lower()
        for part, value in match.groupdict().items()
    )


def test_expectations_can_fail() -> None:
    russia = Entity(entity_text="Russia", code="RUS", sector="GOV")
    assert _fits((False, [russia]), "RUS/GOV")
    assert not _fits((False, [russia]), "RUS/MIL")
    assert not _fits((False, [russia]), "a place in RUS")
    assert not _fits((False, [russia]), "RUS/GOV Vladimir Putin")
    assert not _fits((False, [russia]), "RUS/GOV + CHN/GOV")
    assert not _fits((False, [russia]), "nobody")
    assert not _fits((False, []), "-/GOV")


def test_there_are_enough_cases() -> None:
    assert len(_cases()) >= 120
