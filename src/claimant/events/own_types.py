"""Types of a user's own codebook, learned from labelled pairs: a head on what the pair model makes of a pair.

The head is a logistic regression over the pair model's vector and scores. It stands in a file beside the
codebook (`my.yaml`, `my.fit.json`), with the figures of its cross-validation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimant.errors import ClaimantError
from claimant.events.pairs import Reading

OTHER = "OTHER"
"""What the head says of a pair that is none of the own types."""
FEWEST = 20
"""How many examples a type needs."""
SURE = 0.5
"""How likely an own type must be to be said."""


@dataclass(frozen=True)
class OwnTypes:
    """A head that tells own types.

    Attributes:
        types: The own types, and `OTHER` last.
        pair_model: The version of the pair model that it was learned on.
        mean, scale: What each figure is moved and divided by.
        weights, bias: A row and a figure for each type.
        figures: Cross-validated precision, recall and F1 of each type, in per cent, and its examples.
    """

    types: tuple[str, ...]
    pair_model: str
    mean: Any
    scale: Any
    weights: Any
    bias: Any
    figures: dict[str, dict[str, float]]

    def likeliest(self, reading: Reading) -> tuple[str, float]:
        """The likeliest type of a pair, or `OTHER`, and how likely it is."""
        import numpy as np

        logits = self.weights @ ((features(reading) - self.mean) / self.scale) + self.bias
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        best = int(shares.argmax())
        return self.types[best], round(float(shares[best]), 4)

    def save(self, path: Path) -> None:
        """Write the head as JSON."""
        about = {
            "types": list(self.types),
            "pair_model": self.pair_model,
            "figures": self.figures,
            "mean": _rounded(self.mean),
            "scale": _rounded(self.scale),
            "weights": [_rounded(row) for row in self.weights],
            "bias": _rounded(self.bias),
        }
        path.write_text(json.dumps(about) + "\n", encoding="utf-8")


def features(reading: Reading) -> Any:
    """The figures of a pair that the head reads."""
    import numpy as np

    return np.concatenate([reading.vector, np.array(list(reading.shares.values()), dtype=np.float32)])


def head_file(codebook: Path) -> Path:
    """Where the head of a codebook stands."""
    return codebook.with_suffix(".fit.json")


def load_own_types(codebook: Path, pair_model: str) -> OwnTypes:
    """The head of a codebook.

    Args:
        codebook: The codebook's file.
        pair_model: The version of the pair model in use.

    Raises:
        ClaimantError: if there is none, or it is broken or of another pair model.
    """
    import numpy as np

    path = head_file(codebook)
    again = f"Run `claimant codebook fit EXAMPLES.jsonl --codebook {codebook}`."
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        arrays = {k: np.array(about[k], dtype=np.float64) for k in ("mean", "scale", "weights", "bias")}
        types, made_on = tuple(about["types"]), str(about["pair_model"])
        width = arrays["mean"].shape
        whole = arrays["weights"].shape == (len(types), *width) and arrays["scale"].shape == width
        if not whole or arrays["bias"].shape != (len(types),):
            raise ValueError("its figures do not fit together")
    except FileNotFoundError:
        raise ClaimantError(f"{path}: no such file, and {codebook} has types of its own. {again}") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ClaimantError(f"{path}: no head of a codebook ({error}). {again}") from error
    if made_on != pair_model:
        raise ClaimantError(f"{path}: made with pair model {made_on}, not {pair_model}. {again}")
    return OwnTypes(types, made_on, **arrays, figures=about.get("figures", {}))


def _rounded(row: Any) -> list[float]:
    return [float(f"{x:.6g}") for x in row]
