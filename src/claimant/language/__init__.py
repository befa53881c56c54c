"""The spaCy pipeline, clauses and mentions: what every room asks of the language."""

from claimant.language.clause import Clause, bare_phrase, conjuncts, counted, noun_phrase, noun_prepositions
from claimant.language.clauses import Clauses
from claimant.language.mentions import Mention, Mentions, merge
from claimant.language.pipeline import load_pipeline

__all__ = [
    "Clause",
    "Clauses",
    "Mention",
    "Mentions",
    "bare_phrase",
    "conjuncts",
    "counted",
    "load_pipeline",
    "merge",
    "noun_phrase",
    "noun_prepositions",
]
