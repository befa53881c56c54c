"""Whether a person is spoken of as "he" or as "she", where words or names say so."""

from __future__ import annotations

from claimant.actors.registry import Registry
from claimant.language.mentions import Mention
from claimant.tables import word_list

_WOMEN = word_list("actors", "women")
_MEN = word_list("actors", "men")
_HER_WORDS = word_list("actors", "women_words")
_HIS_WORDS = word_list("actors", "men_words")


def gender_of(mention: Mention, registry: Registry | None) -> str:
    """``man``, ``woman``, or empty where nothing tells.

    A title or noun tells ("Mrs", "spokeswoman"), a first name ("Angela"), and for those who held
    office the registry: who is not among its women is a man. Without a registry only words tell.
    """
    doc = mention.head.doc
    before = doc[mention.start - 1].lower_.rstrip(".") if mention.start else ""
    words = {before, *(t.lower_ for t in doc[mention.start : mention.end])}
    entity = mention.entities[0] if mention.entities else None
    if entity is not None and entity.office:
        words.update(entity.office.lower().split())
    if words & _HER_WORDS:
        return "woman"
    if words & _HIS_WORDS:
        return "man"
    if registry is None:
        return ""
    name = (entity.identifier_text if entity is not None else None) or mention.name
    first = name.split()[0] if name else ""
    if name in _WOMEN or first in _WOMEN:
        return "woman"
    if first in _MEN or name in registry.people:
        return "man"
    return ""
