"""Who: states, offices, people, organisations, and resolving a mention to them."""

from claimant.actors.loading import load_registry
from claimant.actors.reader import ActorReader
from claimant.actors.registry import Known, Registry
from claimant.language.mentions import Mention, Mentions, merge

__all__ = ["ActorReader", "Known", "Mention", "Mentions", "Registry", "load_registry", "merge"]
