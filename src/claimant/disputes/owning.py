"""Claims as nouns, and whose a place is said to be: "Spain's claim to it", "Crimea belongs to Russia"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts, ids_of
from claimant.disputes.parties import behind, possessors
from claimant.disputes.regarding import chain
from claimant.disputes.saying import is_held, is_negated, speakers
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import Entity, PositionKind
from claimant.tables import word_list

_CLAIM = wording("claims", "nouns")
_TITLES = wording("claims", "titles")
_ASSERTING = wording("claims", "asserting")
_REJECTING = wording("rejects-claim", "verbs")
_CONTESTING = wording("rejects-claim", "contesting")
_REJECTED = wording("rejects-claim", "nouns")
_ACCEPTING = wording("recognises", "accepting")
_RECOGNITION = wording("recognises", "recognition")
_OF_NOUNS = _CLAIM | _TITLES | _REJECTED | _RECOGNITION
_NO_RECOGNITION = wording("recognises", "none")
_PARTS = wording("belongs", "parts")
_FORMULA = wording("belongs", "formula")
_ALWAYS = wording("belongs", "always")
_GOVERNING = wording("belongs", "governing")
_REFUSING_TO = wording("denies-dispute", "refusing")
_BELONGING = wording("belongs", "verbs")
_BEING = wording("belongs", "being")
_LYING = wording("belongs", "lying")
_TELLING = _BEING | _BELONGING | _LYING
_SOILS = wording("belongs", "soils")
_OWNING = wording("belongs", "owning")
_COUNTRIES = wording("belongs", "countries")
_ENDING = word_list("disputes", "ending")
_DENYING = word_list("disputes", "denying")
_FIRST_PERSON = frozenset({"we", "us", "our", "ours"})


def of_noun(noun: Token, reading: Reading) -> Iterator[PositionDraft]:
    """Claims, their rejection, and recognition, told with a noun.

    "China's claim to the isles", "asserting Russian ownership", "Seoul rejected Japan's claim",
    "does not recognise Israel's sovereignty over", "its recognition of Abkhazia".
    """
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma not in _OF_NOUNS or noun.dep_ == "compound":
        return
    places = _about(noun, reading)
    if not places:
        return
    clause = reading.clauses.around(noun)
    owners = _owners(noun, reading)
    if lemma in _RECOGNITION:
        if clause is None or clause.lemma not in _NO_RECOGNITION:
            givers = owners or reading.entities(behind(noun, "by"))
            yield from drafts(givers, places, PositionKind.RECOGNISES, noun, f"{noun.text!r} of the party")
        return
    doers = _doers(clause, noun, reading)
    if (
        clause is not None
        and not owners
        and len(doers) > 1
        and clause.lemma in _CONTESTING
        and is_held(clause)
    ):
        # "sovereignty over it is contested by A and B"
        for place in places:
            having = [d for d in doers if (p := reading.disputes[place].party_of(d)) and p.claims]
            yield from drafts(having, [place], PositionKind.CLAIMS, noun, f"contest its {noun.text!r}")
    elif clause is not None and lemma in _REJECTED and doers:
        refuses = clause.lemma in _REJECTING and is_held(clause)
        if refuses or (clause.lemma in _ACCEPTING and _refused(clause)):
            against = [d for d in doers if not owners or d.code not in {o.code for o in owners}]
            yield from drafts(against, places, PositionKind.REJECTS_CLAIM, noun,
                              f"{clause.verb.text!r} a {noun.text!r}")  # fmt: skip
    if lemma in (_CLAIM | _TITLES):
        claimants = _claimants(noun, clause, owners, doers, reading)
        yield from drafts(claimants, places, PositionKind.CLAIMS, noun, f"{noun.text!r} of the party")


def _claimants(
    noun: Token, clause: Clause | None, owners: list[Entity], doers: list[Entity], reading: Reading
) -> list[Entity]:
    """Whose claim a noun tells, if anybody's: not one that is given up, wished for, or only recognised."""
    if clause is None:
        return owners
    if _given_up(clause):
        return []
    if not owners and any(t.lower_ in _FIRST_PERSON for t in possessors(noun)):
        owners = speakers(clause, reading) or []
    asserted = clause.lemma in _ASSERTING and is_held(clause)
    if noun.lemma_.lower() in _CLAIM:
        has_none = any(c.lower_ == "no" for c in noun.lefts)
        return owners or (doers if asserted and not has_none else [])
    codes = {o.code for o in owners}
    if asserted:
        return [d for d in doers if not codes or d.code in codes]
    if clause.lemma in _REJECTING and is_held(clause):
        return [o for o in owners if o.code not in {d.code for d in doers}]
    said = speakers(clause, reading) or []
    return [o for o in owners if o.code in {s.code for s in said}]


def _given_up(clause: Clause) -> bool:
    """Whether a clause ends what its object is: "dropped its claim", but not "denied that it had dropped"."""
    if clause.lemma not in _ENDING or is_negated(clause):
        return False
    return clause.governor is None or clause.governor.lemma not in _DENYING


def _doers(clause: Clause | None, noun: Token, reading: Reading) -> list[Entity]:
    """Who does something to a noun: the subject, where the noun is the object or behind a preposition."""
    if clause is None:
        return []
    if noun in clause.objects or noun.dep_ in ("pobj", "attr"):
        return reading.doers(clause.agents if clause.passive else clause.subjects)
    if clause.passive and noun in clause.subjects:
        return reading.entities(clause.agents)
    return []


def _refused(clause: Clause) -> bool:
    """Whether accepting is refused: "does not recognise", "refuses to accept"."""
    above = clause.governor
    return is_negated(clause) or (
        above is not None and clause.relation == "xcomp" and above.lemma in _REFUSING_TO
    )


