"""The pipeline's tokenizer is that of spaCy for English, but for hyphens inside words."""

from __future__ import annotations

import spacy
from spacy.language import Language

from claimant.language.pipeline import DEFAULT_PIPELINE


def test_other_tokens_are_those_of_spacy(nlp: Language) -> None:
    own = spacy.load(DEFAULT_PIPELINE)
    words = sorted(own.tokenizer.rules)
    texts = [f'{w}. "{w}", ({w})… {w}/{w} a,b:c 3-4 x.Y "{w.upper()}"' for w in words if "-" not in w]
    texts += ["the U.S.'s ships,planes—boats~men 5*3 https://example.org/a-b a@b.org o'clock can't've 9a.m."]
    for text in texts:
        ours = [(t.text, t.norm_) for t in nlp.make_doc(text)]
        assert ours == [(t.text, t.norm_) for t in own.make_doc(text)]


def test_a_hyphen_splits_no_word(nlp: Language) -> None:
    words = ["co-operate", "in", "decades-old", "stand-offs", "--", "or", "not"]
    assert [t.text for t in nlp.make_doc("co-operate in decades-old stand-offs--or not")][2:] == words[2:]
