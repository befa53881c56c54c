"""Whether a clause says that something is so, and whose words it is."""

from __future__ import annotations

from spacy.tokens import Span

from claimant.disputes.draft import Reading
from claimant.disputes.parties import possessors
from claimant.language import Clause
from claimant.record import Entity
from claimant.tables import word_list

_SAYING = word_list("disputes", "saying")
_VIEWS = word_list("disputes", "views")
_DENYING = word_list("disputes", "denying")
_FACTUAL = word_list("disputes", "factual")
_ENDING = word_list("disputes", "ending")
_UNREAL = frozenset({"may", "might", "could", "would", "should", "must", "can", "will", "shall", "ought"})
_SCARCELY = frozenset({"longer", "hardly", "scarcely", "nowhere", "neither", "nor"})
_CONDITIONS = frozenset({"if", "unless", "whether", "until"})


def is_negated(clause: Clause) -> bool:
    """Whether a clause is negated, also by "no longer" or "hardly ever".

    "Georgia no longer controls Abkhazia", "Sudan has never controlled it".
    """
    if clause.negation is not None:
        return True
    for child in clause.verb.children:
        if child.lower_ in _SCARCELY:
            return child.lower_ != "longer" or any(g.lower_ in ("no", "any") for g in child.children)
    return False


def is_held(clause: Clause, depth: int = 0) -> bool:
    """Whether a clause says that something is or was so: not denied, wished, feared, or set as a condition.

    "France may recognise it", "if Israel controls it", "refuses to recognise it", "plans to annex it"
    do not; "continues to claim it" and "is said to control it" do.
    """
    verb, above = clause.verb, clause.governor
    if depth > 8 or clause.modal in _UNREAL or not _CONDITIONS.isdisjoint(clause.markers):
        return False
    if is_negated(clause) or _asks(verb.sent):
        return False
    if above is None:
        return verb.tag_ != "VB"
    below = clause.relation in ("ccomp", "xcomp", "pcomp", "acl") and verb.i > above.verb.i
    if below and (above.lemma in _DENYING or above.lemma in _ENDING):
        return False
    if verb.tag_ == "VB":
        if clause.relation == "conj":
            return is_held(above, depth + 1)
        return clause.relation in ("xcomp", "ccomp") and above.lemma in _FACTUAL and is_held(above, depth + 1)
    if (
        clause.relation == "conj"
        and not clause.own_subject
        and verb.tag_ in ("VBN", "VBG")
        and not clause.tense
    ):
        return is_held(above, depth + 1)
    return True


def _asks(sentence: Span) -> bool:
    """Whether a sentence ends in a question mark."""
    i = sentence.end - 1
    while i > sentence.start and sentence.doc[i].is_space:
        i -= 1
    return bool(sentence.doc[i].text.endswith("?"))


def speakers(clause: Clause, reading: Reading) -> list[Entity] | None:
    """Who says a clause, as far as its sentence tells: ``None`` if nobody is said to.

    "Crimea is ours, Putin said" gives Putin; an empty list is somebody unknown.
    """
    node: Clause | None = clause
    for _ in range(6):
        if node is None:
            return None
        according = [
            t for name, tokens in node.prepositions.items() if name.startswith("according") for t in tokens
        ]
        if according:
            return reading.entities(according)
        above = node.governor
        for other in [*([above] if above is not None else []), *_beside(node, reading)]:
            views = [s for s in other.subjects if s.lemma_.lower() in _VIEWS and other.verb.lemma_ == "be"]
            if views and other is not clause:
                return reading.entities(t for s in views for t in possessors(s))
            if other.lemma in _SAYING and other.subjects and other is not clause:
                return None if is_negated(other) else reading.doers(other.subjects)
        node = above
    return None


def _beside(clause: Clause, reading: Reading) -> list[Clause]:
    """Clauses that the parser put below what they report: "The isles are ours, | the minister said"."""
    found = []
    for child in clause.verb.children:
        if child.dep_ in ("parataxis", "ccomp", "advcl", "dep") and child.lemma_.lower() in _SAYING:
            other = reading.clauses.at(child)
            # only one that takes nothing of its own: "Putin said" and no more
            if other is not None and not other.complements and not other.objects:
                found.append(other)
    return found