def _about(noun: Token, reading: Reading) -> list[str]:
    """The disputes that a claim is about: its complement, or what the word itself was linked to."""
    heads = [*behind(noun, "to", "over", "of", "on"), *possessors(noun)]
    inner = [t for h in heads for t in behind(h, "of", "over")]
    own = reading.linked.at(noun)
    return (
        reading.places(heads)
        or reading.places(inner)
        or ids_of(m for m in map(reading.linked.at, behind(noun, "over", "to")) if m is not None)
        or (list(own.disputes) if own is not None else [])
    )


def _owners(noun: Token, reading: Reading) -> list[Entity]:
    """Whose a noun is, where not the place itself is meant: "Japan's claim", "claims by A and B"."""
    tokens = [*possessors(noun), *behind(noun, "by")]
    return reading.entities(t for t in tokens if reading.place(t) is None)


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Whose a place is said or held to be.

    "The isles belong to Argentina, the minister said", "Dokdo is our land", "Taiwan is an inalienable
    part of Chinese territory", "the temple lies on its soil", "says that it owns the triangle".
    """
    verb = clause.verb.lemma_.lower()
    if clause.passive:
        return
    if verb in _OWNING:
        yield from _said_to_own(clause, reading)
        return
    places = reading.places(clause.subjects) if verb in _TELLING else []
    if places:
        yield from _said_to_be(clause, places, reading)


def _said_to_own(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """ "Sudan says that it owns the triangle"."""
    places = reading.places(clause.objects)
    said = speakers(clause, reading) if places and _is_told(clause) else None
    codes = {s.code for s in said or ()}
    owners = [d for d in reading.doers(clause.subjects) if d.code in codes]
    yield from drafts(owners, places, PositionKind.CLAIMS, clause.verb, f"says it {clause.verb.text!r}")


def _said_to_be(clause: Clause, places: list[str], reading: Reading) -> Iterator[PositionDraft]:
    owners, ours = _named_owners(clause, reading)
    said = speakers(clause, reading)
    rule = f"whose it is said to be: {clause.predicate.text!r}"
    token = clause.predicate
    if ours:
        if said and _is_told(clause):
            yield from drafts(said, places, PositionKind.CLAIMS, token, rule)
        return
    if not owners:
        return
    codes = {o.code for o in owners}
    if is_negated(clause):
        against = [s for s in said or [] if s.code not in codes]
        yield from drafts(against, places, PositionKind.REJECTS_CLAIM, token, rule)
    elif _is_told(clause) and (
        said == [] or (said and codes & {s.code for s in said}) or (said is None and _is_formula(clause))
    ):
        yield from drafts(owners, places, PositionKind.CLAIMS, token, rule)


def _is_told(clause: Clause) -> bool:
    """Whether it is said that a place is or will stay somebody's: "Crimea would always be Russian"."""
    return is_held(clause) or (
        clause.modal in ("will", "would", "shall") and not is_negated(clause) and "if" not in clause.markers
    )


def _named_owners(clause: Clause, reading: Reading) -> tuple[list[Entity], bool]:
    """Whose the subject is said to be, and whether that is the speaker's: "ours", "our land"."""
    if clause.verb.lemma_.lower() in _BELONGING:
        tokens = clause.prepositions.get("to", [])
        return reading.entities(tokens), any(t.lower_ in _FIRST_PERSON for t in tokens)
    for name in ("in", "on", "within", "inside"):
        for soil in clause.prepositions.get(name, []):
            if soil.lemma_.lower() in _SOILS and (owners := possessors(soil)):
                return reading.entities(owners), any(_is_speakers(t, reading) for t in owners)
    for child in clause.verb.rights:
        if child.dep_ not in ("attr", "acomp", "oprd"):
            continue
        if child.lower_ in _FIRST_PERSON or child.lower_ == "own":
            mine = [child, *possessors(child)]
            return reading.entities(mine), any(_is_speakers(t, reading) for t in mine)
        links = chain(child)
        if child.lemma_.lower() in _PARTS and not any(t.lower_ in _GOVERNING for n in links for t in n.lefts):
            tokens = [t for n in links for t in (*possessors(n), *behind(n, "of")) if t not in links]
            ours = any(_is_speakers(t, reading) or _is_the_country(t) for t in tokens)
            return reading.entities(tokens), ours
        if any(c.tag_ == "POS" and c.i == child.i + 1 for c in child.rights):
            # "Crimea is Ukraine's"
            return reading.entities([child]), False
        if child.dep_ == "acomp" or child.tag_ == "NNP":
            # "Gibraltar is British, the minister said"
            held = reading.mentions.at(child)
            if held is not None and held.kind in ("adjective", "national"):
                return reading.entities([child]), False
    return [], False


def _is_speakers(token: Token, reading: Reading) -> bool:
    """Whether an owner is whoever speaks: "our land", and "its territory" where "its" is nobody else."""
    return token.lower_ in _FIRST_PERSON or (token.tag_ == "PRP$" and not reading.entities([token]))


def _is_the_country(token: Token) -> bool:
    """Whether a noun is the speaker's own state: "an integral part of the country"."""
    return token.lemma_.lower() in _COUNTRIES and any(c.lower_ == "the" for c in token.lefts)


def _is_formula(clause: Clause) -> bool:
    """Whether diplomacy's own words are used: "an inherent part of", "has always been part of"."""
    words = {t.lower_ for t in clause.verb.subtree}
    return bool(words & _FORMULA) or bool(words & _ALWAYS)
