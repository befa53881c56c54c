"""Which frame of the lexicon a verb, noun or adjective of the text fits."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.events.lexicon import Change, Frame, Lexicon, LightVerb
from claimant.language import Clause, Clauses, conjuncts, counted, noun_prepositions
from claimant.tables import word_list

_LAND = word_list("events", "land")
_FORCES = word_list("events", "forces") | word_list("events", "weapons")
_RELICS = frozenset({"war", "wartime", "war-time", "unexploded", "old"})
_NAMING = word_list("events", "naming")
_VAGUE = word_list("events", "vague")
_PARTICLES = word_list("language", "particles")
_LONGEST_PREDICATE = 12


_MONEY = frozenset({"money", "dollar"})


def object_heads(clause: Clause) -> list[Token]:
    """Heads of what the verb is done to, the passive turned round."""
    return clause.subjects if clause.passive and not clause.objects else clause.objects


def verb_frame(clause: Clause, lexicon: Lexicon, lemma: str | None = None) -> Frame | None:
    """The longest and most restricted frame that a clause fits."""
    if clause.predicate.i != clause.verb.i:
        return None
    held: set[str] | None = None
    behind: tuple[str, ...] = ()
    for frame in lexicon.verbs(lemma or clause.verb.lemma_.lower()):
        if len(frame.words) > 1:
            if held is None:
                held, behind = _held(clause), _behind(clause.verb)
            if not _has_words(frame.words[1:], clause, held, behind):
                continue
        if _fits(frame, clause):
            return frame
    return None


def anonymous(clause: Clause) -> bool:
    """Whether somebody only keeps his name or his words back: "declined to be named"."""
    told = [c for c in clause.verb.rights if c.dep_ == "xcomp" and c.lemma_ in _NAMING]
    return any(c.lemma_ == "comment" or any(t.dep_ == "auxpass" for t in c.lefts) for c in told)


def _fits(frame: Frame, clause: Clause) -> bool:
    words = frame.words[1:]
    if frame.subject:
        if not {t.lemma_.lower() for t in clause.subjects} & set(frame.subject):
            return False
        if any(c.lower_ in _RELICS for t in clause.subjects for c in t.subtree if c.i < t.i):
            # "a Second World War bomb"
            return False
    if frame.object or frame.not_object:
        done_to = [*object_heads(clause), *(c for t in object_heads(clause) for c in counted(t))]
        heads = {t.lemma_.lower() for t in done_to} | {t.lower_ for t in done_to}
        if not clause.passive or not heads:
            for slot in frame.recipient:
                if slot in clause.prepositions:
                    heads |= {t.lemma_.lower() for t in clause.prepositions[slot]}
        behind = [t for name, ts in clause.prepositions.items() if set(name.split()) & set(words) for t in ts]
        heads |= {t.lemma_.lower() for t in behind}
        heads |= _stood_for(clause)
        heads |= {c.lemma_.lower() for t in object_heads(clause) for c in t.lefts if c.dep_ == "compound"}
        if any(t.ent_type_ == "MONEY" for t in object_heads(clause)):
            # "lent Ghana $40m"
            heads |= _MONEY
        if frame.object and heads.isdisjoint(frame.object):
            return (
                _compound_object(frame, clause)
                or _place_object(frame, clause)
                or (bool(set(frame.object) & _LAND) and any(t.ent_type_ in ("GPE", "LOC") for t in behind))
                or _of_a_kind(frame, clause, heads)
            )
        if not heads.isdisjoint(frame.not_object) or ("troop" in frame.not_object and heads & _FORCES):
            return False
    return True


def _stood_for(clause: Clause) -> set[str]:
    """What "ours" and "theirs" stand for: the object of the same verb before it."""
    if not any(t.lower_ in ("ours", "theirs", "mine", "yours", "its") for t in object_heads(clause)):
        return set()
    doc, verb = clause.verb.doc, clause.verb
    for token in reversed(doc[verb.sent.start : verb.i]):
        if token.lemma_ == verb.lemma_ and token.pos_ == "VERB":
            return {c.lemma_.lower() for c in token.children if c.dep_ in ("dobj", "nsubjpass")}
    return set()


def _place_object(frame: Frame, clause: Clause) -> bool:
    """A place by its name, or "it", where the frame wants land: "captured *it* from Syria"."""
    if _LAND.isdisjoint(frame.object):
        return False
    return any(
        head.lower_ in ("it", "them", "which") or (head.pos_ == "PROPN" and head.ent_type_ != "PERSON")
        for head in object_heads(clause)
    )


def _of_a_kind(frame: Frame, clause: Clause, heads: set[str]) -> bool:
    """Objects that are not listed: other forces where troops are, and pronouns of plain verbs."""
    listed = set(frame.object)
    if listed & {"troop", "soldier", "ship"} and heads & _FORCES:
        return True
    if clause.verb.lemma_.lower() in _VAGUE or frame.event not in ("ASSAULT", "COERCE", "YIELD"):
        return False
    return any(head.lower_ in ("it", "them", "they") for head in object_heads(clause))


def _compound_object(frame: Frame, clause: Clause) -> bool:
    """Objects of several words: "tear gas", "phone conversation"."""
    for head in object_heads(clause):
        if head.i and f"{head.nbor(-1).lower_} {head.lemma_.lower()}" in frame.object:
            return True
    return False


def _has_words(words: tuple[str, ...], clause: Clause, held: set[str], behind: tuple[str, ...]) -> bool:
    """Whether the further words of a frame follow the verb (`behind`), or stand with it (`held`)."""
    if behind[: len(words)] == words:
        return True
    if not held.issuperset(words):
        return False
    if clause.passive or clause.objects or clause.indirect or clause.particles or len(words) == 1:
        return True
    return behind[:1] == words[:1]


def _behind(verb: Token) -> tuple[str, ...]:
    """The words right behind a verb, as many as a predicate may have."""
    return tuple(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + _LONGEST_PREDICATE])


def _held(clause: Clause) -> set[str]:
    """The words that stand with a verb: particles, prepositions, objects and what is before these."""
    verb = clause.verb
    held = set(clause.particles)
    for name, tokens in clause.prepositions.items():
        if not all(t.ent_type_ in ("DATE", "TIME") for t in tokens):
            held.update(name.split())
        for token in tokens:
            held.add(token.lower_)
            held.add(token.lemma_.lower())
    for head in object_heads(clause):
        held.add(head.lower_)
        held.add(head.lemma_.lower())
        held.update(c.lower_ for c in head.lefts)
        # "handed the trooper *back* late": the parser may hang the particle elsewhere
        after = verb.doc[head.i + 1 : head.i + 2]
        held |= {t.lower_ for t in after if t.lower_ in _PARTICLES and t.pos_ in ("ADV", "ADP")}
    held.update(
        c.lower_
        for c in verb.children
        if c.dep_ in ("advmod", "prt", "acomp", "oprd", "attr", "npadvmod")
        or (c.dep_ == "ccomp" and c.pos_ == "ADJ")
    )
    if any(c.dep_ in ("xcomp", "ccomp") and any(a.tag_ == "TO" for a in c.lefts) for c in verb.rights):
        held.add("to-do")
    if any(_to_be_tried(c) for c in verb.rights if c.dep_ in ("advcl", "xcomp")):
        held |= {"to", "stand", "trial"}
    if any(_to_leave(c) for c in verb.rights if c.dep_ in ("advcl", "xcomp")):
        held |= {"to", "leave"}
    return held


def _to_leave(verb: Token) -> bool:
    """ "told the envoy *to leave*", "gave them 48 hours *to quit the country*"."""
    if verb.lemma_ not in ("leave", "depart", "quit", "go") or not any(c.lower_ == "to" for c in verb.lefts):
        return False
    objects = [c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj"]
    return not objects or objects[0] in ("country", "kingdom", "republic", "soil", "capital", "territory")


def _to_be_tried(verb: Token) -> bool:
    """ "sent him to Belgium *to stand trial*", "flew them to Rome *to be tried*"."""
    if not any(c.lower_ == "to" for c in verb.lefts):
        return False
    return verb.lower_ == "tried" or (
        verb.lemma_ in ("stand", "face")
        and any(c.lemma_ in ("trial", "justice", "judge") for c in verb.rights)
    )


def noun_frames(noun: Token, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames that an event noun fits, longest first."""
    for frame in lexicon.nouns(noun.lemma_.lower()):
        if _stands_behind(noun, frame.words[:-1]) and _about(frame, noun):
            yield frame


