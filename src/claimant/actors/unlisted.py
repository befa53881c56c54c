"""Names that the registry lacks: places, by the state that they lie in, and organisations."""

from __future__ import annotations

from collections.abc import Callable, Collection

from spacy.tokens import Doc, Span, Token

from claimant.actors.registry import Registry
from claimant.language.mentions import Mention, Mentions
from claimant.record import Entity

CountryOf = Callable[[str, Collection[str]], str | None]
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = frozenset({"ORG", "NORP"})
_BEFORE = frozenset({"compound", "nmod", "amod"})
_WHERE = frozenset({"in", "near", "outside", "around"})
# Whoever has a home; officials and workers may be of a firm that is called like a town.
_PEOPLE = frozenset({"CVL", "AGR", "COP", "OPP", "REF"})


def find_places(
    doc: Doc, registry: Registry, day: str | None, mentions: Mentions, country_of: CountryOf
) -> None:
    """Add the places that spaCy finds."""
    near = {e.code for m in mentions for e in m.entities if e.code}
    for entity in doc.ents:
        if entity.label_ in _PLACES:
            span = _bare(entity)
            if span is not None and _is_free(span, mentions) and not _has_role(span, registry):
                code = country_of(span.text, near)
                if code is not None or not _in_office(span, registry, day):
                    _add_place(span, code, mentions)


def _in_office(span: Span, registry: Registry, day: str | None) -> bool:
    """Whether the subject of a verb is called like somebody in office: "Alfonsin rejected the offer"."""
    return (
        day is not None
        and len(span) == 1
        and span.root.dep_ in ("nsubj", "nsubjpass")
        and any(k.holds_on(day) for k in registry.surnames.get(span.text, ()))
    )


def find_homes(doc: Doc, registry: Registry, mentions: Mentions, country_of: CountryOf) -> None:
    """Add places that spaCy does not find: "Hokkaido fishermen", "residents of Aleppo"."""
    near = {e.code for m in mentions for e in m.entities if e.code}
    for token in mentions.tokens:
        if token.pos_ != "PROPN" or mentions.at(token) is not None or token.lower_ in registry.roles:
            continue
        if _before_role(token, registry) or _behind_place_word(token, registry):
            code = country_of(token.text, near)
            if code is not None and (not token.ent_type_ or token.head.lower_ not in _WHERE or code in near):
                _add_place(doc[token.i : token.i + 1], code, mentions)


def _before_role(token: Token, registry: Registry) -> bool:
    role = registry.roles.get(token.head.lemma_.lower()) if token.dep_ in _BEFORE else None
    if role is None or token.head.i != token.i + 1:
        return False
    if token.ent_type_ in ("NORP", *_PLACES):
        return True
    several = role.kind == "people" or token.head.tag_ == "NNS"
    return several and (not token.ent_type_ or (token.ent_type_ == "ORG" and role.sector in _PEOPLE))


def _behind_place_word(token: Token, registry: Registry) -> bool:
    """Whether a word is where something is ("in Aleppo") or somebody is from ("residents of Aleppo")."""
    above = token.head
    if token.dep_ != "pobj" or token.n_lefts or above.i != token.i - 1:
        return False
    if token.ent_type_:
        # spaCy takes towns that it does not know for people or firms: "a spokesman in Rawalpindi"
        return above.lower_ == "in" and above.head.lemma_.lower() in registry.roles
    return above.lower_ in _WHERE or (
        above.lower_ in ("of", "from") and above.head.lemma_.lower() in registry.roles
    )


def find_organisations(doc: Doc, mentions: Mentions, country_of: CountryOf, titles: Collection[int]) -> None:
    """Add the organisations and peoples that spaCy finds; some are places by another label.

    Args:
        titles: Tokens that are somebody's title, like the "State" of a secretary of state.
    """
    near = {e.code for m in mentions for e in m.entities if e.code}
    for entity in doc.ents:
        if entity.label_ not in _NAMES:
            continue
        first = doc[entity.start]
        if (
            len(entity) == 1
            and first.is_sent_start
            and first.i + 1 < len(doc)
            and first.nbor(1).lower_ == "of"
        ):
            # "Recognition of the council": a common noun that begins a sentence
            continue
        span = _bare(entity)
        if span is None or not _is_free(span, mentions) or span.root.i in titles:
            continue
        place = entity.label_ == "ORG" and span.root.dep_ in ("pobj", "npadvmod", "appos")
        code = country_of(span.text, near) if place else None
        if code is not None:
            _add_place(span, code, mentions)
        else:
            unknown = _entity(span, None, span.text)
            mentions.add(
                Mention(span.start, span.end, span.root, (unknown,), "organisation", name=span.text,
                        rule="actors: an unknown name")
            )  # fmt: skip


def _add_place(span: Span, code: str | None, mentions: Mentions) -> None:
    entity = _entity(span, code, None if code else span.text)
    mentions.add(
        Mention(span.start, span.end, span.root, (entity,), "place", as_place=True, name=span.text,
                rule="actors: a place")
    )  # fmt: skip


def _entity(span: Span, code: str | None, name: str | None) -> Entity:
    return Entity(entity_text=span.text, start=span.start_char, end=span.end_char, code=code,
                  country_code=code, sector="GOV" if code else None, identifier_text=name)  # fmt: skip


def _bare(entity: Span) -> Span | None:
    """The name without article and without the "'s" behind it; nothing where no capital is left."""
    doc, start, end = entity.doc, entity.start, entity.end
    while start < end and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    while end > start and doc[end - 1].tag_ in ("POS", "."):
        end -= 1
    return doc[start:end] if start < end and doc[start].text[0].isupper() else None


def _is_free(span: Span, mentions: Mentions) -> bool:
    return mentions.is_free(span.start, span.end)


def _has_role(span: Span, registry: Registry) -> bool:
    return any(t.lower_ in registry.roles for t in span)
