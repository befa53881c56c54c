"""Reports in, places of their events out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claimant.language import Clauses
from claimant.places import Gazetteer, locate

# A sentence, the word that tells the event, and the place where it happened, if any is told.
CASES = [
    ("Greek marines drove into a strip at Kastanies in the far north of Greece.", "drove", "Greece"),
    ("Russian troops pushed into a village near Kupiansk in the east of Ukraine.", "pushed", "Kupiansk"),
    ("Moroccan tanks rolled into a buffer strip at Guerguerat in Western Sahara.", "rolled", "Guerguerat"),
    ("Envoys of Armenia and Turkey spoke face to face in Vienna on Friday.", "spoke", "Vienna"),
    (
        "On the margins of the Asian Games in Hangzhou, China's president met Nepal's premier.",
        "met",
        "Hangzhou",
    ),
    ("The ministers talked on the fringes of a security conference in Singapore.", "talked", "Singapore"),
    ("Talks between the two governments in Bern collapsed.", "Talks", "Bern"),
    ("The president flew to Algiers and met his counterpart there.", "met", "Algiers"),
    ("Pakistani troops crossed the Line of Control on Tuesday.", "crossed", "Line of Control"),
    ("Iranian jets bombed Erbil on Monday.", "bombed", "Erbil"),
    ("Iran attended a conference in Doha at which Qatar signed an accord with Chad.", "signed", "Doha"),
    ("The minister bombed in the polls.", "bombed", None),
    ("Peru accused Chile of spying.", "accused", None),
    ("Peru and Chile stood side by side at last.", "stood", None),
    ("The envoy met his counterpart, and there was no news.", "met", None),
]


@pytest.mark.parametrize(("text", "trigger", "where"), CASES)
def test_where(nlp: Language, text: str, trigger: str, where: str | None) -> None:
    doc = nlp(text)
    token = next(t for t in doc if t.text == trigger)
    clauses = Clauses(doc)
    clause = clauses.at(token) or (clauses.around(token) if token.pos_ == "NOUN" else None)
    found = locate(token, clause, Gazetteer.load(), set())
    assert (found.extracted_place if found else None) == where
