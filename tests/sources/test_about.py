"""Drafts become statements that know which events they are about."""

from __future__ import annotations

from claimant.record import Entity, Event, Reason, Stance, stable_id
from claimant.sources.about import link

REPORT = (
    "Baku offered Tehran a pipeline, Interfax reported. Ankara expelled two envoys of Oslo. "
    "An aide in Tehran said he was not aware of any deal between Azerbaijan and Iran. "
    "Oslo denied the expulsion. A guard said he knew nothing of the weather."
)


def event(kind: str, word: str, actor: str, recipient: str) -> Event:
    """An event told by a word of the report."""
    start = REPORT.index(word)
    return Event(
        id=stable_id("e", word),
        event=(kind,),
        actor=(Entity(code=actor),),
        recipient=(Entity(code=recipient),),
        why=(Reason(rule="test", text=word, start=start, end=start + len(word)),),
    )


OFFER = event("AGREE", "offered", "AZE", "IRN")
EXPULSION = event("COERCE", "expelled", "TUR", "NOR")


def about(read_doc, content: str, events: list[Event]) -> tuple[Stance, tuple[str, ...]]:
    """Stance and events of the statement with this content."""
    _, drafts = read_doc(REPORT)
    found = link(drafts, events, report_id="r")
    [one] = [s for s in found if REPORT[s.content[0].start : s.content[-1].end] == content]
    return one.stance, one.about


def test_events_in_the_content(read_doc):
    stance, ids = about(read_doc, "Baku offered Tehran a pipeline", [OFFER, EXPULSION])
    assert (stance, ids) == (Stance.ASSERTS, (OFFER.id,))


def test_denial_reaches_events_told_elsewhere(read_doc):
    stance, ids = about(read_doc, "any deal between Azerbaijan and Iran", [OFFER, EXPULSION])
    assert (stance, ids) == (Stance.UNAWARE, (OFFER.id,))


def test_same_pair_is_not_enough_where_no_type_fits(read_doc):
    clash = event("ASSAULT", "pipeline", "IRN", "AZE")
    assert about(read_doc, "any deal between Azerbaijan and Iran", [clash])[1] == ()


def test_fitting_types_go_before_the_rest(read_doc):
    clash = event("ASSAULT", "pipeline", "IRN", "AZE")
    assert about(read_doc, "any deal between Azerbaijan and Iran", [clash, OFFER])[1] == (OFFER.id,)


def test_no_parties_no_events_elsewhere(read_doc):
    stance, ids = about(read_doc, "the weather", [OFFER, EXPULSION])
    assert (stance, ids) == (Stance.UNAWARE, ())


def test_assertions_do_not_reach(read_doc):
    _, drafts = read_doc("Oslo said Azerbaijan and Iran were neighbours. Baku offered Tehran a pipeline.")
    assert next(s.about for s in link(drafts, [OFFER])) == ()


def test_ids_depend_on_report_and_place_only(read_doc):
    _, drafts = read_doc(REPORT)
    first = [s.id for s in link(drafts, [OFFER], report_id="a")]
    assert first == [s.id for s in link(drafts, [], report_id="a")]
    assert len(set(first)) == len(first)
    assert not set(first) & {s.id for s in link(drafts, [], report_id="b")}


def test_statement_carries_its_sentence_and_reason(read_doc):
    _, drafts = read_doc(REPORT)
    for statement in link(drafts, []):
        assert statement.text_info is not None
        assert REPORT[statement.text_info.start : statement.text_info.end] == statement.text
        assert statement.why
        assert statement.sources
