"""Which state "the country" and "the kingdom" mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from spacy.tokens import Token

from claimant.actors.descriptions import governments_by_weight
from claimant.actors.discourse import Discourse
from claimant.actors.governments import stands_for_place
from claimant.actors.grammar import SUBJECTS, phrase_start, subjects_above
from claimant.actors.names import entity_of
from claimant.language.mentions import Mention
from claimant.tables import word_list

_LANDS = frozenset({"country", "nation"})
_FORMS = word_list("actors", "forms_of_state")
_NEARER = word_list("actors", "adjectives_of_states")
_FURTHEST = 8


class Countries:
    """Finds the state that a common noun for states means."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._mentions = discourse.mentions
        self._states = discourse.registry.states

    def resolve(self, token: Token) -> Mention | None:
        """The mention of the state that the noun means, taken up; nothing where none is clear."""
        word = token.lower_
        if token.tag_ != "NN" or (word not in _LANDS and word not in _FORMS) or not _bare(token):
            return None
        if self._mentions.headed_by(token) is not None:
            return None
        code = self._formed(token, word) if word in _FORMS else self._spoken_of(token)
        if code is None:
            return None
        state = self._states[code]
        start = phrase_start(token)
        entity = entity_of(state, token.text, token.idx, token.idx + len(token), self._discourse.day)
        mention = Mention(start, token.i + 1, token, (entity,), "state", name=state.name, definite=True,
                          as_place=stands_for_place(token, "state", start),
                          rule=f"actors: {token.text!r} means {state.name!r}")  # fmt: skip
        self._discourse.put(mention)
        return self._mentions.headed_by(token)

    def _formed(self, token: Token, form: str) -> str | None:
        """The state named most before, else last, that is a kingdom, a republic …, by its official name."""
        doers, named = self._beside(token), Counter[str]()
        for mention in self._discourse.before(token, _FURTHEST):
            for entity in mention.entities:
                state = self._states.get(entity.code or "")
                if state is not None and state.code not in doers and form in state.detail.lower().split():
                    named[state.code or ""] += 1
        return max(named, key=named.__getitem__) if named else None

    def _spoken_of(self, token: Token) -> str | None:
        """The one state that the sentence tells of, or the last that does; never who acts on it."""
        doers = self._beside(token)
        for head in subjects_above(token):
            mention = self._mentions.at(head)
            code = mention.code if mention is not None and mention.sector != "JRN" else None
            if code in self._states and code not in doers:
                return code
        number = self._discourse.sentence(token)
        for back in range(min(number, 2) + 1):
            here = [m for m in self._discourse.in_sentence(number - back) if m.start < token.i]
            weighed = list(governments_by_weight(here))
            # one subject goes on as the subject; elsewhere two states in a sentence are one too many
            for found in weighed if token.dep_ in SUBJECTS else [[e for some in weighed for e in some]]:
                codes = {e.code for e in found if e.code in self._states and e.code not in doers}
                if len(codes) == 1:
                    return codes.pop()
                if codes:
                    return None
        return None

    def _beside(self, token: Token) -> Set[str]:
        """Who is subject of the clause that the noun is an object in: "Baku shelled the country"."""
        return {
            e.code
            for subject in _own_subjects(token)
            for m in (self._mentions.at(subject),)
            if m is not None
            for e in m.entities
            if e.code
        }


def _bare(token: Token) -> bool:
    """Whether "the" stands before the noun, and nothing that makes it another one."""
    lefts = [c for c in token.lefts if c.dep_ not in ("predet",)]
    the = any(c.lower_ == "the" for c in lefts)
    rest = [c for c in lefts if c.lower_ != "the"]
    behind = any(
        c.dep_ in ("prep", "relcl", "acl") and c.lower_ in ("of", "that", "which") for c in token.rights
    )
    return the and all(c.lower_ in _NEARER for c in rest) and not behind


def _own_subjects(token: Token) -> Iterator[Token]:
    node = token
    for _ in range(8):
        head = node.head
        if head.i == node.i:
            return
        if head.pos_ in ("VERB", "AUX"):
            if node.dep_ in SUBJECTS:
                return
            subjects = [c for c in head.children if c.dep_ in SUBJECTS]
            yield from subjects
            if subjects or head.dep_ not in ("xcomp", "conj", "pcomp", "advcl"):
                return
        node = head
