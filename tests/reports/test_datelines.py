"""What opens a report with its place, and what only looks like it."""

import pytest

from claimant.reports.dateline import dateline
from claimant.reports.prepare import prepare

DATELINES = [
    ("TOKYO, Feb. 7 (Kyodo) — Japan protested.", "Tokyo", "Kyodo", (None, 2, 7)),
    ("JOHANNESBURG, August 7 (Xinhua) -- Ministers met.", "Johannesburg", "Xinhua", (None, 8, 7)),
    ("NAIROBI, Kenya (AP) _ Police came.", "Nairobi, Kenya", "AP", None),
    ("HAVANA (AP ) -- Police came.", "Havana", "AP", None),
    ("INDEPENDENCE, MO. (AP)-- Police came.", "Independence, Mo.", "AP", None),
    ("MOSCOW (Reuters) - Russia said so.", "Moscow", "Reuters", None),
    ("PARIS, March 3, 2014 (AFP) - France said so.", "Paris", "AFP", (2014, 3, 3)),
    ("Tehran, March 15, IRNA - Iran said so.", "Tehran", "IRNA", (None, 3, 15)),
    ("Pyongyang, February 7 (KCNA) -- Workers met.", "Pyongyang", "KCNA", (None, 2, 7)),
    ("MOSCOW, February 7. /TASS/. Russia said so.", "Moscow", "TASS", (None, 2, 7)),
    ("MOSCOW. Feb 7 (Interfax) - Russia said so.", "Moscow", "Interfax", (None, 2, 7)),
    ("KABUL (Pajhwok): Elders met.", "Kabul", "Pajhwok", None),
    ("La Paz, Oct 2 (EFE).- Police came.", "La Paz", "EFE", (None, 10, 2)),
    ("Bogota, March 8 (IANS) Police came.", "Bogota", "IANS", (None, 3, 8)),
    ("KABUL, Sept 3, 2011 – Elders met.", "Kabul", None, (2011, 9, 3)),
    ("GENEVA (3 March 2014) – Experts met.", "Geneva", None, (2014, 3, 3)),
    ("London, Friday, 7 February 2014: Ministers met.", "London", None, (2014, 2, 7)),
    ("SAN FRANCISCO - Lawyers sued.", "San Francisco", None, None),
    ("ST. LOUIS — Lawyers sued.", "St. Louis", None, None),
    ("DAR ES SALAAM, Tanzania (AP) _ Police came.", "Dar es Salaam, Tanzania", "AP", None),
    ("PORT-AU-PRINCE, Haiti (AP) — Police came.", "Port-au-Prince, Haiti", "AP", None),
    ("THE HAGUE, Netherlands -- Judges ruled.", "The Hague, Netherlands", None, None),
    ("AMHERST, N.Y. (AP) -- Police came.", "Amherst, N.Y.", "AP", None),
    ("WASHINGTON, D.C. – Lawyers sued.", "Washington, D.C.", None, None),
    ("TEL AVIV-- Israel said so.", "Tel Aviv", None, None),
    ("ISLAMABAD: Pakistan said so.", "Islamabad", None, None),
    ("Washington - US officials said so.", "Washington", None, None),
    ("Cebu City--Police came.", "Cebu City", None, None),
    ("Harare, Zimbabwe - Police came.", "Harare, Zimbabwe", None, None),
    ("UNITED NATIONS: Envoys met.", "United Nations", None, None),
    ("MOSCOW/KIEV (Reuters) - Envoys met.", "Moscow", "Reuters", None),
    ("SAINT-DENIS, France — “No,” she said.", "Saint-Denis, France", None, None),
    ("ABOARD THE PAPAL PLANE (AP) — The pope spoke.", "Aboard the Papal Plane", "AP", None),
    ("(Reuters) - Russia said so.", None, "Reuters", None),
    ("(CNN)Russia said so.", None, "CNN", None),
]

NONE = [
    "The United Nations (UN) - which met - said so.",
    "The Government of National Accord (GNA) - backed by the UN - said so.",
    "The World Health Organization (WHO) said so.",
    "NATO - The alliance met.",
    "UN: Envoys met.",
    "BREAKING - Russia said so.",
    "FACTBOX: Who owns the isles?",
    "PUTIN: We will see.",
    "MR. SMITH: We will see.",
    "Moscow - Kyiv relations are bad.",
    "Moscow – the capital – was calm.",
    "Washington-Beijing talks ended.",
    "Russia - China talks ended.",
    "Tokyo, which rejected the offer, said so.",
    "Beijing said so.",
    "On March 3 - Ash Monday - envoys met.",
    "Beirut, Oct. 23, 1983 was a dark day.",
    "Mr. Abe (LDP) said so.",
    "A.B. said so.",
    "I - We - They",
    "-",
]


@pytest.mark.parametrize(("text", "place", "agency", "date"), DATELINES, ids=[d[0] for d in DATELINES])
def test_dateline(
    text: str, place: str | None, agency: str | None, date: tuple[int | None, int, int] | None
) -> None:
    found = dateline(text, 0, len(text))
    assert found is not None
    assert (found.place, found.agency, found.date) == (place, agency, date)
    body = text[found.end :]
    assert body[0].isupper() or body[0] == "“"
    assert body.count(" ") < 5
    assert prepare(text).text == body


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert dateline(text, 0, len(text)) is None
    assert prepare(text).text == text


def test_every_dateline_of_a_roundup_goes_and_the_first_counts() -> None:
    report = prepare("GENEVA (AP) — Envoys met.\n\nMOSCOW (AP) — Russia said so.\n\nROME — Italy said so.")
    assert report.text == "Envoys met.\n\nRussia said so.\n\nItaly said so."
    assert report.dateline_place == "Geneva"
