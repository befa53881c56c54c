"""Who wrote it: bylines, credits of further reporters, and lines that name only the agency."""

from __future__ import annotations

import re

from claimant.patterns import Pattern
from claimant.reports.dateline import UPPER
from claimant.reports.furniture import agency, bare, only_agencies
from claimant.reports.timestamps import MONTH, WEEKDAY, has_digit, moment

_CAP = rf"[{UPPER}][\w'’.-]*"
_PARTICLE = r"(?:de|da|di|du|del|della|van|von|der|den|bin|bint|ibn|al|el|la|le|ten|dos|of|the)"
_PERSON = rf"{_CAP}(?:\s(?:{_PARTICLE}\s){{0,2}}{_CAP}){{1,4}}"
_PERSONS = rf"{_PERSON}(?:\s*,\s*{_PERSON}){{0,5}}(?:,?\s(?:and|And|AND|&)\s{_PERSON})?"
_PLACE = rf"{_CAP}(?:(?:,)?\s{_CAP}){{0,4}}"
_ROLE_WORD = (
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|bureau(?: chief)?|staff|contributors?"
    r"|journalists?|analysts?|producer|agenc(?:y|ies)|fellow|desk|service|press|news|times|post)"
)
_ROLE = (
    rf"(?:(?:[\w'’&/-]+\s){{0,5}}{_ROLE_WORD}(?:\s(?:in|at|for)\s{_PLACE})?"
    rf"|special to .{{2,40}}|for {_PLACE})"
)
_WHERE = rf"(?:,?\s(?:in|at|reporting from|from|IN|AT)\s{_PLACE}(?:\sand\s{_PLACE})?)"
_HANDLE = r"(?:\s*\(?@\w{2,30}\)?|\s*[\w.+-]{1,40}@[\w.-]{3,40})"
_TAIL = (
    rf"{_WHERE}?(?:,?\s(?:and|with)\s(?:agencies|{_CAP}(?:\s{_CAP})?))?"
    rf"(?:\s*[,|–-]\s*(?:(?i:{_ROLE})|{_PLACE}))?{_HANDLE}?"
)
_GENERIC = (
    r"(?:our |a |the )?(?:own |foreign |special |news |web |online |diplomatic )*"
    r"(?:staff|desk|correspondents?|reporters?|writers?|agencies|agency|newsroom|editors?|bureau)"
    r"(?: reporters?| writers?| correspondents?| and agencies)?"
)
_BY = (
    r"(?:[-–—]{1,2}\s*)?(?:BYLINE:|Byline:|Author:|AUTHOR:"
    r"|(?i:(?:(?:written|reported|posted|compiled|story|words|text|report|article|analysis) )?by))"
)
_BYLINE = Pattern(rf"{_BY}\s*:?\s+(?P<who>{_PERSONS}{_TAIL})")
_BY_OTHERS = Pattern(
    rf"{_BY}\s*:?\s+(?P<who>(?i:{_GENERIC})|{_CAP}(?:\s{_CAP}){{0,2}}{_WHERE}?(?:\sand\sagencies)?)"
)
_FROM = Pattern(rf"(?:From|FROM)\s+(?P<who>(?:{_PERSONS}|(?i:{_GENERIC})){_WHERE})")
_SIGNED = Pattern(rf"(?P<who>{_PERSONS}(?:{_WHERE}|\s*[,|]\s*(?i:{_ROLE}){_WHERE}?)(?:,?\sand\sagencies)?)")
_NAME_ONLY = Pattern(_PERSONS)
_SOURCE = Pattern(
    rf"(?:Source|SOURCE|Agency|Publisher|Via|via)\s*[:|-]\s*(?P<who>{_CAP}(?:\s{_CAP}){{0,4}})(?P<rest>\b.*)"
)
_AGENCY_WHERE = Pattern(rf"(?P<who>.{{2,40}}?)(?:(?:\s+(?:in|at)|,)\s+{_PLACE})?")
_AGENCY_WHEN = Pattern(
    rf"(?P<who>[^\d,|]{{2,40}}?)\s*[,|–-]?\s*(?P<when>(?:\d|(?i:{MONTH})|(?i:{WEEKDAY})).*)"
)
_DASHED = Pattern(rf"\s*[-–—]{{1,2}}\s*(?P<who>{_PERSONS}(?:,\s{_PLACE}|{_WHERE})?)")
_OUTLET = Pattern(
    r"The\s.+|.+\s(?:News|Times|Post|Press|Journal|Herald|Tribune|Gazette|Courier|Daily|Agency|TV|Radio|Observer"
    r"|Telegraph|Mail|Globe|Monitor|Review|Today|Online)"
)
_AGENCIES = Pattern(
    r"(?:staff|our correspondents?|correspondents?|wires?|reporters?)?(?:\s*(?:and|,|&)\s*)?"
    r"(?:news )?agencies",
    re.IGNORECASE,
)
_DAY = Pattern(rf"\s*(?:(?i:{WEEKDAY})|(?i:{MONTH}))")

