"""Who holds, claims or recognises a place: "Japan runs the isles, which China claims"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts, ids_of
from claimant.disputes.mention import DisputeMention
from claimant.disputes.parties import behind, possessors, state
from claimant.disputes.saying import is_held
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import PositionKind
from claimant.tables import word_list

_CLAIMING = wording("claims", "verbs")
_HOLDING = wording("controls", "verbs")
_HELD = wording("controls", "participles")
_CONTROL = wording("controls", "nouns")
_TAKING = wording("controls", "taking")
_BEING = wording("controls", "being")
_RECOGNISING = wording("recognises", "verbs")
_ACCEPTING = wording("recognises", "accepting")
_RECOGNISED = wording("recognises", "nouns")
_HANDS = wording("controls", "hands")
_DEPENDENCIES = wording("controls", "dependencies")
_DEPENDENT = wording("controls", "dependent")
_TELLING = _CLAIMING | _HOLDING | _RECOGNISING | _ACCEPTING | _TAKING
_ENDING = word_list("disputes", "ending") | word_list("disputes", "settled")
_CLAIMING_ROWS = word_list("disputes", "claiming_rows")


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Claims, control and recognition that a verb says.

    "Both India and Pakistan claim Kashmir", "Migingo is governed by Uganda", "Russia took control of
    Crimea", "Germany recognised Kosovo's independence".
    """
    verb = clause.verb.lemma_.lower()
    if verb not in _TELLING or not is_held(clause):
        return
    done_to = clause.subjects if clause.passive else clause.objects
    places = reading.places(done_to) or _shared(clause, reading) or _just_before(clause, reading)
    doers = reading.doers(clause.agents if clause.passive else clause.subjects, places)
    rule = f"verb {clause.verb.lemma_!r}"
    if verb in _CLAIMING:
        yield from drafts(doers, places, PositionKind.CLAIMS, clause.verb, rule)
    if verb in _HOLDING:
        yield from drafts(doers, places, PositionKind.CONTROLS, clause.verb, rule)
    if verb in _RECOGNISING:
        yield from drafts(doers, places, PositionKind.RECOGNISES, clause.verb, rule)
    if verb in _ACCEPTING:
        titles = [t for t in done_to if t.lemma_.lower() in _RECOGNISED]
        held = [d for t in titles for d in ids_of(m for m in _places_of(t, reading))]
        yield from drafts(doers, held, PositionKind.RECOGNISES, clause.verb, rule)
    if verb in _TAKING:
        for noun in done_to:
            if noun.lemma_.lower() in _CONTROL and not possessors_coded(noun, reading):
                held = reading.places(behind(noun, "of", "over"))
                taking = f"{clause.verb.text!r} {noun.text!r}"
                yield from drafts(doers, held, PositionKind.CONTROLS, noun, taking)


