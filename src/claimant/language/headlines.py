"""Headlines read a second time: "Seoul fires warning shots", where the parser takes the verb for a noun.

The parser knows running text. A headline whose verb it missed is read again in the past tense and with a
full stop ("Seoul fired warning shots."); where that reading gives the word a subject before it, it stands.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from claimant.tables import word_list

_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_LONGEST = 25
_LAST = 7
_WHOLE = 60
_BEHIND = 14
# What closes a report of what papers tell, and its lemma; and what such papers are called.
_CLOSING = {
    f: lemma for lemma in word_list("language", "closing") for f in (lemma, f"{lemma}s", f"{lemma}ed")
}
_TEXTS = word_list("language", "papers")
_VOWELS = frozenset("aeiou")


@Language.factory("claimant_headlines")
def create_headlines(nlp: Language, name: str) -> Headlines:
    """The component, for spaCy."""
    return Headlines(nlp)


class Headlines:
    """Reads the headlines of a report again where their verb was missed."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        tables: Any = (
            getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
        )
        known = tables is not None and tables.has_table("lemma_index")
        self._verbs: set[str] = set(tables.get_table("lemma_index").get("verb", ())) if known else set()
        irregular = tables.get_table("lemma_exc").get("verb", {}) if known else {}
        self._past: dict[str, str] = {}
        for form, lemmas in irregular.items():
            if not form.endswith(("ing", "n", "s")):
                self._past.setdefault(lemmas[0], form)

    def __call__(self, doc: Doc) -> Doc:
        """Correct the headlines of a parsed report."""
        if not self._verbs:
            return doc
        titles = [t for s in doc.sents if (t := _title(s)) is not None]
        for title, verb in [(t, v) for t in titles if (v := self._missed(t)) is not None]:
            self._read(doc, title, verb)
        for sentence, verb in [(s, v) for s in doc.sents if (v := _closing(s)) is not None]:
            self._close(doc, sentence, verb)
        _part_names(doc, titles)
        return doc

    def _missed(self, sentence: Span) -> Token | None:
        """A word early in a headline that may be its verb, though the parser has found another or none."""
        root = sentence.root
        subject = next((c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        both = _two_names(sentence)
        if (
            not both
            and subject is not None
            and (root.tag_ in _FINITE or any(c.tag_ == "MD" for c in root.lefts))
        ):
            # a sound reading, unless the subject is cut off from its verb: "Rebels attack town, kill 20"
            if root.nbor(-1).text != "," or subject.i != root.i - 2:
                return None
        told = [t for t in sentence[:_LAST] if t.tag_ in ("MD", "VBD", "TO") or t.lower_ in ("is", "are")]
        if any(not both or t.i != sentence.start + both for t in told):
            return None
        for token in sentence[both or 1 : _LAST]:
            if both and token.i == sentence.start + both:
                if (
                    token.tag_ in ("NN", "NNP", "VB", "VBP", "VBD", "VBN", "JJ")
                    and token.lower_ in self._verbs
                ):
                    return token
                return None
            if token.is_punct or token.pos_ in ("ADP", "SCONJ", "CCONJ"):
                return None
            if token.tag_ in ("NNS", "NN", "NNP", "NNPS", "VBZ", "VBP", "VB") and self._lemma(token):
                return token
        return None

    def _lemma(self, token: Token) -> str:
        """The lemma of a word that can be a verb of the present tense here, or nothing."""
        before = token.nbor(-1)
        word = token.lower_
        if _two_names(token.sent) == token.i - token.sent.start:
            return word if word in self._verbs else ""
        stem, last = word.rsplit("-", 1) if "-" in word else ("", word)
        if last.endswith("s") and not last.endswith("ss"):
            ways = [last[:-1], last[:-2] if last.endswith("es") else "",
                    last[:-3] + "y" if last.endswith("ies") else ""]  # fmt: skip
            if word == "summons":
                ways = [word[:-1]]
        elif before.tag_ in ("NNS", "NNPS") or before.lower_ == "police" or before.text.endswith("s"):
            ways = [last]
        else:
            return ""
        found = next((w for w in ways if w and w in self._verbs), "")
        return (f"{stem}-{found}" if stem else found) if found else ""

    def _read(self, doc: Doc, sentence: Span, verb: Token) -> None:
        lemma = self._lemma(verb)
        at = verb.i - sentence.start
        words = [t.text for t in sentence]
        words[at] = self._past_tense(lemma.rsplit("-", 1)[-1])
        if _two_names(sentence) == at:
            words[words.index(",")] = "and"
        second = Doc(doc.vocab, words=[*words, "."], spaces=[*[True] * (len(words) - 1), False, False])
        for name, pipe in self._nlp.pipeline:
            if name != "ner" and not name.startswith("claimant_"):
                second = pipe(second)
        head = second[at]
        subject = any(c.dep_ == "nsubj" and c.i < at for c in head.children)
        if (
            head.tag_ != "VBD"
            or not subject
            or head.head.i != at
            or any(t.head.i == len(words) for t in second[:-1])
        ):
            return
        attributes = [HEAD, DEP, TAG, POS, LEMMA]
        array: Any = doc.to_array(attributes)
        array[sentence.start : sentence.end] = second.to_array(attributes)[:-1]
        strings = doc.vocab.strings
        tag = "VBZ" if verb.lower_.endswith("s") else "VBP"
        array[verb.i, 2], array[verb.i, 3] = strings.add(tag), strings.add("VERB")
        array[verb.i, 4] = strings.add(lemma)
        doc.from_array(attributes, array)

    def _close(self, doc: Doc, sentence: Span, verb: Token) -> None:
        """Read a sentence again that "show" closes: "Oslo had sold arms, papers seen by Reuters show"."""
        at = verb.i - sentence.start
        words = [t.text for t in sentence]
        words[at] = "said"
        second = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in sentence])
        for name, pipe in self._nlp.pipeline:
            if name != "ner" and not name.startswith("claimant_"):
                second = pipe(second)
        if second[at].head.i != at or len(list(second.sents)) != 1:
            return
        attributes = [HEAD, DEP, TAG, POS, LEMMA]
        array: Any = doc.to_array(attributes)
        array[sentence.start : sentence.end] = second.to_array(attributes)
        strings = doc.vocab.strings
        array[verb.i, 2] = strings.add("VBD" if verb.lower_.endswith("d") else "VBP")
        array[verb.i, 4] = strings.add(_CLOSING[verb.lower_])
        doc.from_array(attributes, array)

    def _past_tense(self, lemma: str) -> str:
        past = self._past.get(lemma)
        if past is not None:
            return past
        if lemma.endswith("e"):
            return lemma + "d"
        if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
            return lemma[:-1] + "ied"
        return lemma + "ed"


