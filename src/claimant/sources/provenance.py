"""How a source came to know: whom it has the news from, and through whom its words came to the report.

"An officer who heard it from a customs official" · "a group that relied on accounts from residents"
· "a memorandum quoted in Tuesday's Washington Post". What follows a source's name is read word by
word, for parsers hang such clauses on the wrong noun as often as on the right one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from claimant.sources.beside import NOMINAL
from claimant.sources.cues import Cues, Passing
from claimant.sources.layout import Layout
from claimant.sources.phrase import LEFT, Phrases
from claimant.sources.stretch import BELONGING
from claimant.tables import word_list

_RELATIVES = word_list("sources", "relatives") | {"whose"}
_FARTHEST = 22  # tokens behind a name in which its clause is looked for
_GAP = 8  # tokens between a verb and its preposition
_DEEPEST = 4
_STOPS = frozenset({".", ";", ":", "?", "!"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"be", "been", "was", "were", "is", "are", "being", "had", "has", "have", "'s", "’s"})
_HAVE = frozenset({"had", "has", "have"})
_BETWEEN = frozenset({"ADV", "NUM", "PART"})
_SHIFTED = frozenset({"that", "which"})


class Provenance:
    """Finds the further links of a source's phrase."""

    def __init__(self, layout: Layout, phrases: Phrases, cues: Cues) -> None:
        self._doc = layout.doc
        self._layout = layout
        self._phrases = phrases
        self._cues = cues

    def chain(self, head: Token) -> list[Token]:
        """The heads of all sources that a source's phrase and the clause behind it name, nearest first."""
        return self._chain(head, set(), 0)

    def _chain(self, head: Token, seen: set[int], depth: int) -> list[Token]:
        if head.i in seen:
            return []
        own = self._phrases.joined(head)
        seen.update(h.i for h in own)
        if depth > _DEEPEST or head.lower_ in _RELATIVES:
            return own
        end = self._phrases.span(head)[1]
        stop = min(self._layout.sentence(head.i)[1], end + _FARTHEST)
        nearer, farther = self._nearer(head, end, stop), self._farther(head, end, stop)
        # "a statement from the union that the daily printed": the clause is the statement's, not the union's
        return [
            *(h for near in nearer for h in self._chain(near, seen, depth + 1)),
            *own,
            *(h for far in farther for h in self._chain(far, seen, depth + 1)),
        ]

    # Nearer

    def _nearer(self, head: Token, end: int, stop: int) -> list[Token]:
        doc = self._doc
        start = self._opening(end, stop)
        if start is None:
            return []
        verbal, text = False, self._phrases.is_text(head)
        i = start
        while i < stop:
            token = doc[i]
            if token.text in _STOPS or token.is_quote:
                break
            if token.text == "," and i > start:
                i = self._behind_aside(i, stop)
                if not i:
                    break
                continue
            for row in self._rows(token, self._cues.nearer):
                found = self._match(token, row, stop, text)
                if found is not None and found.i not in (head.i, token.i):
                    return [found]
            passed = self._passed_on(token, stop)
            if passed is not None:
                return [passed]
            if token.lower_ == "that" and verbal and i > start + 3:
                break
            verbal = verbal or token.tag_ in _FINITE
            i += 1
        return []

    def _opening(self, end: int, stop: int) -> int | None:
        """Where the clause behind a name begins: at "who" or "citing", past a comma."""
        doc = self._doc
        start = end
        if start + 1 < stop and doc[start].lower_ in BELONGING and doc[start + 1].pos_ == "PROPN":
            # "quoting a herder in Kassala who …", which parses as if he were quoted in Kassala
            behind = next((i for i in range(start + 1, stop) if doc[i].pos_ != "PROPN"), stop)
            start = behind if behind < stop and doc[behind].lower_ in _RELATIVES else start
        if start < stop and doc[start].text == ",":
            start += 1
        if start + 1 >= stop:
            return None
        first = doc[start]
        if first.lower_ in _RELATIVES:
            return start
        if first.tag_ in ("VBG", "VBN", "VBD") and self._rows(first, self._cues.nearer):
            past = first.tag_ != "VBG" and not first.lower_.endswith("ing")
            # "a report based on …", but not "Interfax cited an aide"
            if past and all(not r.behind for r in self._rows(first, self._cues.nearer)):
                return None
            finite = past and (first.dep_ == "ROOT" or any(c.dep_ == "nsubj" for c in first.lefts))
            return None if finite else start
        return None

    def _behind_aside(self, comma: int, stop: int) -> int:
        """Behind ", in turn," and the like; 0 where the comma ends the clause."""
        for i in range(comma + 1, min(stop, comma + 5)):
            if self._doc[i].text == ",":
                return i + 1
        return 0

    def _rows(self, token: Token, table: dict[str, list[Passing]]) -> list[Passing]:
        return table.get(token.lemma_.lower()) or table.get(token.lower_) or []

    def _match(self, verb: Token, row: Passing, stop: int, text: bool) -> Token | None:
        """The other source that a verb of a row names."""
        if verb.pos_ not in ("VERB", "AUX", "ADJ") and verb.tag_ not in ("VBN", "VBG"):
            return None
        if verb.dep_ in ("aux", "auxpass"):
            return None
        if row.passive and not self._is_passive(verb):
            return None
        if not row.behind:
            if self._is_passive(verb) and verb.tag_ != "VBG":
                return None
            found = self.noun(verb.i + 1, stop)
            return found if found is not None and self._phrases.speaks(found, strictly=False) else None
        preposition = self._preposition(verb, row, stop)
        if preposition is None:
            return None
        found = self.noun(preposition + 1, stop)
        if found is None or (row.objects and preposition == verb.i + 1 and not text):
            return None
        if row.derived:
            return self._account(found, stop)
        strictly = not row.objects and not row.passive and preposition == verb.i + 1
        return found if self._phrases.speaks(found, strictly=strictly) else None

    def _is_passive(self, verb: Token) -> bool:
        before = {t.lower_ for t in self._before(verb)}
        return bool(before & _BE - _HAVE) or (verb.tag_ == "VBN" and not before & _BE)

    def _before(self, verb: Token) -> list[Token]:
        found = []
        i = verb.i - 1
        while i >= 0 and verb.i - i < 5 and (self._doc[i].pos_ in ("AUX", "ADV", "PART")):
            found.append(self._doc[i])
            i -= 1
        return found

    def _preposition(self, verb: Token, row: Passing, stop: int) -> int | None:
        """The preposition behind a verb, with nothing but the row's objects before it."""
        doc = self._doc
        for i in range(verb.i + 1, min(stop, verb.i + _GAP)):
            token = doc[i]
            if token.lower_ in row.behind:
                between = [t for t in doc[verb.i + 1 : i] if t.pos_ in NOMINAL and t.dep_ != "compound"]
                fits = all(t.lower_ in row.objects or t.lemma_.lower() in row.objects for t in between)
                return i if fits or not row.objects else None
            if token.is_punct or token.tag_ in _FINITE or token.dep_ == "mark":
                return None
        return None

    def _account(self, head: Token, stop: int) -> Token | None:
        """Whose account "accounts from residents" or "residents' accounts" is; a text is its own."""
        for child in head.lefts:
            if child.dep_ == "poss":
                return child
        kind = self._cues.kind(head.lower_, head.lemma_.lower())
        behind = head.i + 1
        if (head.lemma_.lower() in self._cues.nouns or kind == "report") and behind + 1 < stop:
            if self._doc[behind].lower_ in ("from", "by", "of", "with"):
                below = self.noun(behind + 1, stop)
                if below is not None and self._phrases.speaks(below, strictly=False):
                    return below
        return head if self._phrases.speaks(head, strictly=True) else None

    def _passed_on(self, verb: Token, stop: int) -> Token | None:
        """ "who was passing on what a pilot had told him": the pilot."""
        if verb.pos_ != "VERB" or verb.lemma_ not in self._cues.table.passing:
            return None
        doc = self._doc
        what = next((i for i in range(verb.i + 1, min(stop, verb.i + 4)) if doc[i].lower_ == "what"), None)
        if what is None:
            return None
        head = self.noun(what + 1, stop)
        ahead = doc[head.i + 1 : stop] if head is not None else ()
        told = next((t for t in ahead if t.pos_ == "VERB"), None)
        return head if told is not None and told.lemma_ in ("tell", "say", "hear", "see", "report") else None

    # Farther

    def _farther(self, head: Token, end: int, stop: int) -> list[Token]:
        doc = self._doc
        i = end
        compound = head.i > 0 and doc[head.i - 1].head.i == head.i and head.i == end - 1
        if compound and i < stop and doc[i].lower_ == "by":
            # "a recording broadcast by …", which parses like "a weather broadcast by …"
            return list(self.carried(head, stop, head))[:1]
        if i < stop and doc[i].text == ",":
            i += 1
            i += i < stop and doc[i].lower_ == "as"  # ", as quoted by"
        shifted = i < stop and doc[i].lower_ in _SHIFTED
        if shifted:
            i += 1
            outer = self._printing(i, stop)
            if outer is not None and self._may_carry(head, outer, text=True):
                return [outer]
            if i < stop and doc[i].lower_ not in _BE:
                return []
        while i < stop and (doc[i].lower_ in _BE or doc[i].pos_ == "ADV"):
            i += 1
        if i >= stop or (not shifted and doc[i].tag_ == "VBD" and self._has_object(doc[i])):
            return []
        return list(self.carried(doc[i], stop, head))[:1]

    def carried(self, verb: Token, stop: int, head: Token | None) -> Iterator[Token]:
        """Through whom what a participle tells of came: "seen by Interfax", "published in the Post"."""
        for row in self._rows(verb, self._cues.farther):
            i = verb.i + 1
            while i < stop and i - verb.i < 6 and self._doc[i].lower_ not in row.behind:
                if self._doc[i].pos_ not in _BETWEEN and not self._dates(i):
                    break
                i += 1
            if i < stop and self._doc[i].lower_ in row.behind:
                found = self.noun(i + 1, stop)
                if found is not None and self._may_carry(head, found, text=row.text):
                    yield found

    def _dates(self, i: int) -> bool:
        token = self._doc[i]
        return token.ent_type_ in ("DATE", "TIME") or (
            token.lower_ == "on" and i + 1 < len(self._doc) and self._doc[i + 1].ent_type_ == "DATE"
        )

    def _has_object(self, verb: Token) -> bool:
        return any(c.dep_ in ("dobj", "ccomp") for c in verb.rights)

    def _printing(self, start: int, stop: int) -> Token | None:
        """ "that the daily printed": who printed it."""
        head = self.noun(start, stop)
        if head is None:
            return None
        i = self._phrases.span(head)[1]
        while i < stop and self._doc[i].pos_ in ("AUX", "ADV"):
            i += 1
        if i >= stop or not self._rows(self._doc[i], self._cues.farther) or self._has_object(self._doc[i]):
            return None
        return head if self._doc[i].pos_ in ("VERB", "NOUN", "AUX", "ADJ") else None

    def _may_carry(self, head: Token | None, outer: Token, *, text: bool) -> bool:
        if self._phrases.is_outlet(outer):
            return True
        if text and head is not None and not self._phrases.is_text(head):
            return False
        return head is not None and self._phrases.speaks(outer, strictly=True)

    def noun(self, start: int, stop: int) -> Token | None:
        """The head of the noun phrase that begins at a token, or nothing."""
        if start >= stop:
            return None
        token = self._doc[start]
        while token.dep_ in LEFT and token.i < token.head.i < min(stop, token.i + 9):
            token = token.head
        if token.pos_ in NOMINAL:
            return token
        found: Token | None = None
        for token in self._doc[start:stop]:
            if token.pos_ in NOMINAL:
                found = token
            elif found is not None or token.pos_ not in ("DET", "ADJ", "NUM", "ADV"):
                break
        return found
