"""Does a bare "Friday" or "in April" look back or ahead?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, Literal

from claimant.patterns import Pattern

Direction = Literal["past", "future", "perhaps past", "perhaps future", ""]

_DEEDS: Final = (
    "meet|visit|begin|start|hold|leave|arrive|appear|testify|return|travel|vote|sign|attend|open|discuss|decide"
    "|resume|launch|take|host|address|go|come|join|hear|announce|present|submit|mark|end|run|elect|fly|talk"
    "|consider|expire|depart|be|deliver|publish|release|send|make|give|convene|gather|tour|welcome|receive"
)
_UNDER_WAY: Final = (
    "meeting|travell?ing|leaving|arriving|returning|flying|going|coming|holding|hosting|visiting|heading|opening"
    "|starting|beginning|resuming|voting"
)
"""What is said to be doing with a date beside it is to come: "are meeting on Tuesday"."""
_PARTICIPLES: Final = "held|heard|made|met|brought|sent|sworn|taken|given|begun|put|told|shown|found"
_PAST: Final = (
    "ate|began|bore|bought|broke|brought|built|came|caught|chose|cut|dealt|did|died|drew|drove|fell|felt|fled"
    "|flew|forbade|fought|found|froze|gave|got|grew|hanged|heard|held|hid|hit|hung|kept|killed|knew|laid|led|left"
    "|lent|lost|made|met|overthrew|paid|put|quit|ran|rode|rose|sank|sat|saw|sent|set|shook|shot|slept|sold|sought"
    "|spent|spoke|sprang|stole|stood|struck|stuck|swept|swore|taught|threw|took|tore|undertook|upheld|was|went"
    "|were|withdrew|woke|won|wore|wrote|(?:was|were|been) [a-z]{3,}ed"
)
_PERHAPS_PAST: Final = "not until|according to|since|said|told|had|has|have|[a-z]{3,}ed"
_CUE: Final = Pattern(
    r"(?P<future>\b(?:(?:will|won't|would|shall|must|should|going to"
    r"|(?:is|are|was|were|has|have|had|been|be) to)(?: not| never| [a-z]+ly)?(?: be [a-z]+)?"
    r"|plan(?:s|ned|ning)? (?:to|for|on)|planned|intend(?:s|ed|ing)? to|set (?:to|for)|due"
    r"|(?:is|are) set|(?:is|are|was|were) (?:planning|preparing|ready)|no later than"
    r"|as (?:soon|early|late) as"
    r"|(?:(?:is|are|was|were|been|be) )?(?:expected|scheduled|slated|poised|tipped|supposed|timed|postponed"
    r"|delayed|adjourned|deferred))\b|['\u2019]ll\b)"
    r"|(?P<perhaps_future>\b(?:may|might|could|prepared|invited|hop(?:es|ed|ing) (?:to|for)|expects?"
    r"|prepar(?:es|ed|ing) (?:to|for)|ahead of|deadline|(?<!not )until|(?<!not )till|upcoming|forthcoming"
    r"|coming|(?:vow|agree|promise|threaten|decide|order|urge|ask|invite|call|want)(?:s|d|ed|ing)?"
    rf"(?: (?:him|her|it|them|[A-Z]\w+))? (?:to|for)|to (?:be [a-z]+|{_DEEDS})"
    rf"|(?:[Ii]f|[Ww]hen|[Oo]nce|[Uu]nless)(?: [\w'-]+){{1,5}}? (?:is|are) (?:[a-z]{{3,}}ed|{_PARTICIPLES})"
    rf"|(?:is|are) (?:{_UNDER_WAY})|takes? (?:place|effect|office)|comes? into (?:force|effect)|runs? out"
    r"|go(?:es)? to (?:the polls|trial)|stands? trial|appears? in court|kicks? off"
    r"|lasts? (?:until|through)|(?:runs?|extends?) through"
    r"|(?<=[a-z]s )(?:meet|convene)"
    r"|(?:meet|leave|open|end|close|return|begin|start|arrive|visit|travel|resume|convene|expire|host|vote)s|flies)\b)"
    rf"|(?P<past>\b(?:{_PAST})\b)|(?P<perhaps_past>\b(?:{_PERHAPS_PAST})\b)"
)
_DIRECTIONS: Final[dict[str, Direction]] = {
    "past": "past",
    "perhaps_past": "perhaps past",
    "future": "future",
    "perhaps_future": "perhaps future",
}
_TOWARDS: Final = Pattern(r"\b(?:in|at|for|of|to|before)\s(?:the\s)?$")
"""Words before "Sunday's": without them it is what has happened, as in "after Sunday's vote"."""
_NEXT_WORD: Final = Pattern(
    rf"\s(?:[a-z]+ly\s)?(?:(?P<past>{_PAST}|said|told|had|has|have|[a-z]{{3,}}ed)"
    r"|(?P<future>will|would|is to))\b(?!\sby\b)"
)
_SET_FOR: Final = Pattern(
    r"\b(?:(?:scheduled|slated|due)\s(?:for|on|in)|(?:planned|set|called)\sfor)(?:\sthe)?\s$"
)
"""Words before a date that is laid down, whatever becomes of it: "planned for Monday were put off"."""
_DONE: Final = Pattern(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!\bif )(?<!\bonce )(?<!\bwhen )(?<!\bunless )"
    r"(?<!\buntil )"
    r"\b(?!(?:expected|slated|poised|tipped|supposed|timed|postponed|delayed|adjourned|deferred|prepared|proposed"
    r"|needed|invited|promised|wanted|hoped)\b)[a-z]{2,}ed\s(?:(?:on|in)\s)?$"
)
"""Words before a date by which something was done then: "the deal signed on Monday will be published"."""
_FROM_THEN_ON: Final = Pattern(r"\b(?:starting|effective|with effect|go on strike)(?:\s(?:from|on|in))?\s$")
"""Words before a date that make it a beginning which is still to come."""
_SENTENCE_END: Final = Pattern(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bLt)(?<!\bSt)"
    r"(?<!\bvs)(?<!\bNo)"
    r"(?<![ap]\.m)(?<=[a-z0-9)%\]])[.!?][\"'\u201d\u2019)]*\s+(?=[A-Z\"'\u201c\u2018`])|\n[^\S\n]*\n"
)
_REACH: Final = 400
"""How many characters of a sentence are looked at on either side."""


def looks_ahead(direction: Direction) -> bool:
    """Whether a direction is, surely or perhaps, the future."""
    return direction in ("future", "perhaps future")


class Tenses:
    """What the verbs around a time expression say about when it lies.

    ``sentences`` holds start, end and main tense of the sentences of ``text``, in order; without
    them, sentences are guessed from punctuation.
    """

    def __init__(self, text: str, sentences: Sequence[tuple[int, int, str]] | None = None) -> None:
        self._text = text
        self._sentences = sentences or ()
        self._starts = [start for start, _, _ in self._sentences]

    def sentence(self, start: int, end: int) -> tuple[int, int, str]:
        """Start, end and main tense of the sentence around a span."""
        place = bisect_right(self._starts, start) - 1
        if place >= 0 and self._sentences[place][1] >= end:
            return self._sentences[place]
        first = max(0, start - _REACH)
        for stop in _SENTENCE_END.finditer(self._text, first, start):
            first = stop.end()
        after = _SENTENCE_END.search(self._text, end, end + _REACH)
        return first, after.start() if after else min(len(self._text), end + _REACH), ""

    def direction(self, start: int, end: int) -> Direction:
        """Past or future: by the verb right after the span ("on Sunday issued"), else by the nearest verb
        before it, else by the first after it, else by the tense of the sentence.

        >>> text = "He said Friday that the talks would resume Monday."
        >>> Tenses(text).direction(8, 14), Tenses(text).direction(43, 49)
        ('perhaps past', 'future')
        """
        if _SET_FOR.search(self._text, max(0, start - 20), start):
            return "perhaps future"
        if _DONE.search(self._text, max(0, start - 28), start):
            return "past"
        after = _NEXT_WORD.match(self._text, end)
        if after:
            return "past" if after["past"] else "future"
        if self._text.startswith(("'s ", "\u2019s "), end) and not _TOWARDS.search(
            self._text, max(0, start - 10), start
        ):
            return "past"
        if _FROM_THEN_ON.search(self._text, max(0, start - 25), start):
            return "future"
        first, last, tense = self.sentence(start, end)
        first, last = max(first, start - _REACH), min(last, end + _REACH)
        nearest = None
        for cue in _CUE.finditer(self._text, first, start):
            if not (nearest and nearest["future"] and cue.start() <= nearest.end() + 1):  # "will meet"
                nearest = cue
        if nearest is None:
            nearest = _CUE.search(self._text, end, last)
        if nearest is not None:
            return _DIRECTIONS[nearest.lastgroup or ""]
        if tense == "past":
            return "past"
        return "future" if tense == "future" else ""
