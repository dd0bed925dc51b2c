"""What looks like an identifier though the binder does not know it: mails, sites, numbers, « Mme Lambert », « X SRL ».

A page that leaves must not name those either.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from clusterdesk.domain.difficulties.known import Blocked, IdentifierKind
from clusterdesk.domain.difficulties.letters import letters_of
from clusterdesk.domain.identifiers.enterprise import as_enterprise_number

_GAP = r"[ .\-/\u00a0\u202f\u2009]?"
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w’'\-]*"
_SMALL = r"(?:(?:d['’]|(?:van|von|de|den|der|du|des|le|la|el|ben)\b)\s*)"
_LINK = r"(?:(?:&|et|en|and)\s+)"
# Words that begin a sentence before a name.
_BEFORE = (
    r"(?!(?:Chez|Pour|Avec|Selon|Par|Comme|Mais|Quand|Que|La|Le|Les|Bij|Voor|Met|Volgens|De|Het|At|For|With|The|By)\s)"
)
_LINK_END = r"[^\s<>«»\".,;:!?)\]]"
_FORMS = (
    r"(?:S\.?R\.?L|B\.?V|S\.?P\.?R\.?L|B\.?V\.?B\.?A|A\.?S\.?B\.?L|V\.?Z\.?W|S\.?A|N\.?V|S\.?C(?:RL)?|C\.?V(?:BA)?)"
)
_TITLES = r"(?:M(?:onsieur|adame|evrouw|eneer|ademoiselle|r|rs|ister|e|lle|evr|aître)?|Dhr|Dr|Mme)"
_AT = r"\s?(?:@|[\[({]\s?(?:at|arobase|apenstaartje)\s?[\])}]|\s(?:at|arobase)\s)\s?"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|point|punt)\s?[\])}]\s?)"
_TLD = r"(?:be|brussels|vlaanderen|gent|com|eu|org|net|fr|nl|de|lu|uk|io|coop|bike|shop|info|biz)"


class _Pattern(NamedTuple):
    kind: IdentifierKind
    expression: re.Pattern[str]
    holds: Callable[[str], bool] | None = None
    group: int = 0


def _is_enterprise(text: str) -> bool:
    return as_enterprise_number(letters_of(text).removeprefix("be")) is not None


def _is_unit(text: str) -> bool:
    digits = letters_of(text)
    return 97 - int(digits[:-2]) % 97 == int(digits[-2:])


def _is_account(text: str) -> bool:
    number = letters_of(text)
    turned = "".join(str(int(c, 36)) for c in number[4:] + number[:4])
    return number[:2].isalpha() and int(turned) % 97 == 1


def _is_person(text: str) -> bool:
    digits = letters_of(text)
    return any(97 - int(prefix + digits[:9]) % 97 == int(digits[9:]) for prefix in ("", "2"))


_PATTERNS = (
    _Pattern(
        IdentifierKind.MAIL,
        re.compile(rf"(?<![\w.+\-%])[\w.+\-%]+{_AT}(?:[\w\-]{{1,63}}{_DOT})+[a-zA-Z]{{2,24}}\b"),
        None,
    ),
    _Pattern(IdentifierKind.WEB, re.compile(rf"(?:https?://|ftp://|www\.)[^\s<>«»\"]*{_LINK_END}", re.IGNORECASE)),
    _Pattern(
        IdentifierKind.WEB,
        re.compile(
            rf"(?<![\w@.])(?:[a-zA-Z0-9](?:[\w\-]{{0,62}})\.)+{_TLD}\b(?:/[^\s<>«»\"]*{_LINK_END})?", re.IGNORECASE
        ),
    ),
    _Pattern(IdentifierKind.WEB, re.compile(r"(?<!\w)@[A-Za-z][\w.]{2,}")),
    _Pattern(
        IdentifierKind.NUMBER,
        re.compile(rf"\b[A-Z]{{2}}\d{{2}}(?:{_GAP}[A-Z0-9]{{4}}){{2,7}}(?:{_GAP}[A-Z0-9]{{1,3}})?\b", re.IGNORECASE),
        _is_account,
    ),
    _Pattern(
        IdentifierKind.NUMBER,
        re.compile(rf"(?<!\d)(?:BE{_GAP})?[01]\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)", re.IGNORECASE),
        _is_enterprise,
    ),
    _Pattern(
        IdentifierKind.NUMBER, re.compile(rf"(?<!\d)[2-8]{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"), _is_unit
    ),
    _Pattern(
        IdentifierKind.NUMBER,
        re.compile(r"(?<!\d)\d{2}[.\- ]?[0-5]\d[.\- ]?[0-6]\d[.\- ]?\d{3}[.\- ]?\d{2}(?!\d)"),
        _is_person,
    ),
    _Pattern(IdentifierKind.NUMBER, re.compile(r"(?<!\w)[1-9]-[A-Z]{3}-\d{3}(?!\w)")),
    _Pattern(
        IdentifierKind.PHONE,
        re.compile(
            r"(?<![\w+])(?:\+|00)[1-9]\d{0,2}(?:[ ./\-\u00a0\u202f]?\(0\))?(?:[ ./\-\u00a0\u202f]?\d{1,4}){2,6}(?!\d)"
        ),
    ),
    _Pattern(
        IdentifierKind.PHONE,
        re.compile(r"(?<![\w.,])0[1-9]\d{0,2}[ ./\-\u00a0\u202f]\d{2,3}(?:[ .\-\u00a0\u202f]?\d{2}){2,3}(?!\d)"),
    ),
    _Pattern(
        IdentifierKind.PERSON,
        re.compile(rf"\b{_TITLES}\.?\s+((?:{_CAPITALISED}\s+|[A-Z]\.\s?){{0,2}}{_SMALL}{{0,2}}{_CAPITALISED})"),
    ),
    _Pattern(
        IdentifierKind.COMPANY,
        re.compile(rf"\b{_BEFORE}{_CAPITALISED}(?:\s+{_LINK}?{_SMALL}?{_CAPITALISED}){{0,4}},?\s+{_FORMS}\b\.?"),
    ),
)


def look_alikes(text: str) -> Iterator[Blocked]:
    """Yield the places of a text that look like an identifier, whoever it may belong to."""
    for pattern in _PATTERNS:
        for found in pattern.expression.finditer(text):
            start, end = found.span(pattern.group)
            said = text[start:end]
            if pattern.holds is None or pattern.holds(said):
                yield Blocked(start, end, said, pattern.kind)
