"""Learning the types of a user's own codebook from labelled pairs: `claimant codebook fit`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from claimant.errors import ClaimantError
from claimant.events.codebook import Codebook, load_codebook, own_codes
from claimant.events.own_types import FEWEST, OTHER, OwnTypes, features
from claimant.events.pairs import NONE, Pair, Reading

BACKGROUND = Path(__file__).parent / "codebook" / "background.jsonl"
FOLDS = 5
_SEED = 1
_STRENGTH = 0.01
# Of the regression, the inverse of its regularisation: more than a thousand figures, few examples.


def background() -> Iterator[tuple[Pair, str]]:
    """Pairs of the corpus with PLOVER's types: what own types are told apart from."""
    for line in BACKGROUND.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Pair(row["text"], row["actor"], row["recipient"]), row["event"]


def enough(labels: Iterable[str], codebook: Codebook) -> tuple[str, ...]:
    """The own types that have examples, by name.

    Raises:
        ClaimantError: if no type is the user's own, or one has too few examples.
    """
    own = own_codes(codebook)
    count = Counter(label for label in labels if label in own)
    if not count:
        named = ", ".join(sorted(own)) or "it adds none to PLOVER's"
        raise ClaimantError(
            f"no example has a type of {codebook.codebook}'s own ({named}). Give `event` one of them,"
            f" {FEWEST} examples or more each."
        )
    few = [f"{code} has {n}" for code, n in sorted(count.items()) if n < FEWEST]
    if few:
        raise ClaimantError(f"too few examples: {', '.join(few)}. A type needs {FEWEST} or more.")
    return tuple(sorted(count))


def fit(
    examples: Sequence[tuple[Reading, str]],
    others: Sequence[Reading],
    codes: Sequence[str],
    version: str,
) -> OwnTypes:
    """A head learned from examples, with the figures of its cross-validation.

    Nothing is left out where it is measured: a pair of the background that is called own counts as a mistake,
    although it may be one that the user would call so too.

    Args:
        examples: What the pair model makes of each example, and its type; all types that are not among
            `codes` are `OTHER`.
        others: What it makes of the background. Pairs of it that the rest calls own are not learned from:
            nobody looked whether they are.
        codes: The own types.
        version: The version of the pair model.

    Raises:
        ClaimantError: if scikit-learn is not installed.
    """
    try:
        from sklearn.base import clone
        from sklearn.linear_model import LogisticRegression
        from sklearn.metrics import precision_recall_fscore_support
        from sklearn.model_selection import StratifiedKFold, cross_val_predict
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler
    except ImportError:
        raise ClaimantError(
            "learning types needs scikit-learn, which is not installed: pip install 'claimant[fit]'"
        ) from None
    import numpy as np

    types = (*codes, OTHER)
    labels = [label for _, label in examples] + [OTHER] * len(others)
    readings = [reading for reading, _ in examples] + list(others)
    given = np.stack([features(r) for r in readings]).astype(np.float64)
    wanted = np.array([types.index(label) if label in codes else len(codes) for label in labels])
    own = np.arange(len(labels)) < len(examples)
    model = make_pipeline(
        StandardScaler(), LogisticRegression(C=_STRENGTH, max_iter=2000, class_weight="balanced")
    )
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=_SEED)

    def learn(rows: Any) -> Any:
        """A model learned from rows, without those of the background that the others would call own."""
        said = cross_val_predict(model, given[rows], wanted[rows], cv=folds)
        clear = rows[own[rows] | (said == len(codes))]
        return clone(model).fit(given[clear], wanted[clear])

    said = np.empty_like(wanted)
    for rows, apart in folds.split(given, wanted):
        said[apart] = learn(rows).predict(given[apart])
    learned = learn(np.arange(len(labels)))
    precision, recall, f1, count = precision_recall_fscore_support(
        wanted, said, labels=range(len(types)), zero_division=0.0
    )
    figures = {
        name: {
            "precision": round(100 * float(precision[i]), 1),
            "recall": round(100 * float(recall[i]), 1),
            "f1": round(100 * float(f1[i]), 1),
            "examples": int(count[i]),
        }
        for i, name in enumerate(types)
    }
    scaler, regression = learned[0], learned[1]
    return OwnTypes(types, version, scaler.mean_, scaler.scale_, *_rows(regression), figures=figures)


def _rows(regression: Any) -> tuple[Any, Any]:
    """A row of weights and a bias for each type; of two types, scikit-learn keeps one row only."""
    import numpy as np

    weights, bias = regression.coef_, regression.intercept_
    if len(weights) == 1:
        return np.concatenate([-weights, weights]), np.concatenate([-bias, bias])
    return weights, bias


def other_labels(codebook: Codebook) -> frozenset[str]:
    """The labels that examples may have besides own types: PLOVER's types and `NONE`."""
    return frozenset(t.code for t in codebook.types) | {t.code for t in load_codebook().types} | {NONE}
