"""What parties call a place: "which Japan calls the Senkakus", "Malvinas to Argentina"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.disputes.draft import PositionDraft, Reading
from claimant.disputes.mention import DisputeMention
from claimant.disputes.naming import callers
from claimant.disputes.parties import possessors, state
from claimant.disputes.saying import is_held
from claimant.disputes.wording import wording
from claimant.language import Clause, noun_phrase
from claimant.record import Entity, PositionKind

_CALLING = wording("calls", "verbs")
_KNOWING = wording("calls", "knowing")
_BESIDE = wording("calls", "beside")
_NAMING = _CALLING | _KNOWING | _BESIDE
_NAMES = wording("calls", "names")
_WHERE = ("in", "to", "by", "among")
_REACH = 8
_ARTICLES = frozenset({"the", "its", "their", "a"})


def of_clause(clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    """Names that a verb gives.

    "Japan calls the isles the Senkakus", "called Huangyan Dao by China", "the Diaoyu Islands, as
    Beijing calls them", "run by India as Arunachal Pradesh".
    """
    verb = clause.verb.lemma_.lower()
    if verb not in _NAMING or not is_held(clause):
        return
    by_turns = _by_turns(clause, reading)
    if len(by_turns) > 1:
        for users, mention in by_turns:
            yield from _named_by(users, mention, "each its own name")
        return
    doers = reading.entities(clause.agents) if clause.passive else callers(clause, reading)
    if clause.passive and not doers and clause.relation == "relcl":
        if any(t.lower_ == "where" for t in clause.verb.lefts):
            # "in China, where they are known as the Diaoyu"
            doers = reading.entities([clause.verb.head])
    behind_as = [t for t in clause.prepositions.get("as", []) if t.pos_ == "PROPN" or _named(t, reading)]
    if verb in _KNOWING:
        yield from _known(clause, behind_as, reading)
    names: list[Token] = []
    if verb in _CALLING:
        names = [
            c
            for c in clause.verb.rights
            if c.dep_ in ("oprd", "xcomp", "attr", "ccomp") and (c.pos_ == "PROPN" or _named(c, reading))
        ]
        names += [
            g
            for c in clause.verb.rights
            for g in c.children
            if c.dep_ == "ccomp" and g.dep_ == "attr" and g.pos_ == "PROPN"
        ]
        names = names or behind_as
        if not names and not clause.passive:
            names = [
                t
                for t in clause.objects
                if t.i > clause.verb.i
                and (_named(t, reading) or _closing_name(t, reading))
                and not _called_a_thing(t, reading)
            ]
        if not names:
            names = _as_they_call(clause, reading)
    elif verb in _BESIDE or verb in _KNOWING:
        names = behind_as
    for token in names:
        yield from _calls(doers, token, clause, reading)


def _calls(doers: list[Entity], token: Token, clause: Clause, reading: Reading) -> Iterator[PositionDraft]:
    mention = _closing_name(token, reading) or reading.linked.at(token)
    subjects = clause.subjects if clause.passive else [t for t in clause.objects if t.i != token.i]
    places = (
        list(mention.disputes)
        if mention is not None
        else reading.places(subjects) or _antecedent(clause, reading)
    )
    name = mention.text if mention is not None and mention.named else _words(token)
    for entity in doers:
        for dispute in places:
            yield PositionDraft(
                entity, dispute, PositionKind.CALLS, token, name, f"verb {clause.verb.lemma_!r}"
            )


def _known(clause: Clause, names: list[Token], reading: Reading) -> Iterator[PositionDraft]:
    """ "Known in China as the Diaoyu Islands", "known as Dokdo in South Korea and as Takeshima in Japan"."""
    where = [
        p
        for p in clause.verb.subtree
        if p.dep_ in ("prep", "agent", "dative") and p.lower_ in _WHERE and reading.entities(_objects(p))
    ]
    inside = [
        m for m in reading.linked.in_sentence(clause.verb) if m.named and clause.verb.is_ancestor(m.head)
    ]
    names = [m.head for m in inside if m.head in names or _before(m, reading).lower_ == "as"]
    names = names or _as_they_call(clause, reading)
    # as many names as places: each goes with its own, in order
    pairs = (
        zip(names, where, strict=True) if len(names) == len(where) else ((n, p) for n in names for p in where)
    )
    for name, preposition in pairs:
        mention = reading.linked.at(name)
        if mention is not None and len(where) in (1, len(names)):
            for entity in reading.entities(_objects(preposition)):
                for dispute in mention.disputes:
                    yield PositionDraft(entity, dispute, PositionKind.CALLS, name, mention.text, "known as")


def _by_turns(clause: Clause, reading: Reading) -> list[tuple[list[Entity], DisputeMention]]:
    """Parties and names told in turn, whatever the parser makes of it.

    "Known to Iranians as the Arvand Rud and to Iraqis as the Shatt al-Arab", "called X by Tokyo and Y by
    Beijing": empty, unless they alternate.
    """
    verb = clause.verb
    if verb.tag_ != "VBN":
        return []
    names = {m.head.i: m for m in reading.linked.in_sentence(verb) if m.named and m.start > verb.i}
    if len(names) < 2:
        return []
    told: list[tuple[list[Entity], None] | tuple[None, DisputeMention]] = []
    for token in reading.doc[verb.i + 1 : verb.sent.end]:
        if token.i in names:
            told.append((None, names[token.i]))
        elif token.lower_ in _WHERE:
            behind = next(
                (t for t in token.doc[token.i + 1 : token.i + 4] if t.pos_ in ("NOUN", "PROPN")), None
            )
            users = reading.entities([behind]) if behind is not None and behind.i not in names else []
            if users:
                told.append((users, None))
        elif token.text in (";", ":", "(") or token.tag_ in ("VBD", "VBZ", "VBP"):
            break
    pairs = []
    for one, two in zip(told[::2], told[1::2], strict=False):
        by, mention = one[0] or two[0], one[1] or two[1]
        if by is None or mention is None or (one[0] is None) != (told[0][0] is None):
            return []
        pairs.append((by, mention))
    return pairs if len(told) == 2 * len(pairs) else []


def _as_they_call(clause: Clause, reading: Reading) -> list[Token]:
    """The name before "as Beijing calls them"."""
    if "as" not in clause.markers and not any(c.lower_ == "as" for c in clause.verb.lefts):
        return []
    before = [
        m for m in reading.linked.in_sentence(clause.verb) if m.named and m.end <= clause.verb.left_edge.i
    ]
    return [before[-1].head] if before else []


def of_mention(mention: DisputeMention, reading: Reading) -> Iterator[PositionDraft]:
    """Names that stand beside a place.

    "Malvinas to Argentina", "(Malvinas in Spanish)", "Diaoyu Dao, its name for the islands".
    """
    if not mention.named:
        return
    if mention.end + 1 < len(reading.doc):
        following = reading.doc[mention.end]
        if following.lower_ in ("to", "in") and _set_beside(mention, reading):
            for entity in _users(following, mention, reading):
                yield from _named_by([entity], mention, f"name {following.lower_!r} a party")
    for noun in _name_nouns(mention, reading):
        owners = [e for e in reading.entities(possessors(noun)) if e.code]
        yield from _named_by(owners, mention, f"its {noun.text!r} for it")


def _named_by(entities: list[Entity], mention: DisputeMention, rule: str) -> Iterator[PositionDraft]:
    for entity in entities:
        for dispute in mention.disputes:
            yield PositionDraft(entity, dispute, PositionKind.CALLS, mention.head, mention.text, rule)


def _set_beside(mention: DisputeMention, reading: Reading) -> bool:
    """Whether a name is given beside another or behind "is", and nothing goes to or lies in it."""
    before = _before(mention, reading)
    if before.text in ("(", "[", "or"):
        return True
    if before.text == "," and reading.doc[mention.end].lower_ == "to":
        # "the isles, Malvinas to Argentina, are"
        held = reading.linked.at(reading.doc[before.i - 1])
        return held is not None and held.place
    head = mention.head
    while head.dep_ == "conj":
        head = head.head
    return head.dep_ in ("attr", "oprd") and head.head.lemma_ in (_CALLING | {"be"})


def _users(preposition: Token, mention: DisputeMention, reading: Reading) -> list[Entity]:
    """Who uses a name: the party behind "to" or "in", or that whose name it is, behind a language."""
    found = []
    for token in _objects(preposition):
        entities = reading.entities([token, *possessors(token)])
        own = [e for e in entities if any(reading.disputes[d].party_of(e) for d in mention.disputes)]
        if own:
            found += own
        elif preposition.lower_ == "in" and mention.name_of and token.pos_ in ("PROPN", "ADJ"):
            held = reading.mentions.at(token)
            if held is None or held.kind in ("adjective", "national"):
                found.append(state(mention.name_of))
    return found


def _name_nouns(mention: DisputeMention, reading: Reading) -> list[Token]:
    """The word "name" that a name goes with: "Diaoyu Dao, its name for the isles", "their name is"."""
    head, found = mention.head, []
    found += [c for c in head.children if c.dep_ == "appos" and c.lemma_ in _NAMES]
    if head.dep_ == "appos" and head.head.lemma_ in _NAMES:
        found.append(head.head)
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        found += [c for c in head.head.children if c.dep_ == "nsubj" and c.lemma_ in _NAMES]
    if not found:
        # "its own name for the islands, Diaoyu Dao": the last words before a comma are the noun's
        comma = _before(mention, reading)
        if comma.text in (",", ":", "–", "—") and comma.i > head.sent.start:
            for noun in reversed(reading.doc[max(head.sent.start, comma.i - _REACH) : comma.i]):
                if noun.is_punct or noun.pos_ in ("VERB", "AUX"):
                    break
                if noun.lemma_ in _NAMES:
                    found.append(noun)
                    break
    return found


def _before(mention: DisputeMention, reading: Reading) -> Token:
    """The token before a mention and its article; the mention's own first at the start of a report."""
    start = mention.start
    while start and reading.doc[start - 1].lower_ in _ARTICLES:
        start -= 1
    return reading.doc[max(start - 1, 0)]


