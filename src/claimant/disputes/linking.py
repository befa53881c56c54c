"""About what: which disputes the words of a report mean.

Three ways lead to a dispute: a name ("the Diaoyu Islands"), a description with the parties at hand
("islands to the north of Japan", "an East China Sea archipelago"), and a word for a dispute with
two parties ("its territorial row with Japan"). "The islands" and "the issue" mean what the report
spoke of last.
"""

from __future__ import annotations

from spacy.tokens import Doc

from claimant.disputes.descriptions import Describer
from claimant.disputes.later import Later
from claimant.disputes.mention import DisputeMentions
from claimant.disputes.names import NameFinder
from claimant.disputes.officials import link_officials
from claimant.disputes.pronouns import POINTING
from claimant.disputes.registry import Disputes, load_disputes
from claimant.disputes.rows import RowReader
from claimant.disputes.things import link_things
from claimant.disputes.told import Told
from claimant.language import Clauses, Mentions


class DisputeLinker:
    """Finds the dispute mentions of a report.

    Args:
        disputes: The registry; without one, that which comes with Claimant.
    """

    def __init__(self, disputes: Disputes | None = None) -> None:
        self.disputes = disputes if disputes is not None else load_disputes()
        self._names = NameFinder(self.disputes)

    def read(self, doc: Doc, clauses: Clauses, mentions: Mentions) -> DisputeMentions:
        """All dispute mentions of a parsed report, in the order of the text."""
        found = DisputeMentions()
        for named in self._names.find(doc, mentions):
            found.add(named)
        rows = RowReader(self.disputes, clauses, mentions)
        places = Describer(self.disputes, mentions)
        later = Later(self.disputes, mentions)
        told = Told()
        for token in mentions.tokens:
            told.reach(token)
            mention = found.at(token)
            if mention is None:
                if token.pos_ in ("NOUN", "PROPN"):
                    mention = (
                        places.describe(token, told)
                        or later.read(token, told, found)
                        or rows.read(token, told, found)
                    )
                elif token.lower_ in POINTING:
                    mention = later.read(token, told, found)
                if mention is not None:
                    found.add(mention)
            if mention is not None:
                features = [f for d in mention.disputes for f in self.disputes[d].describing.features]
                told.remember(mention.disputes, features)
        _announce(doc, places, found)
        link_officials(self.disputes, mentions, found)
        link_things(clauses, mentions, found)
        found.all.sort(key=lambda m: (m.start, m.end))
        return found


def _announce(doc: Doc, places: Describer, found: DisputeMentions) -> None:
    """Link the nouns before the first name of a report, in its sentence and the one before."""
    first = min((m for m in found.all if m.named), key=lambda m: m.start, default=None)
    if first is None:
        return
    sentence = first.head.sent
    start = doc[sentence.start - 1].sent.start if sentence.start else 0
    for token in doc[start : first.start]:
        if token.pos_ == "NOUN" and found.at(token) is None:
            mention = places.announce(token, first)
            if mention is not None:
                found.add(mention)
