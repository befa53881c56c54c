"""Which frame of the lexicon a verb, noun or adjective of the text fits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from claimant.events.infinitives import jointly, to_be_tried, to_leave, told_to_do
from claimant.events.lexicon import Change, Frame, Lexicon, LightVerb
from claimant.language import Clause, Clauses, conjuncts, counted, noun_prepositions
from claimant.tables import word_list

_LAND = word_list("events", "land")
_FORCES = word_list("events", "forces") | word_list("events", "weapons")
_RELICS = frozenset({"war", "wartime", "war-time", "unexploded", "old"})
_NAMING = word_list("events", "naming")
_VAGUE = word_list("events", "vague")
_PARTICLES = word_list("language", "particles")
_ARMED = frozenset({"troop", "soldier", "ship"})
_BESIDE = frozenset({"advmod", "prt", "acomp", "oprd", "attr", "npadvmod"})


_SMALL = frozenset(
    {"in", "to", "out", "of", "up", "with", "on", "down", "off", "away", "back", "over", "for", "from", "at",
     "against", "by", "into", "through"}
)  # fmt: skip


def object_heads(clause: Clause) -> list[Token]:
    """Heads of what the verb is done to, the passive turned round."""
    return clause.subjects if clause.passive and not clause.objects else clause.objects


def verb_frame(clause: Clause, lexicon: Lexicon, lemma: str | None = None) -> Frame | None:
    """The longest and most restricted frame that a clause fits."""
    if clause.predicate.i != clause.verb.i:
        return None
    lemma = lemma or clause.verb.lemma_.lower()
    frames = lexicon.verbs(lemma)
    held: set[str] = set()
    following = ""
    if frames and len(frames[0].words) > 1:
        # the longest are the first
        held, following = _held(clause), _following(clause.verb)
        frames = lexicon.verbs_beside(lemma, held | {following} if following else held)
    around = _Around(clause)
    for frame in frames:
        words = frame.words
        if clause.passive and len(words) > 1 and words[-1] == "by":
            # "was stopped by guards" is not "stopped by"
            continue
        if len(words) > 1 and not _has_words(words[1:], clause, held, following):
            continue
        if _fits(frame, clause, around):
            return frame
    return None


def anonymous(clause: Clause) -> bool:
    """Whether somebody only keeps his name or his words back: "declined to be named"."""
    told = [c for c in clause.verb.rights if c.dep_ == "xcomp" and c.lemma_ in _NAMING]
    return any(c.lemma_ == "comment" or any(t.dep_ == "auxpass" for t in c.lefts) for c in told)


class _Around:
    """The words that stand around a verb, looked up once for all of its frames."""

    def __init__(self, clause: Clause) -> None:
        self._clause = clause

    @cached_property
    def objects(self) -> frozenset[str]:
        """What it is done to: heads, what they count or stand for, and the nouns before them."""
        heads = object_heads(self._clause)
        done_to = [*heads, *(c for t in heads for c in counted(t))]
        found = {t.lemma_.lower() for t in done_to} | {t.lower_ for t in done_to}
        if any(t.ent_type_ == "MONEY" or any(c.tag_ == "$" for c in t.lefts) for t in done_to):
            # "lent Ghana $40m"
            found |= {"money", "dollar"}
        found |= _stood_for(self._clause)
        found |= {c.lemma_.lower() for t in heads for c in t.lefts if c.dep_ == "compound"}
        return frozenset(found)

    @cached_property
    def behind(self) -> dict[str, set[str]]:
        """What stands behind its prepositions."""
        return {n: {t.lemma_.lower() for t in ts} for n, ts in self._clause.prepositions.items()}


def _fits(frame: Frame, clause: Clause, around: _Around) -> bool:
    if frame.predicate == "tell" and frame.event == "REQUEST" and not told_to_do(clause):
        return False
    if frame.subject:
        if not {t.lemma_.lower() for t in clause.subjects} & set(frame.subject):
            return False
        if any(c.lower_ in _RELICS for t in clause.subjects for c in t.subtree if c.i < t.i):
            # "a Second World War bomb"
            return False
    if frame.object or frame.not_object:
        heads = set(around.objects)
        if around.behind and (not clause.passive or not object_heads(clause)):
            manner = {"in"} if object_heads(clause) else set()  # "suspended aid in protest at"
            for slot in frame.recipient:
                heads |= around.behind.get(slot, frozenset()) if slot not in manner else frozenset()
        words = frame.words[1:]
        behind = [n for n in around.behind if not set(words).isdisjoint(n.split())] if words else []
        for name in behind:
            heads |= around.behind[name]
        if frame.object and heads.isdisjoint(frame.objects):
            return (
                _compound_object(frame, clause)
                or _place_object(frame, clause)
                or (
                    not _LAND.isdisjoint(frame.objects)
                    and any(t.ent_type_ in ("GPE", "LOC") for n in behind for t in clause.prepositions[n])
                )
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
    if _LAND.isdisjoint(frame.objects):
        return False
    return any(
        head.lower_ in ("it", "them", "which") or (head.pos_ == "PROPN" and head.ent_type_ != "PERSON")
        for head in object_heads(clause)
    )


def _of_a_kind(frame: Frame, clause: Clause, heads: set[str]) -> bool:
    """Objects that are not listed: other forces where troops are, and pronouns of plain verbs."""
    if not frame.objects.isdisjoint(_ARMED) and heads & _FORCES:
        return True
    if frame.event not in ("ASSAULT", "COERCE", "YIELD") or clause.verb.lemma_.lower() in _VAGUE:
        return False
    return any(head.lower_ in ("it", "them", "they") for head in object_heads(clause))


def _compound_object(frame: Frame, clause: Clause) -> bool:
    """Objects of several words: "tear gas", "phone conversation"."""
    for head in object_heads(clause):
        if head.i and f"{head.nbor(-1).lower_} {head.lemma_.lower()}" in frame.objects:
            return True
    return False


def _has_words(words: tuple[str, ...], clause: Clause, held: set[str], following: str) -> bool:
    """Whether the further words of a frame follow the verb, or stand with it (`held`)."""
    i = clause.verb.i + 1
    if words[0] == following and tuple(t.lower_ for t in clause.verb.doc[i : i + len(words)]) == words:
        return True
    if not held.issuperset(words):
        return False
    if len(words) > 1 and _SMALL.issuperset(words) and not _in_order(words, clause.verb):
        # "gave seeds *to* farmers *in* Haiti" is no giving in
        return False
    if clause.passive or clause.objects or clause.indirect or clause.particles or len(words) == 1:
        return True
    return following == words[0]


def _in_order(words: tuple[str, ...], verb: Token) -> bool:
    """Whether small words follow a verb one behind the other, if not at once: "hand it *over to*"."""
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end]]
    return any(tuple(behind[i : i + len(words)]) == words for i in range(len(behind)))


def _following(verb: Token) -> str:
    """The word right behind a verb."""
    return verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""


def _held(clause: Clause) -> set[str]:
    """The words that stand with a verb: particles, prepositions, objects and what is before these."""
    verb = clause.verb
    held = set(clause.particles)
    for name, tokens in clause.prepositions.items():
        if not all(t.ent_type_ in ("DATE", "TIME") for t in tokens) and not (clause.passive and name == "by"):
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
    held |= jointly(clause)
    for child in verb.children:
        dep = child.dep_
        if dep in _BESIDE or (dep == "ccomp" and child.pos_ == "ADJ"):
            held.add(child.lower_)
        if dep in ("xcomp", "ccomp", "advcl") and child.i > verb.i:
            if dep != "advcl" and any(a.tag_ == "TO" for a in child.lefts):
                held.add("to-do")
            if dep != "ccomp" and to_be_tried(child):
                held |= {"to", "stand", "trial"}
            if dep != "ccomp" and to_leave(child):
                held |= {"to", "leave"}
    return held


def noun_frames(noun: Token, lexicon: Lexicon) -> Iterator[Frame]:
    """The frames that an event noun fits, longest first."""
    before: tuple[str, ...] | None = None
    for frame in lexicon.nouns(noun.lemma_.lower()):
        words = frame.words
        if len(words) > 1:
            if before is None:
                last = noun.nbor(-1) if noun.i else None
                before = (last.lower_, last.lemma_.lower()) if last is not None else ()
            if words[-2] not in before or not _stands_behind(noun, words[:-1]):
                continue
        if _about(frame, noun):
            yield frame


def _stands_behind(noun: Token, words: tuple[str, ...]) -> bool:
    """Whether these words, or forms of them, stand right before a noun."""
    start = noun.i - len(words)
    if start < 0:
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
        fitting = [
            v for v in lexicon.light(clause.verb.lemma_.lower()) if _carries(v, noun, clause, preposition)
        ]
        if len(fitting) > 1 and ("from" in noun_prepositions(noun) or "from" in clause.prepositions):
            # "brought a complaint from Bern" is not "brought a complaint"
            fitting.sort(key=lambda v: v.subject != "recipient")
        if fitting:
            return clause, fitting[0]
    return None


def _carries(light: LightVerb, noun: Token, clause: Clause, preposition: str) -> bool:
    words = light.verb.split()[1:]
    if light.nouns and noun.lemma_.lower() not in light.nouns:
        return False
    if preposition and (not words or words[-1] != preposition):
        return False
    held = {*clause.particles, *clause.prepositions, clause.predicate.lower_}
    return all(w in held for w in words if w != preposition)


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