def _stands_behind(noun: Token, words: tuple[str, ...]) -> bool:
    """Whether these words, or forms of them, stand right before a noun."""
    start = noun.i - len(words)
    if start < 0 or not words:
        return not words
    last = noun.nbor(-1)
    if words[-1] not in (last.lower_, last.lemma_.lower()):
        return False
    before = list(noun.doc[start : noun.i])
    return tuple(t.lemma_.lower() for t in before) == words or tuple(t.lower_ for t in before) == words


def _about(frame: Frame, noun: Token) -> bool:
    """Whether a noun is about what the frame asks for: "violation of a *treaty*"."""
    if not frame.object and not frame.not_object:
        return True
    heads = {t.lemma_.lower() for tokens in noun_prepositions(noun).values() for t in tokens}
    heads |= {c.lemma_.lower() for c in noun.lefts if c.dep_ in ("compound", "amod", "poss")}
    if frame.object and heads.isdisjoint(frame.object):
        return False
    return heads.isdisjoint(frame.not_object)


def noun_frame(noun: Token, lexicon: Lexicon) -> Frame | None:
    """The longest frame that an event noun fits."""
    return next(noun_frames(noun, lexicon), None)


def adjective_frame(clause: Clause, lexicon: Lexicon) -> Frame | None:
    """The frame of the adjective behind a copula."""
    if clause.predicate.i == clause.verb.i:
        return None
    frames = lexicon.adjectives(clause.predicate.lower_) or lexicon.adjectives(clause.lemma)
    return frames[0] if frames else None