def _called_a_thing(token: Token, reading: Reading) -> bool:
    """Whether a name is not given but called something: "calls Gibraltar a colony"."""
    mention = reading.linked.at(token)
    end = mention.end if mention is not None else token.i + 1
    return end < len(reading.doc) and reading.doc[end].lower_ in ("a", "an", "one", "its", "their", "the")


def _named(token: Token, reading: Reading) -> bool:
    mention = reading.linked.at(token)
    return mention is not None and mention.named


def _closing_name(token: Token, reading: Reading) -> DisputeMention | None:
    """The last name in a run of names: in "calls the Paracels Hoang Sa" the parser sees one phrase."""
    mention = reading.linked.at(token)
    return mention if mention is not None and mention.named and mention.end == token.i + 1 else None


def _antecedent(clause: Clause, reading: Reading) -> list[str]:
    node: Clause | None = clause
    while node is not None and node.relation == "conj":
        node = node.governor
    if node is None or node.relation not in ("relcl", "acl"):
        return []
    return reading.places([node.verb.head])


def _objects(preposition: Token) -> list[Token]:
    return [t for c in preposition.children if c.dep_ == "pobj" for t in (c, *c.conjuncts)]


def _words(head: Token) -> str:
    phrase = noun_phrase(head)
    while len(phrase) > 1 and phrase[0].lower_ in _ARTICLES:
        phrase = phrase[1:]
    return str(phrase.text)
