"""Named people: by the registry, by what spaCy takes for a name, by title, and by surname."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from claimant.actors.names import entity_of
from claimant.actors.registry import Known, Registry, Role
from claimant.actors.roles import RELATIVE_TO_OTHERS, office_of, sector_of, title_at
from claimant.actors.titles import COURTESY, Titles
from claimant.language.mentions import Mention, Mentions
from claimant.patterns import Pattern
from claimant.record import Entity
from claimant.tables import word_list

# Surnames that are also words: without title or first name they are not taken for a name.
_COMMON = word_list("actors", "common")
_LONGEST_NAME = 4
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")


class People:
    """The named people of one report: who they are, by full name and by surname.

    Attributes:
        titles: The tokens that are part of somebody's title.
    """

    def __init__(self, registry: Registry, day: str | None, mentions: Mentions) -> None:
        self._registry = registry
        self._day = day
        self._mentions = mentions
        self._titles = Titles(registry, mentions)
        self._known: dict[str, Entity] = {}
        self.titles: set[int] = set()

    def find(self, doc: Doc) -> None:
        """Add mentions for people: by full name and title, then by surname alone."""
        for mention in self._mentions:
            if mention.person and mention.kind == "person":
                entity = self._as_told(mention.head, mention.entities[0])
                entity = self._titled(mention.head, mention.start, mention.end, entity)
                mention.entities = (entity,)
                self._remember(mention.name, entity)
                self._remember(doc[mention.start : mention.end].text, entity)
        for span in doc.ents:
            if span.label_ == "PERSON" and self._mentions.at(span.root) is None:
                self._add(span.start, span.end)
        for token in self._mentions.tokens:
            if self._mentions.at(token) is not None:
                continue
            if token.pos_ != "PROPN":
                if self._opens_as_subject(token):
                    self._add_surname(token)
                continue
            if not self._add_titled(token):
                self._add_surname(token)
        self._share_titles()

    def _opens_as_subject(self, token: Token) -> bool:
        """Whether a surname opens a sentence as its subject, where the tagger did not know it for a name."""
        return (
            token.is_sent_start is True
            and token.dep_ in ("nsubj", "nsubjpass")
            and token.text in self._registry.surnames
            and token.lower_ not in _COMMON
        )

    def _remember(self, name: str, entity: Entity) -> None:
        """Keep who a name means; also by surname, which stands first in some names."""
        self._known.setdefault(name, entity)
        self._known.setdefault(name.split()[-1], entity)
        for known in self._registry.people.get(entity.identifier_text or "", ()):
            first = known.name.split()[0]
            if first in self._registry.surnames:
                self._known.setdefault(first, entity)

    def _add(self, start: int, end: int) -> None:
        """A name that spaCy found, less what it took into it."""
        doc = self._mentions.doc
        while start < end and (
            doc[start].lower_ in COURTESY or doc[start].lower_ == "the" or not doc[start].is_alpha
        ):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text)):
            end -= 1
        if start >= end or not doc[start].text[0].isupper():
            return
        if any(t.lower_ in self._registry.roles for t in doc[start:end]):
            # spaCy takes titles into names: leave those to the titles
            return
        if end - start == 1 and doc[start].dep_ == "compound" and doc[start].head.pos_ == "NOUN":
            # "the Yasukuni shrine": a lone name before a noun is more often a place
            return
        self._add_name(doc[start:end])

    def _add_titled(self, token: Token) -> bool:
        """A name behind a title, which spaCy did not take for one: "Kremlin spokesman Dmitry Peskov"."""
        if not token.i or not self._may_be_name(token):
            return False
        before = token.nbor(-1)
        if token.is_sent_start:
            return False
        if before.lower_ not in COURTESY:
            found = title_at(token.doc, token.i, self._registry)
            if found is None or found[0].kind != "person" or before.tag_ in ("NNS", "NNPS"):
                return False
        doc = token.doc
        end = token.i + 1
        while end < len(doc) and end - token.i < _LONGEST_NAME and self._goes_on(doc[end]):
            end += 1
        if token.ent_type_ in ("DATE", "TIME") or doc[end : end + 1].text.lower() in self._registry.roles:
            return False
        self._add_name(doc[token.i : end])
        return True

    def _goes_on(self, token: Token) -> bool:
        """Whether a name goes on with this word; a capital alone may be an initial."""
        return (
            token.pos_ == "PROPN"
            and token.ent_type_ not in ("DATE", "TIME")
            and self._may_be_name(token)
            and self._mentions.at(token) is None
        )

    def _may_be_name(self, token: Token) -> bool:
        """Whether a word may be part of a name: no title, written out or short."""
        word = token.lower_
        return (
            token.text[0].isupper()
            and word not in self._registry.roles
            and word.rstrip(".") not in self._registry.abbreviations
            and word not in COURTESY
        )

    def _add_name(self, span: Span) -> None:
        name = span.text
        entity = self._known.get(name) or self._known.get(name.split()[-1])
        if entity is None and len(span) == 1:
            entity = self._by_surname(span[0], titled=self._has_title(span.start))
        place = {"entity_text": name, "start": span.start_char, "end": span.end_char}
        base = entity.model_copy(update=place) if entity is not None else Entity(
            entity_text=name, start=span.start_char, end=span.end_char
        )  # fmt: skip
        entity = self._titled(span.root, span.start, span.end, base)
        self._remember(name, entity)
        self._put(span.start, span.end, span.root, entity, "actors: person")

    def _add_surname(self, token: Token) -> None:
        entity = self._known.get(token.text)
        if entity is None:
            entity = self._by_surname(token, titled=self._has_title(token.i))
        if entity is None or token.dep_ == "compound":
            return
        entity = entity.model_copy(
            update={"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
        )
        self._put(token.i, token.i + 1, token, entity, "actors: surname")

    def _put(self, start: int, end: int, head: Token, entity: Entity, rule: str) -> None:
        name = entity.identifier_text or entity.entity_text
        self._mentions.add(Mention(start, end, head, (entity,), "person", person=True, name=name, rule=rule))

    def _by_surname(self, token: Token, *, titled: bool) -> Entity | None:
        """The one person of that surname who held office on the day, or without a day does so still."""
        surname = token.text
        bearers = self._registry.surnames.get(surname, ())
        if not bearers:
            return None
        terms = [k for k in bearers if (k.holds_on(self._day) if self._day else not k.until)]
        if not terms:
            return self._of_old(token, bearers)
        if len({k.name for k in terms}) != 1:
            return None
        if not titled:
            # "Abdullah" may be anybody, where the report does not speak of Jordan
            common = surname.lower() in _COMMON or self._registry.bearers.get(surname, 0) > 3
            near = any(e.code == terms[0].code for m in self._mentions for e in m.entities)
            if surname.lower() in _COMMON or (common and not near):
                return None
        return entity_of(terms[0], surname, 0, 0, self._day)

    def _of_old(self, token: Token, bearers: Sequence[Known]) -> Entity | None:
        """Who bore a rare surname in a year that the sentence names: "Franco closed the border in 1969".

        The report has to speak of the state.
        """
        year = self._year_told(token)
        terms = [k for k in bearers if year and k.holds_on(year)]
        rare = token.text.lower() not in _COMMON and len({k.name for k in terms}) == 1
        if not terms or not rare:
            return None
        spoken_of = any(e.code == terms[0].code for m in self._mentions for e in m.entities)
        return entity_of(terms[0], token.text, 0, 0, year) if spoken_of else None

    def _as_told(self, head: Token, entity: Entity) -> Entity:
        """A person out of office who held it in the year that the sentence names."""
        terms = self._registry.people.get(entity.identifier_text or "", ())
        if entity.sector != "ELI" or not terms:
            return entity
        year = self._year_told(head)
        held = [k for k in terms if year and k.holds_on(year)]
        if not held:
            return entity
        return entity_of(held[-1], entity.entity_text, entity.start or 0, entity.end or 0, year)

    def _year_told(self, token: Token) -> str | None:
        """The year before the report's that a sentence names, where it is one alone."""
        day = self._day
        if not day:
            return None
        years = {y for y in _YEAR.findall(token.sent.text) if y < day[:4]}
        return years.pop() if len(years) == 1 else None

    def _has_title(self, start: int) -> bool:
        """Whether a title stands before the token: "President", "Mr"."""
        doc = self._mentions.doc
        return start > 0 and (
            doc[start - 1].lower_ in COURTESY or title_at(doc, start, self._registry) is not None
        )

    def _titled(self, head: Token, start: int, end: int, entity: Entity) -> Entity:
        """What the title before a name, or an apposition beside it, says of a person."""
        title = self._titles.of(head, start, end)
        if title is None:
            return entity
        self.titles.update(range(title.start, start))
        role, owner = title.role, title.owner
        code = owner.code if owner is not None else entity.code
        country = owner.country_code if owner is not None else entity.country_code
        named = {"identifier_text": entity.identifier_text or entity.entity_text}
        if title.former:
            return entity.model_copy(
                update={"sector": "ELI", "code": code, "country_code": country, "office": None, **named}
            )
        known = self._office_by_title(entity, role, code)
        if known is not None:
            return entity_of(known, entity.entity_text, entity.start or 0, entity.end or 0, self._day)
        if role.role in RELATIVE_TO_OTHERS:
            return entity.model_copy(update={"code": code, "country_code": country, **named})
        if not role.rank and entity.office and code == entity.code:
            # "North Korean leader Kim Jong Un": the registry's office says more
            return entity
        if self._left_office(entity, role):
            return entity.model_copy(update={"sector": "ELI", "office": None})
        sector = sector_of(role, owner) or entity.sector
        return entity.model_copy(
            update={
                "sector": sector,
                "code": code,
                "country_code": country,
                "office": office_of(role),
                **named,
            }
        )

    def _office_by_title(self, entity: Entity, title: Role, code: str | None) -> Known | None:
        """The registry's person who fits name and title: "President Putin", "Foreign Minister Wang Yi"."""
        terms = self._registry.people.get(entity.identifier_text or entity.entity_text)
        if terms is None:
            terms = self._registry.surnames.get(entity.entity_text.split()[-1], [])
        counterpart = title.role in RELATIVE_TO_OTHERS
        fitting = {
            k.name: k
            for k in terms
            if (counterpart or k.rank == title.rank) and k.holds_on(self._day) and code in (None, k.code)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 and self._day else None

    def _left_office(self, entity: Entity, title: Role) -> bool:
        """Whether a known person had this office once, and no longer on the day: "then-President Bush"."""
        terms = [
            k for k in self._registry.people.get(entity.identifier_text or "", ()) if k.rank == title.rank
        ]
        day = self._day
        return day is not None and bool(title.rank and terms) and all(k.is_over(day) for k in terms)

    def _share_titles(self) -> None:
        """Give later mentions of a name what the fullest mention says."""
        best: dict[str, Entity] = {}
        people = [m for m in self._mentions if m.kind == "person" and m.entities]
        for mention in people:
            entity = mention.entities[0]
            last = entity.entity_text.split()[-1]
            held = best.get(last)
            if held is None or (entity.code and not held.code):
                best[last] = entity
        for mention in people:
            own = mention.entities[0]
            other = best[own.entity_text.split()[-1]]
            if own.code is None and other.code:
                place = {"entity_text": own.entity_text, "start": own.start, "end": own.end}
                mention.entities = (other.model_copy(update=place),)
