"""According to whom: statements, the chain of their sources, and how these stand to them."""

from claimant.sources.about import link
from claimant.sources.cues import Cues, load_cues
from claimant.sources.draft import Draft, Spoken, chain, first_person
from claimant.sources.reader import StatementReader

__all__ = ["Cues", "Draft", "Spoken", "StatementReader", "chain", "first_person", "link", "load_cues"]
