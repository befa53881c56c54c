"""Names in a report: what the registry knows, and what spaCy takes for a name besides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from spacy.tokens import Doc, Span, Token

from claimant.actors.registry import Known, Registry
from claimant.language.mentions import Mention, Mentions
from claimant.record import Entity
from claimant.tables import word_list

# A capital or state behind these is a place; behind "to", only with a verb or noun of motion.
_PLACE_PREPOSITIONS = word_list("actors", "place_prepositions")
_MOTION = word_list("actors", "motion")
_PLACE_NOUNS = word_list("actors", "place_nouns")


def find_names(doc: Doc, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """Add a mention for every name of the registry that stands in the text, longest first.

    A name inside a longer name of a person stays unread: "Jordan" in "Michael Jordan" is no state.
    """
    text = doc.text
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    longer = _longer_names(doc)
    position = 0
    for token in doc:
        if token.i < position or not (
            token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in "'‘"
        ):
            continue
        for name, meanings in registry.matches(text, token.idx):
            end = ends.get(token.idx + len(name))
            if end is None:
                continue
            known = _meaning(doc[token.i : end], meanings, day)
            if known is None:
                continue
            span = longer.get(token.i)
            if span is not None and span.end > end and known.kind not in ("adjective", "person"):
                break
            mentions.add(_named(doc[token.i : end], known, day))
            position = end
            break
        else:
            _hyphened(token, registry, day, mentions)


def _longer_names(doc: Doc) -> dict[int, Span]:
    """For every token of a person's name of several tokens, that name."""
    return {
        t.i: entity for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1 for t in entity
    }


def _meaning(span: Span, meanings: Iterable[Known], day: str | None) -> Known | None:
    """Which of its meanings a name has here: one that holds on the day, and fits the grammar."""
    candidates = list(meanings)
    if len(candidates) > 1:
        held = [k for k in candidates if k.holds_on(day)]
        candidates = held or candidates
    if len(candidates) > 1:
        root = span.root
        modifies = root.dep_ in ("amod", "compound", "nmod") or root.tag_ in ("JJ",)
        fitting = [
            k
            for k in candidates
            if (k.kind == "adjective") == modifies and k.kind in ("adjective", "national")
        ]
        candidates = fitting or candidates
    if not candidates:
        return None
    known = candidates[0]
    if (
        known.kind == "adjective"
        and span.root.dep_ not in ("amod", "compound", "nmod", "poss")
        and (
            span.root.tag_ in ("NNPS", "NNS", "NNP", "NN")
            or span.root.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
        )
    ):
        return Known("national", known.name, known.code, known.country_code, "CVL", plural=True)
    return known


def entity_of(known: Known, text: str, start: int, end: int, day: str | None) -> Entity:
    """The entity that a name stands for on a day; people out of office are ``ELI``."""
    sector, office = known.sector, None
    if known.person:
        office = known.office or None
        if day and not known.holds_on(day):
            sector, office = "ELI", None
    return Entity(
        entity_text=text,
        start=start,
        end=end,
        code=known.code,
        country_code=known.country_code,
        sector=sector,
        identifier_text=known.name,
        office=office,
    )


def _named(span: Span, known: Known, day: str | None) -> Mention:
    head = span.root
    entity = entity_of(known, span.text, span.start_char, span.end_char, day)
    return Mention(
        start=span.start,
        end=span.end,
        head=head,
        entities=(entity,),
        kind=known.kind,
        as_place=known.kind in ("state", "capital") and stands_for_place(head, known.kind),
        person=known.person,
        plural=known.plural,
        name=known.name,
        rule=f"actors: {known.kind} {known.name!r} of the registry",
    )


def stands_for_place(head: Token, kind: str) -> bool:
    """Whether a state or capital is where something is, not who does something.

    "talks in Beijing" and "arrived in Beijing" are places, "Beijing said", "an offer to Beijing",
    "tensions between Beijing and Tokyo" governments.
    """
    while head.dep_ == "conj":
        head = head.head
    above = head.head
    if head.dep_ == "pobj" and above.pos_ in ("ADP", "SCONJ"):
        word = above.lower_
        if word in _PLACE_PREPOSITIONS:
            return True
        if word in ("to", "from", "towards", "toward", "for"):
            return above.head.lemma_.lower() in _MOTION
        if word == "of":
            return above.head.lemma_.lower() in (
                "city",
                "capital",
                "north",
                "south",
                "east",
                "west",
                "outskirt",
                "part",
            )
        return False
    if kind == "capital" and head.dep_ in ("compound", "nmod", "amod"):
        return above.lemma_.lower() in _PLACE_NOUNS
    if head.dep_ in ("npadvmod", "appos") and kind == "capital":
        return True
    return head.dep_ == "dobj" and above.lemma_.lower() in ("reach", "leave", "enter", "tour")


def _hyphened(token: Token, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """Names inside a hyphened word: "U.S.-led" (the United States), "Russia-Japan" (both)."""
    parts = token.text.replace("–", "-").split("-")
    if len(parts) < 2:
        return
    entities: list[Entity] = []
    offset = token.idx
    for part in parts:
        meanings = registry.lookup(part) if part[:1].isupper() else ()
        if not meanings and part == "Sino":
            meanings = registry.lookup("China")
        known = next(
            (k for k in meanings if k.kind in ("state", "capital", "adjective", "organisation")), None
        )
        if known is not None:
            entities.append(entity_of(known, part, offset, offset + len(part), day))
        offset += len(part) + 1
    if not entities:
        return
    tail = parts[-1].lower()
    kind = "pair" if len(entities) > 1 else "led" if tail in ("led", "dominated", "headed") else "hyphened"
    if kind == "hyphened":
        mentions.hyphened[token.i] = tuple(entities)
        return
    mentions.add(
        Mention(
            token.i,
            token.i + 1,
            token,
            tuple(entities),
            kind,
            name=token.text,
            rule="actors: names in a hyphened word",
        )
    )


def find_others(
    doc: Doc, mentions: Mentions, country_of: Callable[[str, Collection[str]], str | None]
) -> None:
    """Add mentions for names that the registry lacks: places, by the state they lie in, and organisations."""
    near = {e.code for m in mentions for e in m.entities if e.code}
    for entity in doc.ents:
        if entity.label_ not in ("GPE", "LOC", "FAC", "ORG", "NORP"):
            continue
        start, end = entity.start, entity.end
        while start < end and doc[start].lower_ in ("the", "a", "an"):
            start += 1
        while end > start and doc[end - 1].tag_ in ("POS", "."):
            end -= 1
        if start >= end or any(mentions.at(t) is not None for t in doc[start:end]):
            continue
        span = doc[start:end]
        if not span.text[0].isupper():
            continue
        code = country_of(span.text, near) if entity.label_ != "NORP" else None
        place = code is not None or entity.label_ in ("GPE", "LOC", "FAC")
        if (
            entity.label_ == "ORG"
            and code is not None
            and span.root.dep_ not in ("pobj", "npadvmod", "appos")
        ):
            place, code = False, None
        entities = (
            Entity(
                entity_text=span.text,
                start=span.start_char,
                end=span.end_char,
                code=code,
                country_code=code,
                sector="GOV" if code else None,
                identifier_text=None if code else span.text,
            ),
        )
        mentions.add(
            Mention(start, end, span.root, entities, "place" if place else "organisation", as_place=place, name=span.text,
                    rule="actors: a place" if place else "actors: an unknown name")
        )  # fmt: skip
