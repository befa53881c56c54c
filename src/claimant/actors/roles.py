"""Role nouns and people: whose troops, which minister, who the named man is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from claimant.actors.names import entity_of
from claimant.actors.registry import Known, Registry, Role
from claimant.language.mentions import Mention, Mentions, merge
from claimant.record import Entity
from claimant.tables import word_list

_OWNING = ("of", "from", "for", "in", "at", "with", "within", "by")
_FORMER = word_list("actors", "former")
_NOT_FORMER = frozenset({"outgoing", "then", "late"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod"})


def role_at(head: Token, registry: Registry) -> tuple[Role, int] | None:
    """The longest role that ends with this noun, and how many tokens it has.

    "foreign ministry officials" is the role "foreign ministry official" where the registry has it,
    else "official".
    """
    doc = head.doc
    last = head.lemma_.lower() if head.tag_ in ("NNS", "NNPS") else head.lower_
    for size in range(min(registry.longest_role, head.i + 1), 0, -1):
        before = [t.lower_ for t in doc[head.i - size + 1 : head.i]]
        for word in {last, head.lower_} if size > 1 else (head.lower_, last):
            role = registry.roles.get(" ".join([*before, word]))
            if role is not None:
                return role, size
    return None


def find_roles(doc: Doc, registry: Registry, day: str | None, mentions: Mentions) -> None:
    """Add a mention for every phrase that names people or bodies by what they do."""
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or mentions.at(token) is not None:
            continue
        if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i:
            # "troop" in "troop carrier" means nobody; "Minister" in "Minister Abe" belongs to the name
            continue
        found = role_at(token, registry)
        if found is not None:
            _add_role(token, *found, registry, day, mentions)


def _add_role(
    head: Token, role: Role, size: int, registry: Registry, day: str | None, mentions: Mentions
) -> None:
    owners = owning_entities(head, mentions, inside=head.i - size + 1)
    former = any(t.lower_ in _FORMER - _NOT_FORMER for t in head.lefts)
    start = _phrase_start(head, head.i - size + 1)
    text = head.doc[start : head.i + 1]
    sector = "ELI" if former and role.kind == "person" else role.sector
    entities = []
    everybody: list[Entity | None] = [*owners] or [None]
    for owner in everybody:
        office = role.role if role.rank and not former else None
        holder = None
        if owner is not None and owner.code and role.rank and not former:
            holder = registry.in_office(owner.code, role.rank, day)
        entities.append(
            Entity(
                entity_text=text.text,
                start=text.start_char,
                end=text.end_char,
                code=owner.code if owner else None,
                country_code=owner.country_code if owner else None,
                sector=sector,
                identifier_text=holder.name if holder else None,
                office=office,
            )
        )
    mentions.add(
        Mention(
            start=start,
            end=head.i + 1,
            head=head,
            entities=merge(entities),
            kind="role",
            person=role.kind == "person",
            plural=role.kind == "people" or head.tag_ in ("NNS", "NNPS"),
            role=role.role,
            role_kind=role.kind,
            name=role.role,
            definite=any(t.lower_ in ("the", "this", "that", "these", "those") for t in head.lefts),
            rule=f"actors: role {role.role!r}",
        )
    )


def _phrase_start(head: Token, start: int) -> int:
    for child in head.lefts:
        if child.dep_ in _MODIFIERS:
            start = min(start, child.left_edge.i)
    return start


def owning_entities(head: Token, mentions: Mentions, *, inside: int | None = None) -> list[Entity]:
    """Whose somebody is: the states in "Soviet troops", "Japan's envoy", "sources in Russia and Japan".

    Args:
        head: The noun.
        mentions: What has been found so far.
        inside: Where the role begins: tokens between it and the head belong to it, and their own
            modifiers count too ("*Japanese* foreign ministry official").
    """
    found: list[Entity] = []
    first = head.i if inside is None else inside
    for child in head.lefts:
        if child.dep_ not in _MODIFIERS:
            continue
        inner = [child, *(t for t in child.subtree if t.i < first and t.dep_ in _MODIFIERS)]
        for token in inner:
            mention = mentions.at(token)
            if mention is not None and mention.kind != "outlet":
                found.extend(e for e in mention.entities if e.code)
    if found:
        return list(merge(_as_owner(found)))
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _OWNING:
            for below in child.rights:
                if below.dep_ == "pobj":
                    for token in _joined(below):
                        mention = mentions.at(token)
                        if (
                            mention is not None
                            and mention.kind not in ("outlet", "national")
                            and not mention.person
                        ):
                            found.extend(e for e in mention.entities if e.code)
    return list(merge(_as_owner(found)))


def _as_owner(entities: list[Entity]) -> list[Entity]:
    return [e.model_copy(update={"sector": None, "identifier_text": None}) for e in entities]


def _joined(head: Token) -> list[Token]:
    found = [head]
    for token in found:
        found.extend(c for c in token.rights if c.dep_ == "conj")
    return found


# Whoever of these acts in a country is taken to be of that country; troops and officials need not be.
_LOCAL = frozenset({"COP", "JUD", "LEG", "CVL", "OPP", "LAB", "EDU", "REL", "MED", "SOC"})


def place_roles(doc: Doc, mentions: Mentions) -> None:
    """Give the police, courts and crowds of a sentence the one country that it takes place in."""
    for sentence in doc.sents:
        here = mentions.within(sentence.start, sentence.end)
        codes = {e.code for m in here if m.as_place for e in m.entities if e.code}
        if len(codes) != 1:
            continue
        [code] = codes
        for mention in here:
            if mention.kind != "role" or mention.sector not in _LOCAL or any(e.code for e in mention.entities):
                continue
            mention.entities = tuple(
                e.model_copy(update={"code": code, "country_code": code}) for e in mention.entities
            )
            mention.rule += "; in the country that the sentence is set in"


class People:
    """The named people of one report: who they are, by full name and by surname."""

    def __init__(self, registry: Registry, day: str | None, mentions: Mentions) -> None:
        self._registry = registry
        self._day = day
        self._mentions = mentions
        self._known: dict[str, Entity] = {}

    def find(self, doc: Doc) -> None:
        """Add mentions for people: first by full name and title, then by surname alone."""
        for mention in self._mentions:
            if mention.person and mention.kind == "person":
                self._adjust(mention)
        for entity in doc.ents:
            if entity.label_ == "PERSON" and self._mentions.at(entity.root) is None:
                self._add(entity.start, entity.end, entity.root)
        for token in doc:
            if token.pos_ == "PROPN" and self._mentions.at(token) is None:
                self._add_surname(token)
        self._attach_titles()

    def _adjust(self, mention: Mention) -> None:
        """Prefer, for a person known from the registry, the office that the report gives."""
        entity = self._titled(mention.head, mention.start, mention.entities[0])
        mention.entities = (entity,)
        self._remember(mention.name, entity)
        self._remember(self._mentions.doc[mention.start : mention.end].text, entity)

    def _remember(self, name: str, entity: Entity) -> None:
        self._known.setdefault(name, entity)
        last = name.split()[-1]
        self._known.setdefault(last, entity)
        for known in self._registry.people.get(entity.identifier_text or "", ()):
            for surname in (known.name.split()[0],):
                if surname in self._registry.surnames:
                    self._known.setdefault(surname, entity)

    def _add(self, start: int, end: int, head: Token) -> None:
        doc = self._mentions.doc
        while start < end and (
            doc[start].lower_ in ("the", "mr", "mr.", "mrs", "ms", "dr", "sir") or not doc[start].is_alpha
        ):
            start += 1
        while end > start and (doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in doc[end - 1].text)):
            end -= 1
        if start >= end or not doc[start].text[0].isupper():
            return
        span = doc[start:end]
        if any(t.lower_ in self._registry.roles for t in span):
            # spaCy takes titles into names: leave those to the roles
            return
        name = span.text
        entity = self._known.get(name) or self._known.get(name.split()[-1])
        base = Entity(entity_text=name, start=span.start_char, end=span.end_char)
        if entity is None and len(span) == 1:
            entity = self._by_surname(name, titled=False)
        if entity is not None:
            base = entity.model_copy(
                update={"entity_text": name, "start": span.start_char, "end": span.end_char}
            )
        entity = self._titled(span.root, start, base)
        self._remember(name, entity)
        self._mentions.add(
            Mention(
                start,
                end,
                span.root,
                (entity,),
                "person",
                person=True,
                name=entity.identifier_text or name,
                rule="actors: person",
            )
        )

    def _add_surname(self, token: Token) -> None:
        entity = self._known.get(token.text)
        if entity is None:
            titled = any(self._title(t) for t in token.lefts if t.dep_ in ("compound", "nmod"))
            entity = self._by_surname(token.text, titled=titled)
        if entity is None or token.dep_ == "compound":
            return
        entity = entity.model_copy(
            update={"entity_text": token.text, "start": token.idx, "end": token.idx + len(token)}
        )
        self._mentions.add(
            Mention(
                token.i,
                token.i + 1,
                token,
                (entity,),
                "person",
                person=True,
                name=entity.identifier_text or token.text,
                rule="actors: surname",
            )
        )

    def _by_surname(self, surname: str, *, titled: bool) -> Entity | None:
        """The one person of that surname who held office on the day."""
        terms = [k for k in self._registry.surnames.get(surname, ()) if k.holds_on(self._day)]
        if not self._day or len({k.name for k in terms}) != 1:
            return None
        if surname.lower() in _COMMON and not titled:
            return None
        return entity_of(terms[0], surname, 0, 0, self._day)

    def _title(self, token: Token) -> bool:
        return token.lower_ in self._registry.roles

    def _titled(self, head: Token, start: int, entity: Entity) -> Entity:
        """What the title before a name, or an apposition behind it, says of a person."""
        doc = head.doc
        title, former = None, False
        end = start
        before = doc[start - 1] if start else None
        if before is not None and before.pos_ in ("NOUN", "PROPN") and before.sent.start == head.sent.start:
            found = role_at(before, self._registry)
            if found is not None:
                title = found[0]
                end = before.i - found[1] + 1
        code = self._country_before(doc, end, head) if title is not None else None
        former = end > 0 and any(t.lower_ in _FORMER - _NOT_FORMER for t in doc[max(0, end - 3) : end])
        if title is None:
            title, code, former = self._apposed(head)
        if title is None:
            return entity
        owner = code or (entity.code if entity.code else None)
        if former:
            return entity.model_copy(update={"sector": "ELI", "code": owner, "country_code": owner, "office": None,
                                             "identifier_text": entity.identifier_text or entity.entity_text})  # fmt: skip
        known = self._office_by_title(entity, title, owner)
        if known is not None:
            return entity_of(known, entity.entity_text, entity.start or 0, entity.end or 0, self._day)
        return entity.model_copy(
            update={
                "sector": title.sector or entity.sector,
                "code": owner,
                "country_code": owner,
                "office": title.role,
                "identifier_text": entity.identifier_text or entity.entity_text,
            }
        )

    def _office_by_title(self, entity: Entity, title: Role, code: str | None) -> Known | None:
        """The registry's person who fits name and title: "President Putin"."""
        surname = entity.entity_text.split()[-1]
        names = self._registry.surnames.get(surname, ())
        fitting = {
            k.name: k
            for k in names
            if k.rank == title.rank and k.holds_on(self._day) and (code is None or k.code == code)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 and self._day else None

    def _country_before(self, doc: Doc, end: int, head: Token) -> str | None:
        for i in range(end - 1, max(-1, end - 5), -1):
            token = doc[i]
            if token.is_punct or token.pos_ in ("VERB", "ADP", "CCONJ"):
                return None
            mention = self._mentions.at(token)
            if mention is not None and mention.entities and not mention.person:
                return mention.entities[0].code
        return None

    def _apposed(self, head: Token) -> tuple[Role | None, str | None, bool]:
        """Title, country and whether out of office, from "Wang Yi, China's foreign minister,"."""
        candidates = [c for c in head.rights if c.dep_ == "appos"]
        if head.dep_ == "appos":
            candidates.append(head.head)
        for other in candidates:
            if other.pos_ not in ("NOUN", "PROPN"):
                continue
            found = role_at(other, self._registry)
            if found is not None and found[0].kind == "person":
                owners = owning_entities(other, self._mentions, inside=other.i - found[1] + 1)
                former = any(t.lower_ in _FORMER - _NOT_FORMER for t in other.lefts)
                return found[0], owners[0].code if owners else None, former
        return None, None, False

    def _attach_titles(self) -> None:
        """Give later mentions of a name what the fullest mention says."""
        best: dict[str, Entity] = {}
        for mention in self._mentions:
            if mention.kind == "person" and mention.entities:
                last = mention.entities[0].entity_text.split()[-1]
                held = best.get(last)
                if held is None or (mention.entities[0].code and not held.code):
                    best[last] = mention.entities[0]
        for mention in self._mentions:
            if mention.kind == "person" and mention.entities and mention.entities[0].code is None:
                other = best[mention.entities[0].entity_text.split()[-1]]
                if other.code:
                    own = mention.entities[0]
                    mention.entities = (
                        other.model_copy(
                            update={"entity_text": own.entity_text, "start": own.start, "end": own.end}
                        ),
                    )


_COMMON = word_list("actors", "common")
