"""According to whom: statements, the chain of their sources, and how these stand to them."""

from claimant.sources.about import link
from claimant.sources.contested import AGAINST, Contested, contested
from claimant.sources.cues import Cues, load_cues
from claimant.sources.draft import Draft, Spoken, chain, first_person
from claimant.sources.independence import Origin, Telling, independent, tellings
from claimant.sources.reader import StatementReader

__all__ = [
    "AGAINST",
    "Contested",
    "Cues",
    "Draft",
    "Origin",
    "Spoken",
    "StatementReader",
    "Telling",
    "chain",
    "contested",
    "first_person",
    "independent",
    "link",
    "load_cues",
    "tellings",
]
