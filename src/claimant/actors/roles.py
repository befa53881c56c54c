"""Role nouns: whose troops, which minister, what the courts of a place are."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from claimant.actors.grammar import MODIFIERS, joined
from claimant.actors.registry import Registry, Role
from claimant.language.mentions import Mention, Mentions, merge
from claimant.record import Entity
from claimant.tables import word_list

_FORMER = word_list("actors", "former")
# Whose neighbour or ally somebody is, he is not of.
RELATIVE_TO_OTHERS = word_list("actors", "relative_to_others")
# "British counterpart": of the same standing as another, and himself of Britain.
BESIDE = frozenset({"counterpart", "colleague"})
_STATIONED = word_list("actors", "stationed")
_BELOW = word_list("actors", "below")
_MODIFYING = MODIFIERS | {"conj"}
_ONCE = ("ex-", "then-", "former-")
_ROOTLESS = word_list("actors", "rootless")
_WHERE = frozenset({"in", "at", "within"})
_OWNING = frozenset({"of", "from", "for", "in", "at", "with", "within"})
# Behind an envoy these name where he is sent, behind soldiers where they are.
_ABROAD = frozenset({"of", "from", "with"})
_SENT = frozenset({"envoy", "ambassador"})
# Whose own sector says more than the role's: a spokesman of the rebels is no government.
_WITH_SECTOR = frozenset({"organisation", "group", "seat"})
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP"})
_MINISTERIAL = frozenset({"head-of-state", "head-of-government", "foreign-minister", "minister"})


def role_at(head: Token, registry: Registry) -> tuple[Role, int] | None:
    """The longest role that ends with this noun, and how many tokens it has.

    "foreign ministry officials" is the role "foreign ministry official" where the registry has it,
    else "official". A deputy does not have the rank of whom he stands below.
    """
    lower = head.lower_
    last = head.lemma_.lower() if head.tag_ in ("NNS", "NNPS") else lower
    bare = _bare(lower)
    ends = registry.role_ends
    if lower not in ends and last not in ends and bare not in ends:
        return None
    forms = dict.fromkeys((lower, last, bare))
    longest = max(ends.get(word, 0) for word in forms)
    doc = head.doc
    for size in range(min(longest, head.i + 1), 0, -1):
        first = doc[head.i - size + 1]
        before = [t.lower_ for t in doc[head.i - size + 1 : head.i]]
        if before:
            before[0] = _bare(before[0])
        for word in forms:
            role = registry.roles.get(" ".join([*before, word]))
            if role is not None:
                if role.rank and first.i and doc[first.i - 1].lower_ in _BELOW:
                    role = role._replace(rank="")
                return role, size
    return None


def title_at(doc: Doc, end: int, registry: Registry) -> tuple[Role, int] | None:
    """The role that ends right before a token, in full or abbreviated ("Lt. Gen."), and its first token."""
    before = doc[end - 1] if end else None
    if before is None:
        return None
    if before.pos_ in ("NOUN", "PROPN") and before.text != ".":
        found = role_at(before, registry)
        if found is not None:
            return found[0], before.i - found[1] + 1
    texts = [t.text for t in doc[max(0, end - 4) : end]]
    for size in (4, 3, 2, 1):
        if size <= end:
            short = " ".join(text.rstrip(".") for text in texts[-size:] if text != ".").lower()
            role = registry.abbreviations.get(short)
            if role is not None and texts[-size][0].isupper():
                return role, end - size
    return None


def _bare(word: str) -> str:
    """The role in "ex-president" and "then-foreign minister".

    >>> _bare("ex-president"), _bare("president-elect"), _bare("co-chair")
    ('president', 'president-elect', 'co-chair')
    """
    if word.startswith(_ONCE):
        return word.partition("-")[2]
    return word


def is_former(head: Token, start: int) -> bool:
    """Whether the role that begins at `start` is one that somebody had: "former", "ex-", "ousted"."""
    doc = head.doc
    if doc[start].lower_.startswith(("ex-", "former-")):
        return True
    if any(t.lower_ in _FORMER for t in head.lefts):
        return True
    # most are not, and it costs more to ask where the sentence begins
    former = [i for i in range(max(0, start - 3), start) if doc[i].lower_ in _FORMER]
    return bool(former) and former[-1] >= head.sent.start


def find_roles(
    doc: Doc, registry: Registry, day: str | None, mentions: Mentions, titles: Collection[int]
) -> None:
    """Add a mention for every phrase that names people or bodies by what they do.

    Args:
        titles: Tokens that are somebody's title; these belong to the name.
    """
    for token in mentions.tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in titles or mentions.at(token) is not None:
            continue
        if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i:
            # "troop" in "troop carrier" means nobody; "Minister" in "Minister Abe" belongs to the name
            continue
        found = role_at(token, registry)
        if found is not None:
            _add_role(token, *found, registry, day, mentions)
    for mention in mentions:
        if mention.kind == "role" and not any(e.code for e in mention.entities):
            _belong_to_role(mention, registry, mentions)


def _add_role(
    head: Token, role: Role, size: int, registry: Registry, day: str | None, mentions: Mentions
) -> None:
    first = head.i - size + 1
    owners = owning_entities(head, role, mentions, inside=first)
    former = is_former(head, first)
    text = head.doc[_phrase_start(head, first) : head.i + 1]
    entities = []
    everybody: list[Entity | None] = [*owners] or [None]
    for owner in everybody:
        sector = "ELI" if former and role.kind == "person" else sector_of(role, owner)
        holder = None
        if owner is not None and owner.code and role.rank and not former and head.tag_ not in ("NNS", "NNPS"):
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
                office=role.role if role.rank and not former else None,
            )
        )
    mentions.add(
        Mention(
            start=text.start,
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


def _belong_to_role(mention: Mention, registry: Registry, mentions: Mentions) -> None:
    """Give "a spokesman for the Japanese coastguard" and "a spokesman for Putin" whose these are."""
    role = registry.roles.get(mention.role)
    if role is None or not mention.entities or any(c.tag_ == "PRP$" for c in mention.head.lefts):
        return
    found: list[Entity] = []
    for child in mention.head.rights:
        if child.dep_ != "prep" or child.lower_ not in ("of", "for", "to"):
            continue
        for below in child.rights:
            for token in joined(below) if below.dep_ == "pobj" else ():
                other = mentions.headed_by(token)
                if other is None or (other.person and role.rank != "spokesperson"):
                    continue
                if other.kind == "person" or (other.kind == "role" and child.lower_ != "to"):
                    found.extend(_plain(e, e.sector) for e in other.entities if e.code)
    if found:
        own = mention.entities[0]
        mention.entities = merge(
            own.model_copy(
                update={"code": e.code, "country_code": e.country_code, "sector": sector_of(role, e)}
            )
            for e in found
        )


def sector_of(role: Role, owner: Entity | None) -> str | None:
    """The sector of somebody with a role: an official of a company or of rebels has that one's sector."""
    governs = role.rank in _MINISTERIAL or "minister" in role.role
    if role.sector == "GOV" and not governs and owner is not None and owner.sector is not None:
        return owner.sector
    return role.sector or None


