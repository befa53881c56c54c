"""What stands around a predicate: the cases of clauses.yaml, and the small questions that rooms ask."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

from claimant.language import Clause, Clauses, conjuncts, counted, noun_phrase, noun_prepositions

GROUPS = yaml.load((Path(__file__).parent / "clauses.yaml").read_text(), yaml.BaseLoader)
CASES = [
    pytest.param(case, id=f"{group}: {case['at']}: {case['text'][:50]}")
    for group, cases in GROUPS.items()
    for case in cases
]


def _token(doc: Doc, word: str) -> Token:
    return next(t for t in doc if t.text == word)


def _heads(tokens: list[Token]) -> str:
    return " ".join(t.text for t in sorted(tokens, key=lambda t: t.i))


def _answer(clause: Clause, question: str) -> str:
    if question.startswith("behind "):
        return _heads(clause.prepositions.get(question.removeprefix("behind "), []))
    if question in ("passive", "negated"):
        return "yes" if (clause.passive if question == "passive" else clause.negation) else "no"
    if question == "governor":
        return clause.governor.verb.text if clause.governor is not None else ""
    value: Any = getattr(clause, question)
    if isinstance(value, str):
        return value
    return " ".join(value) if question == "particles" else _heads(value)


@pytest.mark.parametrize("case", CASES)
def test_clause(case: dict[str, str], nlp: Language) -> None:
    case = dict(case)
    doc = nlp(case.pop("text"))
    clause = Clauses(doc).at(_token(doc, case.pop("at")))
    assert clause is not None
    assert {question: _answer(clause, question) for question in case} == case


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 50


def test_nothing_said(nlp: Language) -> None:
    assert not list(Clauses(nlp("")))
    assert not list(Clauses(nlp("The islands north of Japan")))


def test_around_is_the_nearest_clause(nlp: Language) -> None:
    doc = nlp("Russia said the offer of the Chinese government was rejected.")
    clause = Clauses(doc).around(_token(doc, "Chinese"))
    assert clause is not None
    assert clause.predicate.text == "rejected"


def test_clauses_come_in_the_order_of_the_text(nlp: Language) -> None:
    doc = nlp("Japan said China had sent ships. Beijing denied it and urged Tokyo to talk.")
    words = [c.verb.i for c in Clauses(doc)]
    assert words == sorted(words)
    assert [c.lemma for c in Clauses(doc)] == ["say", "send", "deny", "urge", "talk"]


@pytest.mark.parametrize(
    ("text", "word", "joined"),
    [
        ("China, Japan and Korea met.", "China", "China Japan Korea"),
        ("China, Japan and Korea met.", "Korea", "Korea"),
        ("Talks went on.", "Talks", "Talks"),
    ],
)
def test_conjuncts(text: str, word: str, joined: str, nlp: Language) -> None:
    assert _heads(conjuncts(_token(nlp(text), word))) == joined


@pytest.mark.parametrize(
    ("text", "word", "heads"),
    [
        ("Thousands of demonstrators marched.", "Thousands", "demonstrators"),
        ("Demonstrators marched.", "Demonstrators", "Demonstrators"),
        ("The minister of defence spoke.", "minister", "minister"),
    ],
)
def test_counted(text: str, word: str, heads: str, nlp: Language) -> None:
    assert _heads(counted(_token(nlp(text), word))) == heads


def test_noun_prepositions(nlp: Language) -> None:
    doc = nlp("Talks between Moscow and Beijing on the islands failed.")
    found = noun_prepositions(_token(doc, "Talks"))
    assert _heads(found["between"]) == "Moscow Beijing"


def test_noun_phrase(nlp: Language) -> None:
    doc = nlp("The Japanese foreign ministry official in Tokyo declined to comment.")
    assert noun_phrase(_token(doc, "official")).text == "The Japanese foreign ministry official"