def _two_names(sentence: Span) -> int:
    """Where the verb of a headline with two names stands: "Tokyo, Canberra *ink* pact"; else 0."""
    words = [t.text for t in sentence[:_LAST]]
    comma = words.index(",") if "," in words else 0
    if not 1 <= comma <= 2 or not all(w[0].isupper() for w in words[:comma]):
        return 0
    at = comma + 1
    while at < len(words) and words[at][0].isupper():
        at += 1
    if words[at + 1 : at + 2] == ["by"]:
        # "Aden, Yemen hit by drone"
        return 0
    return at if comma + 1 < at <= comma + 3 and at < len(words) and words[at].islower() else 0


def _closing(sentence: Span) -> Token | None:
    """The "show" or "reveal" that closes a sentence behind a comma, where the parser took it for a noun."""
    doc, last = sentence.doc, sentence.end - 1
    while last > sentence.start and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    verb = doc[last]
    if verb.lower_ not in _CLOSING or (verb.pos_ == "VERB" and verb.dep_ != "pobj") or len(sentence) > _WHOLE:
        return None
    comma = next(
        (i for i in range(last - 1, max(sentence.start, last - _BEHIND), -1) if doc[i].text == ","), 0
    )
    if not comma or last - comma < 2 or doc[last - 1].pos_ in ("DET", "ADJ", "ADP"):
        return None
    for token in doc[comma + 1 : last]:
        if token.pos_ in ("VERB", "ADP", "AUX"):
            return None
        if token.tag_ in ("NNS", "NN") and token.lemma_.lower() in _TEXTS:
            return verb
    return None


def _part_names(doc: Doc, titles: list[Span]) -> None:
    """A name does not reach over the verb: "Argentina Rejects British Zone" names no Mr British."""
    verbs = {
        t.root.i for t in titles if t.root.tag_ in _FINITE and any(c.dep_ == "nsubj" for c in t.root.lefts)
    }
    if not verbs:
        return
    kept = [e for e in doc.ents if not any(e.start < i < e.end for i in verbs)]
    if len(kept) < len(doc.ents):
        doc.set_ents(kept, default="outside")


def _title(sentence: Span) -> Span | None:
    """The words of a sentence that stands alone on its line, short and without a full stop."""
    doc = sentence.doc
    first, last = sentence.start, sentence.end - 1
    while last > first and doc[last].is_space:
        last -= 1
    if (
        not 3 <= last - first + 1 <= _LONGEST
        or doc[last].is_punct
        or any(t.is_space for t in doc[first:last])
    ):
        return None
    if first and "\n" not in doc[first - 1].text_with_ws:
        return None
    alone = last + 1 == len(doc) or "\n" in doc[last + 1].text or "\n" in doc[last].text_with_ws
    return doc[first : last + 1] if alone else None