_CREDIT = Pattern(
    r"(?:with )?(?:additional |further |other |more )?"
    r"(?:reporting|research|writing|editing|material|files|contributions|inputs?|compiled|report|written|edited"
    r"|translated|produced)(?: and (?:writing|editing))? (?:by|from)\b",
    re.IGNORECASE,
)
_CONTRIBUTED = Pattern(
    r"(?P<who>[^.!?]{3,200}?) (?:also )?contributed "
    r"(?:reporting|to this (?:report|article|story|piece)|to the reporting|from)"
    r"(?: (?:to this (?:report|article|story)|from [^!?]{2,80}|in [^!?]{2,60}))?\.?"
)
_CREDIT_WORD = Pattern(
    r"a|additional|agencies|al|and|assistant|at|bin|bureaus?|by|compiled|correspondents?|de|der|desk|editing|el|for"
    r"|from|further|graphics|in|journalists|la|newsrooms?|of|on|our|report(?:ers|ing)|research|staff|team|the|their|translation"
    r"|van|von|with|writers|writing"
)


def byline(line: str) -> str | None:
    """Who a line says it was written by, without the "By".

    >>> byline("By Jane Doe in Tokyo"), byline("Written by Staff reporters"), byline("By Friday noon")
    ('Jane Doe in Tokyo', 'Staff reporters', None)
    """
    for text in dict.fromkeys((line, bare(line))):
        if len(text) > 160:
            return None
        for pattern in (_BYLINE, _FROM, _BY_OTHERS):
            found = pattern.fullmatch(text)
            if found and not _DAY.match(found["who"]) and (pattern is not _BY_OTHERS or _staff(found["who"])):
                return found["who"]
    return None


def signature(line: str) -> str | None:
    """Who a line names in the way bylines without "By" do, in the head of a report.

    >>> signature("JANE DOE, Staff Writer"), signature("Jane Doe in Tokyo"), signature("Jane Doe")
    ('JANE DOE, Staff Writer', 'Jane Doe in Tokyo', None)
    """
    text = bare(line)
    return text if len(text) <= 120 and not _DAY.match(text) and _SIGNED.fullmatch(text) else None


def name_only(line: str) -> str | None:
    """A line of nothing but names, which is a byline where a time stands next to it."""
    text = bare(line)
    return text if len(text) <= 80 and not _DAY.match(text) and _NAME_ONLY.fullmatch(text) else None


def signed(line: str) -> str | None:
    """Who signs below the last paragraph, behind a dash.

    >>> signed("-- Jane Doe, Tokyo"), signed("- Talks end")
    ('Jane Doe, Tokyo', None)
    """
    found = _DASHED.fullmatch(line) if len(line) <= 80 else None
    return found["who"] if found else None


def outlet(name: str) -> bool:
    """Whether a name beside a time is rather a newspaper's than a writer's."""
    return bool(_OUTLET.fullmatch(name))


def role(text: str) -> bool:
    """Whether a piece of a line is a reporter's role ("Foreign Affairs Correspondent")."""
    return len(text) <= 60 and bool(re.fullmatch(rf"(?i:{_ROLE})", text))


def agency_line(line: str) -> tuple[str | None, str] | None:
    """The publisher and what else stands there, of a line that names where a report comes from.

    >>> agency_line("Source: Xinhua"), agency_line("Reuters in Moscow"), agency_line("Staff and agencies")
    (('Xinhua News Agency', ''), ('Reuters', ''), (None, ''))
    """
    text = bare(line)
    if len(text) > 100:
        return None
    if _AGENCIES.fullmatch(text):
        return None, ""
    if found := _SOURCE.fullmatch(text):
        rest = found["rest"].strip(" ,;|-–")
        return (agency(found["who"]) or found["who"], rest) if not rest or moment(rest) else None
    found = _AGENCY_WHEN.fullmatch(text) if has_digit(text) else None
    if found and only_agencies(found["who"]) and moment(found["when"]):
        return agency(found["who"]), found["when"]
    found = _AGENCY_WHERE.fullmatch(text)
    if found and only_agencies(found["who"]):
        return agency(found["who"]), ""
    return None


def credit(paragraph: str) -> bool:
    """Whether a paragraph only says who else reported, wrote or edited.

    >>> credit("(Reporting by Jane Doe in Moscow; Editing by John Roe)")
    True
    >>> credit("Jane Doe contributed reporting from Kyiv.")
    True
    >>> credit("Reporting by the ministry found no fault.")
    False
    """
    text = bare(" ".join(paragraph.split())) if len(paragraph) <= 600 else ""
    if found := _CREDIT.match(text):
        return _only_names(text[found.end() :])
    if found := _CONTRIBUTED.fullmatch(text):
        return _only_names(found["who"])
    return False


def _only_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’.@-]*", text)
    return bool(words) and all(
        w[0].isupper() or _CREDIT_WORD.fullmatch(w.rstrip(".")) or "@" in w for w in words
    )


def _staff(who: str) -> bool:
    """Whether one-word and other unnamed writers are staff or agencies."""
    name = re.split(r"\s(?:in|at|and)\s", who)[0]
    return bool(
        agency(name) or re.fullmatch(_GENERIC, who, re.IGNORECASE) or (name == name.upper() and len(name) > 3)
    )
