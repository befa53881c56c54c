"""Who answers: "France was asked for help. *It* refused" means the one who was asked."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.actors.grammar import SUBJECTS, joined
from claimant.language.mentions import Mention, Mentions, merge
from claimant.tables import word_list

_ASKING = word_list("actors", "asking")
_OFFERING = word_list("actors", "offering")
_ANSWERING = word_list("language", "answering")
# Who made an offer may promise more; who got it turns it down or takes it.
_TO_OFFERS = word_list("actors", "answering_offers")
_TO_WHOM = frozenset({"to", "on", "upon", "from", "of", "with"})


def answering(token: Token, mentions: Mentions) -> Mention | None:
    """Who is meant by the subject pronoun of an answer: whom the words before asked or offered something."""
    verb = token.head
    if token.dep_ not in SUBJECTS or not _answers(verb):
        return None
    if any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.lefts):
        return None
    before = _asking_before(token)
    if before is None:
        return None
    if before.lemma_.lower() in _OFFERING and verb.lemma_.lower() not in _TO_OFFERS:
        return None
    for head in _asked(before):
        mention = mentions.at(head)
        if mention is None or not mention.entities or mention.as_place or head.i > token.i:
            continue
        several = len(joined(head)) > 1
        if several != (token.lower_ == "they") and (several or verb.lemma_ == "agree"):
            # "they agreed" are both sides
            return None
        if not several:
            return mention
        beside = [m for m in map(mentions.at, joined(head)) if m is not None]
        entities = merge(e for m in beside for e in m.entities)
        return Mention(
            mention.start, mention.end, head, entities, mention.kind, plural=True, name=mention.name
        )
    return None


def _answers(verb: Token) -> bool:
    """Whether a verb answers: "refused", "turned it down"; who promises to pay has asked."""
    lemma = verb.lemma_.lower()
    if lemma == "turn":
        return any(c.dep_ == "prt" and c.lower_ == "down" for c in verb.rights)
    if lemma == "promise" and any(c.dep_ == "xcomp" and c.lemma_ in ("pay", "repay") for c in verb.rights):
        return False
    return lemma in _ANSWERING


def _asking_before(token: Token) -> Token | None:
    """The verb of a request or offer: of a clause that this one is joined to, else of the sentence before."""
    node = token.head
    while node.dep_ in ("conj", "ccomp", "parataxis") and node.head.i < node.i:
        node = node.head
        if node.i < token.i and _asks(node):
            return node
    start = token.sent.start
    if not start:
        return None
    root = token.doc[start - 1].sent.root
    for verb in (*(c for c in root.rights if c.dep_ == "conj"), root):
        if _asks(verb):
            return verb
    return None


def _asks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _ASKING | _OFFERING


def _asked(verb: Token) -> Iterator[Token]:
    """Where the one asked may stand: "asked *France*", "demanded that *Congo* go", "appealed to *Oslo*"."""
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        yield passive
        return
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative") and child.pos_ != "PRON":
            if child.dep_ == "dative" and child.pos_ == "ADP":
                yield from (c for c in child.rights if c.dep_ == "pobj")
            else:
                yield child
                # "proposed talks to Chile"
                yield from (
                    c
                    for p in child.rights
                    if p.lower_ in ("to", "with")
                    for c in p.rights
                    if c.dep_ == "pobj"
                )
        elif child.dep_ == "prep" and child.lower_ in _TO_WHOM:
            yield from (c for c in child.rights if c.dep_ == "pobj")
        elif child.dep_ in ("ccomp", "xcomp"):
            yield from (c for c in child.lefts if c.dep_ in SUBJECTS)
