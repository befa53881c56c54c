"""What: the codebook, the predicate lexicon, and the coder that finds events with them."""

from claimant.events.codebook import Codebook, load_codebook
from claimant.events.coder import EventCoder
from claimant.events.dating import Dater, When
from claimant.events.draft import EventDraft
from claimant.events.freezing import freeze
from claimant.events.lexicon import Lexicon, load_lexicon
from claimant.events.repeats import without_repeats
from claimant.events.status_rules import ALLEGED

__all__ = [
    "ALLEGED",
    "Codebook",
    "Dater",
    "EventCoder",
    "EventDraft",
    "Lexicon",
    "When",
    "freeze",
    "load_codebook",
    "load_lexicon",
    "without_repeats",
]
