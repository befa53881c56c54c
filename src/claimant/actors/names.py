"""Names of the registry in a report, and which of its meanings a name has there."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from claimant.actors.governments import is_us_georgia, longer_name, stands_for_place
from claimant.actors.registry import Known, Registry
from claimant.language.mentions import Mention, Mentions
from claimant.record import Entity
from claimant.tables import word_list

_FIRST_NAMES = word_list("actors", "women") | word_list("actors", "men")
_LED = frozenset({"led", "dominated", "headed"})
_IN_HYPHENS = frozenset({"state", "capital", "adjective", "organisation"})
_COUNTING = frozenset({"both", "two"})


def find_names(doc: Doc, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """Add a mention for every name of the registry that stands in the text, longest first.

    A name inside a longer name stays unread: "Jordan" in "Michael Jordan", "Mexico" in "New Mexico"
    and "China" in "South China Sea" are no states.
    """
    text = mentions.text
    people = {
        t.i: entity for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1 for t in entity
    }
    position = 0
    for token in mentions.tokens:
        first = text[token.idx]
        if token.i < position or not (first.isupper() or first.isdigit() or first in "'‘"):
            continue
        for name, meanings in registry.matches(text, token.idx):
            end = mentions.ends.get(token.idx + len(name))
            if end is None:
                continue
            span = doc[token.i : end]
            known = _meaning(span, meanings, day)
            person = people.get(token.i)
            if person is not None and person.end > end and known.kind not in ("adjective", "person"):
                break
            longer = longer_name(span) if known.kind not in ("person", "outlet") else None
            if longer is not None:
                position = longer.end
                break
            if known.kind in ("state", "capital") and _is_surname(span):
                break
            if is_us_georgia(span):
                known = Known("place", "Georgia (United States)", "USA", "USA", "GOV")
            if known.kind == "capital":
                known = _seated_there(span, known, meanings)
            mentions.add(_named(span, _people_of(span, known, mentions), day))
            position = end
            break
        else:
            _hyphened(token, registry, day, mentions)
            _two_of_a_name(token, registry, day, mentions)


def _meaning(span: Span, meanings: Sequence[Known], day: str | None) -> Known:
    """Which of its meanings a name has here: one that holds on the day, and fits the grammar."""
    candidates = meanings
    if len(candidates) > 1:
        held = [k for k in meanings if (k.holds_on(day) if day else not k.until)]
        candidates = held or _nearest(meanings, day)
    if len(candidates) > 1:
        root = span.root
        modifies = root.dep_ in ("amod", "compound", "nmod") or root.tag_ == "JJ"
        fitting = [
            k
            for k in candidates
            if (k.kind == "adjective") == modifies and k.kind in ("adjective", "national")
        ]
        candidates = fitting or candidates
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


def _seated_there(span: Span, known: Known, meanings: Sequence[Known]) -> Known:
    """The organisation that is called by its seat: "Brussels fined a firm", where Belgium is not named."""
    organisation = next((k for k in meanings if k.kind == "organisation"), None)
    if organisation is None or stands_for_place(span.root, "capital", span.start):
        return known
    # the first letters stand for the adjective too: Belgium, Belgian
    return known if known.name[:5] in span.doc.text else organisation


def _people_of(span: Span, known: Known, mentions: Mentions) -> Known:
    """A people where it lives in another state ("Kosovo Albanians"), or it is not said in which.

    "Ethnic Russians" may be citizens of any state.
    """
    before = span.doc[span.start - 1] if span.start else None
    if known.kind != "national" or before is None:
        return known
    if before.lower_ == "ethnic":
        return known._replace(code=None, country_code=None, name=span.text)
    held = mentions.at(before)
    if held is None or held.kind not in ("state", "adjective") or not held.code:
        return known
    return known._replace(code=held.code, country_code=held.code, name=span.text)


def _nearest(meanings: Sequence[Known], day: str | None) -> Sequence[Known]:
    """Of meanings that do not hold on the day, those that are over, the last one first."""
    over = [k for k in meanings if day and k.is_over(day)]
    return sorted(over, key=lambda k: k.until, reverse=True) or meanings


def _is_surname(span: Span) -> bool:
    """Whether a first name stands right before the name of a state: "Michael Jordan"."""
    before = span.doc[span.start - 1] if span.start else None
    return before is not None and before.text in _FIRST_NAMES and before.whitespace_ == " "


def entity_of(known: Known, text: str, start: int, end: int, day: str | None) -> Entity:
    """The entity that a name stands for on a day; people out of office are ``ELI``.

    Of who came to office only later, nothing is said but who it is.
    """
    sector, office = known.sector, known.office or None
    if known.person and day and not known.holds_on(day):
        sector, office = "ELI" if known.is_over(day) else None, None
    return Entity(
        entity_text=text,
        start=start,
        end=end,
        code=known.code,
        country_code=known.country_code,
        sector=sector,
        identifier_text=known.name,
        office=office if known.person else None,
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
        as_place=known.kind == "place"
        or (known.kind in ("state", "capital") and stands_for_place(head, known.kind, span.start)),
        person=known.person,
        plural=known.plural,
        name=known.name,
        rule=f"actors: {known.kind} {known.name!r} of the registry",
    )


def _hyphened(token: Token, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """Names inside a hyphened word: "U.S.-led" (the United States), "Russia-Japan" (both)."""
    if "-" not in token.text and "–" not in token.text:
        return
    parts = token.text.replace("–", "-").split("-")
    entities: list[Entity] = []
    offset = token.idx
    for part in parts:
        meanings = [k for k in registry.lookup(part) if k.kind in _IN_HYPHENS] if part[:1].isupper() else []
        if part in registry.prefixes:
            meanings = [registry.states[registry.prefixes[part]]]
        if meanings:
            known = next((k for k in meanings if k.holds_on(day)), meanings[0])
            entities.append(entity_of(known, part, offset, offset + len(part), day))
        offset += len(part) + 1
    if not entities:
        return
    kind = "pair" if len(entities) > 1 else "led" if parts[-1].lower() in _LED else "hyphened"
    if kind == "hyphened":
        mentions.hyphened[token.i] = tuple(entities)
        return
    rule = "actors: names in a hyphened word"
    mentions.add(Mention(token.i, token.i + 1, token, tuple(entities), kind, name=token.text, rule=rule))


def _two_of_a_name(token: Token, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """ "Both Koreas", "the two Sudans": the states of a day whose names end alike, where they are two."""
    if not token.text.endswith("s") or token.tag_ not in ("NNPS", "NNP", "NNS"):
        return
    if not any(c.lower_ in _COUNTING for c in token.lefts):
        return
    states = [
        s for s in registry.states.values() if s.holds_on(day) and s.name.split()[-1] == token.text[:-1]
    ]
    if len(states) == 2:
        entities = tuple(
            entity_of(s, token.text, token.idx, token.idx + len(token), day)
            for s in sorted(states, key=lambda s: s.name)
        )
        mentions.add(
            Mention(min(c.i for c in token.lefts), token.i + 1, token, entities, "pair", plural=True,
                    name=token.text, rule="actors: the two states of that name")
        )  # fmt: skip