def carrier(noun: Token, clauses: Clauses, lexicon: Lexicon) -> tuple[Clause, LightVerb] | None:
    """The light verb that carries an event noun: "*held* talks", "*came under* attack"."""
    for clause, preposition in _governing(noun, clauses):
        for light in lexicon.light(clause.verb.lemma_.lower()):
            words = light.verb.split()[1:]
            if light.nouns and noun.lemma_.lower() not in light.nouns:
                continue
            if preposition and (not words or words[-1] != preposition):
                continue
            held = {*clause.particles, *clause.prepositions, clause.predicate.lower_}
            if not all(w in held for w in words if w != preposition):
                continue
            return clause, light
    return None


def change(noun: Token, event: str, clauses: Clauses, lexicon: Lexicon) -> tuple[Clause, Change] | None:
    """The verb that turns an event noun into another type: "*lifted* the sanctions"."""
    for clause, preposition in _governing(noun, clauses):
        for changing in lexicon.changes(clause.verb.lemma_.lower()):
            words = changing.verb.split()[1:]
            if changing.source and event not in changing.source:
                continue
            if changing.nouns and noun.lemma_.lower() not in changing.nouns:
                continue
            held = {*clause.particles, *clause.prepositions}
            if preposition and not words and noun.dep_ == "pobj":
                continue
            if all(w in held or any(w in name.split() for name in held) for w in words):
                return clause, changing
    return None


def _governing(noun: Token, clauses: Clauses) -> Iterator[tuple[Clause, str]]:
    """The clause that holds a noun as its object (or passive subject), or behind a preposition."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ in ("dobj", "nsubjpass"):
        clause = clauses.at(head.head)
        if clause is not None:
            yield clause, ""
            # "agreed to and signed a treaty": the object is shared by the joined verbs
    elif head.dep_ == "pobj" and head.head.dep_ in ("prep", "agent"):
        clause = clauses.at(head.head.head)
        if clause is not None:
            yield clause, head.head.lower_
    for child in noun.rights:
        if child.dep_ in ("relcl", "acl"):
            clause = clauses.at(child)
            if clause is not None and noun.i in {t.i for t in object_heads(clause)}:
                yield clause, ""


def joined_objects(noun: Token) -> list[Token]:
    """A noun and those joined to it."""
    return conjuncts(noun)