def office_of(role: Role) -> str | None:
    """The office that a role is: a minister, general or judge has one, a fisherman has none."""
    return role.role if role.kind == "person" and (role.rank or role.sector in _OFFICIAL) else None


def _phrase_start(head: Token, start: int) -> int:
    for child in head.lefts:
        if child.dep_ in MODIFIERS:
            start = min(start, child.left_edge.i)
    return start


def owning_entities(
    head: Token, role: Role, mentions: Mentions, *, inside: int | None = None
) -> list[Entity]:
    """Whose somebody is: the states in "Soviet troops", "Japan's envoy", "sources in Russia and Japan".

    Args:
        head: The noun.
        role: What it says they do: an envoy "in" a country is not of it.
        mentions: What has been found so far.
        inside: Where the role begins: tokens between it and the head belong to it, and their own
            modifiers count too ("*Japanese* foreign ministry official").

    Returns:
        Entities with code and country, and with the sector of an organisation; no names.
    """
    found: list[Entity] = []
    first = head.i if inside is None else inside
    mine = any(c.tag_ == "PRP$" for c in head.lefts)
    relative = role.role in RELATIVE_TO_OTHERS
    beside = mine or role.role in BESIDE
    for child in head.lefts:
        if child.dep_ not in MODIFIERS or (relative and (child.dep_ == "poss" or not beside)):
            continue
        inner = [child]
        if child.n_lefts or child.n_rights:
            inner += [t for t in child.subtree if t.i < first and t.dep_ in _MODIFYING]
        for token in inner:
            mention = mentions.at(token)
            if mention is not None and mention.kind != "outlet":
                found.extend(_owners(mention))
            if token.lower_.endswith("-based"):
                found.extend(_plain(e) for e in mentions.hyphened.get(token.i, ()))
    if found or mine:
        return list(merge(found))
    if relative:
        return []
    stationed = role.role.split()[-1] in _STATIONED or head.lemma_.lower() in _STATIONED
    owning = _ABROAD if stationed or role.rank in _SENT else _OWNING
    if head.lemma_.lower() in _ROOTLESS:
        owning = owning - _WHERE
    for child in head.rights:
        if child.dep_ != "prep" or child.lower_ not in owning:
            continue
        for below in child.rights:
            for token in joined(below) if below.dep_ == "pobj" else ():
                mention = mentions.at(token)
                if mention is not None and mention.kind not in ("outlet", "national") and not mention.person:
                    found.extend(_owners(mention))
    return list(merge(found))


def _owners(mention: Mention) -> list[Entity]:
    keep = mention.kind in _WITH_SECTOR
    return [_plain(e, e.sector if keep else None) for e in mention.entities if e.code]


def _plain(entity: Entity, sector: str | None = None) -> Entity:
    return entity.model_copy(update={"sector": sector, "identifier_text": None, "office": None})
