"""A phrase in, the one whom it means out: what ``claimant who`` prints."""

import pytest
from spacy.language import Language

from claimant.actors import ActorReader

ACTORS = ActorReader()
CASES = [
    ("Japanese Prime Minister Shinzo Abe", "2014-02-07", "JPN", "GOV", "Shinzo Abe", "Prime Minister"),
    ("Soviet troops", None, "SUN", "MIL", None, None),
    ("the Kremlin", "2020-01-01", "RUS", "GOV", "Russia", None),
    ("the Kremlin", "1980-01-01", "SUN", "GOV", "Soviet Union", None),
    ("Moscow", None, "RUS", "GOV", "Russia", None),
    ("former US president Barack Obama", "2020-01-01", "USA", "ELI", "Barack Obama", None),
    ("Boko Haram", None, "NGA", "REB", "Boko Haram", None),
    ("EU foreign policy chief Catherine Ashton", "2014-02-07", "EUR", "GOV", "Catherine Ashton", None),
    ("the Chinese president", "2014-02-07", "CHN", "GOV", "Xi Jinping", "president"),
    ("Putin", None, "RUS", "GOV", "Vladimir Putin", "President"),
    ("Xinhua", None, "CHN", "JRN", "Xinhua News Agency", None),
    ("UN peacekeepers", None, "UNO", "MIL", "UN peacekeepers", None),
    ("the Pentagon", None, "USA", "MIL", "United States", None),
    ("a Japanese lawmaker", None, "JPN", "LEG", None, "lawmaker"),
    ("Emmanuel Macron", "2018-01-01", "FRA", "GOV", "Emmanuel Macron", "President"),
    ("Emmanuel Macron", "2010-01-01", "FRA", None, "Emmanuel Macron", None),
    ("Iranian-backed militia", None, None, "REB", None, None),
    ("Kosovo Albanians", None, "XKX", "CVL", "Albanians", None),
    ("South China Sea", None, None, None, "South China Sea", None),
    ("somebody", None, None, None, None, None),
    ("", None, None, None, None, None),
]


@pytest.mark.parametrize(("text", "day", "code", "sector", "name", "office"), CASES)
def test_resolve(
    text: str,
    day: str | None,
    code: str | None,
    sector: str | None,
    name: str | None,
    office: str | None,
    nlp: Language,
) -> None:
    entity = ACTORS.resolve(nlp(text), day)
    assert entity.entity_text == text
    assert (entity.code, entity.sector, entity.identifier_text) == (code, sector, name)
    if office is not None:
        assert entity.office == office


def test_the_same_twice(nlp: Language) -> None:
    text = (
        "China and Japan held talks. The two sides agreed, the official said. He told Xinhua they would meet."
    )
    first, second = (
        [(m.start, m.end, m.entities) for m in ACTORS.read(nlp(text), "2014-02-07")] for _ in range(2)
    )
    assert first == second


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    text = "President Putin met Mr Abe. He said Moscow and Tokyo agreed, but their envoys did not."
    for mention in ACTORS.read(nlp(text), "2014-02-07"):
        for entity in mention.entities:
            assert text[entity.start : entity.end] == entity.entity_text