def under(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """A place under somebody's rule: "has been under Israeli occupation", "the isles, under its control"."""
    if not mention.place:
        return
    yield from _depends(mention, reading)
    head = mention.head
    phrases = [head, *(c for c in head.children if c.dep_ == "appos")]
    places = [c for p in phrases for c in p.children if c.dep_ == "prep" and c.lower_ in ("under", "in")]
    above = reading.clauses.at(head.head)
    if above is not None and head in above.subjects and above.verb.lemma_ in _BEING and is_held(above):
        places += [c for c in above.verb.children if c.dep_ == "prep" and c.lower_ in ("under", "in")]
    following = [t for t in reading.doc[mention.end : mention.end + 2] if t.lower_ == "under"]
    if following and (following[0].i == mention.end or reading.doc[mention.end].text == ","):
        # "Abkhazia, under Russian control since 2008, held a vote": the parser may hang it on the verb
        places += [t for t in following if t not in places]
    for preposition in places:
        for noun in preposition.children:
            wanted = _CONTROL if preposition.lower_ == "under" else _HANDS
            if noun.dep_ == "pobj" and noun.lemma_.lower() in wanted:
                owners = reading.entities([*possessors(noun), *behind(noun, "of", "by")])
                yield from drafts(
                    owners, mention.disputes, PositionKind.CONTROLS, noun, f"under its {noun.text!r}"
                )


def _depends(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """ "The Falklands, a British overseas territory"."""
    head = mention.head
    nouns = [head, *(c for c in head.children if c.dep_ == "appos")]
    if head.dep_ == "nsubj" and head.head.lemma_ == "be" and head.head.tag_ in ("VBZ", "VBP"):
        nouns += [c for c in head.head.children if c.dep_ == "attr"]
    for noun in nouns:
        lefts = [t.lower_ for t in noun.lefts]
        if noun.lemma_.lower() in _DEPENDENCIES and set(lefts) & _DEPENDENT and "former" not in lefts:
            owners = reading.entities(possessors(noun))
            rule = f"its dependent {noun.text!r}"
            yield from drafts(owners, mention.disputes, PositionKind.CONTROLS, noun, rule)


def of_noun(noun: Token, reading: Reading) -> Iterator[PositionDraft]:
    """Control told with a noun: "Russia's control of Crimea", "Iranian rule over Abu Musa"."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _CONTROL:
        return
    clause = reading.clauses.around(noun)
    if clause is not None and clause.lemma in _ENDING and is_held(clause):
        return
    # whose "its" is, in "called on Iran to end its occupation", cannot be told by nearness
    unsure = clause is not None and clause.verb.tag_ == "VB" and not clause.own_subject
    owners = [t for t in possessors(noun) if reading.place(t) is None and not (unsure and t.pos_ == "PRON")]
    places = reading.places(behind(noun, "of", "over"))
    rule = f"{noun.text!r} of the party"
    yield from drafts(reading.entities(owners), places, PositionKind.CONTROLS, noun, rule)


def hyphened(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """ "The Russia-controlled Southern Kurils", "the Chinese-claimed reef"."""
    if not mention.place:
        return
    before = [t for t in reading.mentions.tokens[max(0, mention.start - 3) : mention.start] if "-" in t.text]
    before = [t for t in before if t.i >= mention.head.sent.start]
    for token in {t.i: t for t in (*mention.head.lefts, *before)}.values():
        participle = token.lower_.rpartition("-")[2]
        if participle == "claimed":
            kind = PositionKind.CLAIMS
        elif participle in _HELD and "-" in token.text:
            kind = PositionKind.CONTROLS
        else:
            continue
        owners = list(reading.mentions.hyphened.get(token.i, ()))
        yield from drafts(owners, mention.disputes, kind, token, f"{token.text!r}")


def of_row(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """Who has a territorial row about a place claims it: "its row over the ownership of the isles"."""
    if mention.head.lemma_.lower() not in _CLAIMING_ROWS:
        return
    clause = reading.clauses.around(mention.head)
    if clause is not None and clause.lemma in _ENDING and is_held(clause):
        return
    for dispute in mention.disputes:
        for code in sorted(mention.codes):
            party = reading.disputes[dispute].party(code)
            if party is not None and party.claims and party.code:
                rule = "has a territorial row"
                yield PositionDraft(
                    state(party.code), dispute, PositionKind.CLAIMS, mention.head, rule=rule, inferred=True
                )


def possessors_coded(noun: Token, reading: Reading) -> bool:
    """Whether a noun has an owner that is a state: in "ended British rule of" the ender does not rule."""
    return any(t.dep_ != "poss" or t.pos_ != "PRON" for t in possessors(noun) if reading.entities([t]))


def _places_of(noun: Token, reading: Reading) -> list[DisputeMention]:
    """The places that a noun is about: "Kosovo's independence", "the title to the isles"."""
    heads = [*possessors(noun), *behind(noun, "of", "over", "to", "in")]
    return [m for m in map(reading.place, heads) if m is not None]


def _just_before(clause: Clause, reading: Reading) -> list[str]:
    """The place that a relative clause follows at once, where the parser hung it on something else.

    In "drills near the isle, claimed by Japan" it may hang on "drills"; in "airstrips on reefs in the
    sea, which Vietnam claims", the place is the reefs.
    """
    participle = clause.relation in ("acl", "advcl") and clause.verb.tag_ == "VBN" and not clause.own_subject
    relative = clause.relation == "relcl" and any(t.tag_ == "WDT" for t in clause.verb.lefts)
    if not (participle or relative):
        return []
    i = clause.verb.left_edge.i - 1
    while i > clause.verb.sent.start and reading.doc[i].text in (",", "and", "also"):
        i -= 1
    if i < clause.verb.sent.start:
        return []
    token = reading.doc[i]
    for noun in (token, *list(token.ancestors)[:4]):
        mention = reading.linked.at(noun)
        if mention is not None and mention.place:
            return list(mention.disputes)
        if noun.pos_ in ("VERB", "AUX"):
            break
    return []


def _shared(clause: Clause, reading: Reading) -> list[str]:
    """The object that joined relative clauses share: "which Japan runs and calls the Senkakus"."""
    if clause.passive or any(t.i > clause.verb.i for t in clause.objects):
        return []
    node: Clause | None = clause
    while node is not None and node.relation == "conj":
        node = node.governor
    if node is None or node.relation != "relcl":
        return []
    mention = reading.place(node.verb.head)
    return list(mention.disputes) if mention is not None else []
