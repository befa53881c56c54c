"""Names behind "call", by the order of the words: "calls the part held by its neighbour Azad Kashmir".

The parser often takes what is named and its name for one phrase; what stands between the verb and the
name tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading, drafts
from claimant.disputes.mention import DisputeMention
from claimant.disputes.saying import is_held, is_negated
from claimant.disputes.wording import wording
from claimant.language import Clause
from claimant.record import Entity, PositionKind

_NAMING = wording("calls", "naming")
_BESIDE = wording("calls", "beside")
_PEOPLE = wording("calls", "people")
_BEFORE = frozenset({"the", "“", '"', "'", "‘", "``"})
_STOPS = frozenset({".", ";", ",", ":", "(", "–", "—", "and", "but", "while", "or", "which", "that"})
_UNREAL = frozenset({"may", "might", "could", "should", "must", "shall"})
_REACH = 16


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """The name that the subject of "call" gives a place in the words behind it."""
    verb = clause.verb
    if verb.lemma_.lower() not in _NAMING or clause.passive or is_negated(clause) or clause.modal in _UNREAL:
        return
    if verb.tag_ == "VBN" and not any(t.lemma_ == "have" for t in clause.auxiliaries):
        return
    mention = _name_behind(verb, reading)
    if mention is not None:
        yield from drafts(callers(clause, reading), mention.disputes, PositionKind.CALLS, mention.head,
                          f"{verb.text!r} it by a name", _full_name(mention, reading))  # fmt: skip


def of_as(token: Token, reading: Reading) -> Iterator[PositionDraft]:
    """Names beside "as": "the Kurils, as Russia calls them", "claims the territory as Islas Malvinas"."""
    if token.i + 3 >= len(reading.doc):
        return
    before = reading.doc[token.i - 1] if token.i else token
    named = reading.linked.by_token.get(token.i - 2)
    if before.text in (",", "(") and named is not None and named.named:
        callers_: list[Entity] = []
        for word in reading.doc[token.i + 1 : token.i + 7]:
            if word.lemma_.lower() in _NAMING and word.lower_ != "called":
                yield from drafts(
                    callers_, named.disputes, PositionKind.CALLS, word, "as the party calls it", named.text
                )
                return
            if word.is_punct:
                return
            callers_ += [e for e in reading.entities([word]) if e not in callers_]
        return
    start = token.i + (2 if reading.doc[token.i + 1].lower_ in _BEFORE else 1)
    name = reading.linked.by_token.get(start)
    place = reading.linked.at(before)
    if name is None or not name.named or place is None or not place.place:
        return
    after = reading.doc[name.end] if name.end < len(reading.doc) else None
    if after is not None and not (after.is_punct or after.pos_ == "CCONJ"):
        return
    clause = reading.clauses.around(token)
    if clause is None or clause.lemma not in _BESIDE or clause.passive or not is_held(clause):
        return
    shared = [d for d in name.disputes if d in place.disputes]
    yield from drafts(
        callers(clause, reading), shared, PositionKind.CALLS, name.head, "as it calls it", name.text
    )


def _name_behind(verb: Token, reading: Reading) -> DisputeMention | None:
    """The last name before the next stop, where what it names stands between the verb and the name."""
    last: DisputeMention | None = None
    end = min(verb.sent.end, verb.i + _REACH)
    for i in range(verb.i + 1, end):
        word = reading.doc[i]
        if word.lower_ in _STOPS or (
            word.pos_ in ("VERB", "AUX") and word.tag_ != "VBN" and "-" not in word.text
        ):
            end = i
            break
        mention = reading.linked.by_token.get(i)
        if mention is not None and mention.named:
            last = mention
    if last is None or last.end > end:
        return None
    after = reading.doc[last.end] if last.end < len(reading.doc) else None
    if after is not None and (after.tag_ == "POS" or (after.pos_ in ("NOUN", "PROPN") and after.i < end)):
        return None
    i = last.start - 1
    while i > verb.i and (reading.doc[i].lower_ in _BEFORE or _joined(i, reading)):
        i -= 1
    if i <= verb.i:
        return None
    named = reading.doc[i]
    if named.pos_ not in ("NOUN", "PROPN", "PRON") or named.tag_ == "PRP$":
        return None
    between = reading.doc[verb.i + 1 : i + 1]
    own = any((m := reading.linked.at(t)) is not None and m is not last for t in between)
    pointing = any(t.lower_ in ("it", "them", "part", "side") for t in between)
    place = any(t.lemma_.lower() in reading.disputes.features for t in between)
    return last if own or pointing or place else None


def _joined(i: int, reading: Reading) -> bool:
    """Whether a word belongs to the name behind it: the "Pakistan-occupied" of Kashmir."""
    word = reading.doc[i]
    return "-" in word.text and word.text[:1].isupper()


def _full_name(mention: DisputeMention, reading: Reading) -> str:
    start = mention.start
    while start and _joined(start - 1, reading):
        start -= 1
    return str(reading.doc[start : mention.end].text)


def callers(clause: Clause, reading: Reading) -> list[Entity]:
    """Who calls it so: the subject, or the state whose people do; after "and", who stands before the verb."""
    if clause.verb.i and not clause.own_subject:
        # "Tehran calls it Arvand Rud and Baghdad | calls it Shatt al-Arab"
        before = reading.doc[clause.verb.i - 1]
        nearest = reading.entities([before])
        if nearest and clause.relation != "acl":
            return nearest
    found = reading.doers(clause.subjects)
    for subject in clause.subjects if not found else ():
        if subject.lemma_.lower() in _PEOPLE:
            for child in subject.lefts:
                if child.tag_ == "WP$" and clause.relation == "relcl":
                    found += reading.entities([clause.verb.head])
                elif child.dep_ in ("poss", "amod", "compound"):
                    found += reading.entities([child])
    return found
