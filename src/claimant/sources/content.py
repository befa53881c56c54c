"""Which tokens are the content that stands behind a cue."""

from __future__ import annotations

from spacy.tokens import Token

from claimant.sources.clausal import far_clause, held_clause, is_infinitive, join
from claimant.sources.cues import Cue
from claimant.sources.layout import Layout
from claimant.sources.quoted import quotation_after
from claimant.sources.stretch import Range, bounds
from claimant.tables import word_list

BREAKS = frozenset({",", "—", "–", "--", "-", "―", ";"})
_PREPOSITIONS = word_list("sources", "cue_prepositions")


def after(verb: Token, end: int, cue: Cue, layout: Layout) -> Range | None:
    """The content that stands behind a cue whose words end at `end`."""
    _, high = bounds(verb, layout)
    takes = cue.group.takes
    if "quote" in takes:
        quoted = quotation_after(verb, end, high, layout)
        if quoted is not None:
            return quoted
    rights = [c for c in verb.rights if c.i < high]
    if len(cue.words) > 1:
        # "knew nothing of the march": the content hangs on the cue's last word
        rights += [c for c in verb.doc[end - 1].rights if c.i < high]
    if len(cue.words) > 1 and cue.words[-1] in _PREPOSITIONS and takes & {"object", "as", "infinitive"}:
        # "called for an inquiry": the content hangs on the cue's own preposition
        last = verb.doc[end - 1]
        own = [c for c in last.rights if c.dep_ in ("pobj", "pcomp", "dobj", "prep") and c.i < high]
        infinitive = next(
            (c for c in rights if c.dep_ in ("xcomp", "ccomp", "advcl") and is_infinitive(c)), None
        )
        if own:
            return join(own[0], infinitive or own[-1], verb, high)
        if infinitive is not None:
            return join(infinitive, infinitive, verb, high, end)
        rights = [c for c in rights if c.i >= end] or list(last.rights)
    for kind in ("clause", "as", "complement", "infinitive", "gerund", "behind", "object"):
        if kind in takes or (kind == "behind" and cue.group.behind):
            found = _KINDS[kind](verb, rights, end, cue, high)
            if found is not None and found[0] >= end:
                return found
    return far_clause(verb, end, high) if "clause" in takes else None


def _as(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    below = [
        g for c in rights if c.dep_ in ("dobj", "pobj") for g in c.rights
    ]  # "saw the visit as an insult"
    phrase = next(
        (c for c in (*rights, *below) if c.lower_ == "as" and c.dep_ in ("prep", "mark") and any(c.rights)),
        None,
    )
    if phrase is None:
        return None
    thing = next((c for c in rights if c.dep_ in ("dobj", "pobj") and c.i < phrase.i), phrase)
    if thing is phrase and len(cue.words) > 1:
        thing = next(
            (g for c in rights if c.dep_ == "prep" and c.i < phrase.i for g in c.rights if g.dep_ == "pobj"),
            phrase,
        )
    return join(thing, phrase, verb, high)


def _complement(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    """ "called the visit a provocation"; a proper name is only a name: "calls the islands Tok"."""
    for child in rights:
        if child.dep_ == "ccomp" and not any(c.dep_ in ("aux", "mark") for c in child.lefts):
            subject = next((c for c in child.lefts if c.dep_ == "nsubj"), None)
            if (
                subject is not None
                and child.pos_ in ("NOUN", "ADJ", "PROPN")
                and child.tag_ not in ("NNP", "NNPS")
            ):
                return join(child, child, verb, high)
        if child.dep_ in ("oprd", "acomp", "attr") and child.tag_ not in ("NNP", "NNPS", "VBN"):
            thing = next((c for c in rights if c.dep_ in ("dobj", "nsubj") and c.i < child.i), child)
            return join(thing, child, verb, high)
        if child.dep_ == "dobj" and child.tag_ in ("NN", "NNS"):
            # "called him a master of disguise" parses like "gave him a book"
            thing = next(
                (c for c in rights if c.dep_ == "dative" and c.i < child.i and c.pos_ != "ADP"), child
            )
            if thing is not child:
                return join(thing, child, verb, high)
    return None


def _infinitive(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    for child in rights:
        if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and is_infinitive(child):
            return join(child, child, verb, high, end)
    thing = next((c for c in rights if c.dep_ == "dobj"), None)
    if thing is not None:
        for child in thing.rights:
            if child.dep_ in ("acl", "relcl") and is_infinitive(child) and "object" not in cue.group.takes:
                return join(child, child, verb, high)
    return None


def _gerund(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    for child in rights:
        having = any(c.lower_ == "having" and c.dep_ in ("aux", "auxpass") for c in child.lefts)
        if child.dep_ in ("xcomp", "ccomp", "pcomp") and (child.tag_ == "VBG" or having):
            return join(child, child, verb, high)
    return None


def _behind(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    for child in rights:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in cue.group.behind:
            for below in child.rights:
                if below.ent_type_ in ("DATE", "TIME"):
                    continue  # "was mocked for years"
                if below.dep_ in ("pobj", "pcomp") and below.pos_ != "PRON":
                    # "attacked the mayor for his silence": both are what he speaks about
                    whom = [c for c in rights if c.dep_ == "dobj" and c.i < child.i and cue.group.topic]
                    return join(whom[0] if whom else below, below, verb, high)
    return None


def _object(verb: Token, rights: list[Token], end: int, cue: Cue, high: int) -> Range | None:
    for child in rights:
        person = (
            child.tag_ == "PRP" and child.lower_ != "it" and (cue.group.topic or cue.group.source == "text")
        )
        if child.dep_ == "dobj" and (person or child.pos_ not in ("PRON", "PUNCT", "SYM")):
            if cue.group.objects and child.lemma_.lower() not in cue.group.objects:
                return None
            if cue.barred and (child.pos_ == "PROPN" or child.lemma_.lower() in cue.barred):
                return None
            judged = next(
                (c for c in (*child.rights, *rights) if c.lower_ == "as" and c.dep_ == "prep"), None
            )
            if judged is not None and judged.i > child.i:
                # "dismissed the reports as rumours": the rumours are the source's own word
                return child.left_edge.i, min(high, judged.i)
            return join(child, child, verb, high)
    return None


_KINDS = {
    "clause": held_clause,
    "as": _as,
    "complement": _complement,
    "infinitive": _infinitive,
    "gerund": _gerund,
    "behind": _behind,
    "object": _object,
}
