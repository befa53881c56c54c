"""Why a source is not named: "on condition of anonymity because he was not authorised to speak"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claimant.record import Source
from claimant.sources.draft import Draft
from claimant.tables import word_list

_INSTITUTIONS = frozenset({"outlet", "document", "report", "court", "state", "organisation", "body"})
_ENDS = r"[,;:.!?()\[\]\u2013\u2014\"\u201c\u201d]|\s-\s|\s--\s"
_NEW = ("a ", "an ", "another ", "one ")
_BACK = 2  # sentences in which the source that "He asked not to be named" speaks of was named


def name_reasons(drafts: list[Draft], text: str, sentences: Sequence[tuple[int, int]]) -> None:
    """Give sources the words that say why they are not named, as `Source.anonymity`.

    The words are the reason ("because he was not authorised to speak to the press") or, where none is
    given, the wish ("on condition of anonymity"). They belong to the unnamed source nearest before them
    in the sentence, else to the nearest behind, else to the last one of the two sentences before. That
    somebody wishes so ("asked that her name not be used") is no statement, and is taken out.

    Args:
        drafts: The report's statements, which are changed.
        text: The report's text.
        sentences: Start and end of its sentences in characters, in order.
    """
    wishes, _, bars = _patterns()
    if not wishes.search(text) and not bars.search(text):
        return
    for number, (low, high) in enumerate(sentences):
        for start, end, words in _wishes(text[low:high]):
            _take_out(drafts, low + start, low + end)
            found = _whose(drafts, low, high, low + start)
            for first, last in reversed(sentences[max(0, number - _BACK) : number]):
                found = found or _whose(drafts, first, last, last)
            if found is not None:
                _give(drafts, found, words, text)


def _take_out(drafts: list[Draft], start: int, end: int) -> None:
    """Take out what lies within a wish: statements of it, and sources of reasons ("citing the danger")."""
    drafts[:] = [
        d
        for d in drafts
        if not (start <= d.cue.start < end and all(start <= a and b <= end for a, b in d.content))
    ]
    for draft in drafts:
        if len(draft.sources) > 1:
            draft.sources[:] = [s for s in draft.sources if s.start is None or not start <= s.start < end]


def _wishes(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Where a sentence says that somebody is not named, from and to, and the words that say why.

    >>> list(_wishes("An aide, who asked not to be named because he feared for his job, said so."))
    [(13, 64, 'because he feared for his job')]
    >>> [words for _, _, words in _wishes("The two spoke on condition of anonymity.")]
    ['on condition of anonymity']
    """
    wishes, reasons, bars = _patterns()
    found = list(wishes.finditer(sentence))
    for match in found:
        behind = reasons.match(sentence, match.end())
        ahead = re.match(rf"((?:because|fearing|citing|for fear of)\b.*?)(?:{_ENDS})", sentence, re.I)
        if behind:
            yield match.start(), behind.end(), behind["reason"].strip()
        elif ahead and ahead.end() <= match.start():
            yield match.start(), match.end(), ahead[1].strip()
        else:
            yield match.start(), match.end(), match[0].strip()
    if not found:
        for match in bars.finditer(sentence):
            yield match.start(), match.end(), match[0].strip()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Wishes, the reasons behind them, and bars without a wish."""
    wishes = "|".join(sorted(word_list("sources", "anonymity")))
    why = "|".join(sorted(word_list("sources", "anonymity_reasons"), key=lambda w: (-len(w), w)))
    bars = "|".join(sorted(word_list("sources", "anonymity_bars")))
    rest = rf"(?:(?!{_ENDS}).)*"
    return (
        re.compile(rf"\b(?:{wishes})\b", re.I),
        re.compile(rf",?\s+(?P<reason>(?:{why})\b{rest})", re.I | re.S),
        re.compile(rf"\b(?:{bars})\b{rest}", re.I | re.S),
    )


def _whose(drafts: Sequence[Draft], low: int, high: int, place: int) -> Source | None:
    """The source within a sentence that a wish belongs to."""
    inside = [
        (source, source.start, source.end)
        for draft in drafts
        for source in draft.sources
        if source.start is not None and source.end is not None and low <= source.start < high
    ]
    people = [found for found in inside if found[0].kind not in _INSTITUTIONS]
    people = [found for found in people if not found[0].named] or people
    before = [found for found in people if found[2] <= place]
    if before:
        return max(before, key=lambda found: found[2])[0]
    return min(people, key=lambda found: found[1], default=(None, 0, 0))[0]


def _give(drafts: Sequence[Draft], found: Source, words: str, text: str) -> None:
    """Say why a source is not named wherever it stands in a chain, "the diplomat" and "he" among them."""
    for draft in drafts:
        for i, source in enumerate(draft.sources):
            own = text[source.start : source.end].lower() if source.start is not None else ""
            same = source.text.lower() == found.text.lower() and not own.startswith(_NEW)
            if (source.start, source.end) == (found.start, found.end) or (same and not source.anonymity):
                draft.sources[i] = source.model_copy(update={"anonymity": words, "named": False})
