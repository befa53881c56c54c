"""The pair model: which type of event a sentence tells between two of its parties, and its status.

A small transformer (MiniLM-L6, int8) that ``model/train.py`` makes from the corpus in ``model/corpus``. It
runs with onnxruntime and tokenizers alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claimant.errors import ClaimantError
from claimant.events.marking import LONGEST, MARKS, Spans, marked, window
from claimant.record import Status

FOLDER = Path(__file__).parent / "pair_model"
NONE = "NONE"
"""What the model says where the first does nothing to the second."""
_FAR = 2000
# Characters: more than LONGEST tokens hold.


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and two of its parties.

    Attributes:
        text: A sentence, or some.
        actor, recipient: Characters (code points) where the parties stand, each as start and end.
    """

    text: str
    actor: Spans
    recipient: Spans


class Hinted(NamedTuple):
    """A pair, and what the rules make of it (`hints.py`)."""

    pair: Pair
    hints: Sequence[float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model makes of a pair.

    Attributes:
        shares: How likely each type is, 0 to 1, calibrated on sentences held apart; ``NONE`` among them.
        statuses: Each status and how likely it is.
        said: The statuses that are likely enough.
        modes: How likely each mode of the likeliest type is.
        vector: What the model tells this from; types of other codebooks are learned from it.
    """

    shares: dict[str, float]
    statuses: dict[Status, float]
    said: tuple[Status, ...]
    modes: dict[str, float]
    vector: Any

    @property
    def event(self) -> str:
        """The likeliest of the codebook's types."""
        return max((k for k in self.shares if k != NONE), key=lambda k: self.shares[k])

    @property
    def score(self) -> float:
        """How likely that type is."""
        return self.shares[self.event]

    @property
    def none(self) -> float:
        """How likely it is that the one does nothing to the other."""
        return self.shares[NONE]

    def likely(self) -> list[Status]:
        """The statuses that the pair has. What may be more than actual is not called actual."""
        return list(self.said)


class PairModel:
    """Types pairs of parties."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Load the model.

        Raises:
            ClaimantError: if the folder does not hold it.
        """
        import numpy
        import onnxruntime
        from tokenizers import Tokenizer

        missing = [n for n in ("pair.onnx", "pair.json", "tokenizer.json") if not (folder / n).is_file()]
        if missing:
            raise ClaimantError(
                f"{folder}: the pair model lacks {', '.join(missing)}. Install Claimant again, or make the"
                " model with model/train.py."
            )
        self._numpy = numpy
        about: dict[str, Any] = json.loads((folder / "pair.json").read_text(encoding="utf-8"))
        self.version: str = about["version"]
        self.types: list[str] = about["types"]
        self.statuses = [Status(name) for name in about["statuses"]]
        self._modes: list[list[str]] = [mode.split(".") for mode in about["modes"]]
        self._temperature, self._status_temperature = about["temperature"], about["status_temperature"]
        self._enough = dict(zip(self.statuses, about["thresholds"], strict=True))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        marks = [self._tokenizer.token_to_id(m) or 0 for m in MARKS]
        self._marks, self._sides = frozenset(marks), (marks[0], marks[2])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "pair.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def read(self, pairs: Iterable[Hinted]) -> Iterator[Reading]:
        """What is told of each pair, in their order.

        One is read after the other: int8 sums depend on what is read together, and so would the figures.
        """
        for pair, hints in pairs:
            yield self._read(self._tokens(pair), hints)

    def _tokens(self, pair: Pair) -> list[int]:
        near = _near(pair)
        ids = self._tokenizer.encode(marked(near.text, near.actor, near.recipient)).ids
        return window(ids, self._marks, LONGEST)

    def _read(self, row: list[int], hints: Sequence[float]) -> Reading:
        np = self._numpy
        ids = np.array([row], dtype=np.int64)
        at = np.array([[row.index(m) if m in row else 0 for m in self._sides]], dtype=np.int64)
        given = {
            "ids": ids,
            "mask": np.ones_like(ids),
            "at": at,
            "hints": np.array([hints], dtype=np.float32),
        }
        kinds, statuses, manners, vector = (found[0] for found in self._session.run(None, given))
        shares = dict(zip(self.types, _softmax(np, kinds / self._temperature), strict=True))
        likely = 1 / (1 + np.exp(-statuses / self._status_temperature))
        event = max((k for k in self.types if k != NONE), key=lambda k: shares[k])
        own = [i for i, (kind, _) in enumerate(self._modes) if kind == event]
        modes = dict(zip((self._modes[i][1] for i in own), _softmax(np, manners[own]), strict=True))
        status = {s: round(float(p), 4) for s, p in zip(self.statuses, likely, strict=True)}
        return Reading(
            {kind: round(float(p), 4) for kind, p in shares.items()},
            status,
            self._said(status),
            {mode: round(float(p), 4) for mode, p in modes.items()},
            vector,
        )

    def _said(self, status: dict[Status, float]) -> tuple[Status, ...]:
        enough = {s: p / self._enough[s] for s, p in status.items()}
        found = [s for s in self.statuses if enough[s] >= 1]
        if len(found) > 1 and Status.ACTUAL in found:
            found.remove(Status.ACTUAL)
        return tuple(found) or (max(self.statuses, key=lambda s: enough[s]),)


def _softmax(np: Any, logits: Any) -> Any:
    if not len(logits):
        return logits
    shares = np.exp(logits - logits.max())
    return shares / shares.sum()


def _near(pair: Pair) -> Pair:
    """A pair without the text that is too far from both sides for the model to read."""
    ends = [point for span in (*pair.actor, *pair.recipient) for point in span]
    start, end = max(0, min(ends) - _FAR), min(len(pair.text), max(ends) + _FAR)
    if end - start == len(pair.text):
        return pair
    actor, recipient = ([(a - start, b - start) for a, b in side] for side in (pair.actor, pair.recipient))
    return Pair(pair.text[start:end], actor, recipient)


@cache
def load_pair_model() -> PairModel:
    """The pair model that comes with Claimant, loaded once."""
    return PairModel()
