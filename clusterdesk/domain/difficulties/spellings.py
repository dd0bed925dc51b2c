"""How an identifier may be written: the letters of it, in one piece, that a text is searched for.

A spelling is looked for in any case, or - an everyday word that is somebody's name - only where it is capitalised.
"""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from clusterdesk.domain.difficulties.known import Identifier, IdentifierKind
from clusterdesk.domain.difficulties.letters import letters_of, words_of
from clusterdesk.domain.organisation_names import is_form, without_form
from clusterdesk.domain.parsing.text import stem
from clusterdesk.domain.street_names import spellings as street_spellings


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A shorter word of a name is looked for as it is written only: in capitals.
SHORT = 3
_JOINTS = ("", "et", "en", "and", "und")
_JOINT = re.compile(r"\s*[&+]\s*|\s+(?:et|en|and|und)\s+", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_]\b)?")
_ASIDE = re.compile(r"[(\[]([^)\]]*)[)\]]")
_PARTS = re.compile(
    r"\s+[-–—/|:]\s+|\s*[,;|/]\s+|\s+(?:en abr[ée]g[ée]|en abr\.?|afgekort|alias|dite?|aka|a\.k\.a\.)\s+", re.IGNORECASE
)
_PARTICLES = _set(
    """
    le la les l un une des du de d au aux et a van von vom der den het t te ter ten ver op in en the of and el al ben
    bin abu da do dos di del della mac mc o st ste saint sainte
    """
)
_ARTICLES = _set("le la les l de het t the un une een")
_RUN = 3
_SITE_START = re.compile(r"^\s*(?:mailto:|https?://)?(?:www\.)?", re.IGNORECASE)
_SITE_END = re.compile(r"\.[a-z]{2,10}(?=[/?#:]|\s*$)", re.IGNORECASE)
_SITE_PARTS = re.compile(r"[@/?#=&:.\s]+")
_PROVIDERS = _set(
    """
    gmail googlemail outlook hotmail live msn yahoo icloud skynet proximus telenet belgacom scarlet voo protonmail
    facebook instagram linkedin youtube twitter tiktok company contact hello bonjour info admin mail office sales
    """
)


class Spelling(NamedTuple):
    """Words to look for; ``capital`` where they count only when capitalised, ``part`` where of a longer name."""

    words: tuple[str, ...]
    capital: bool = False
    part: bool = False


class _Name(NamedTuple):
    words: tuple[str, ...]
    capitals: frozenset[str]


def spellings_of(known: Identifier, everyday: Set[str]) -> Iterator[Spelling]:
    """Yield all spellings of an identifier that is made of words; numbers have their own ways."""
    match known.kind:
        case IdentifierKind.COMPANY | IdentifierKind.BODY:
            yield from _of_name(known.text, everyday)
        case IdentifierKind.PERSON:
            yield from _of_person(known.text, everyday)
        case IdentifierKind.INITIALS:
            yield Spelling((letters_of(known.text),), capital=True)
        case IdentifierKind.PROJECT | IdentifierKind.PLACE:
            yield from _of_title(known.text, everyday)
        case IdentifierKind.ADDRESS:
            yield from _of_street(known.text)
        case IdentifierKind.MAIL | IdentifierKind.WEB:
            yield from _of_site(known.text, everyday)
        case IdentifierKind.WORD:
            yield Spelling(tuple(word.key for word in words_of(known.text)))
        case IdentifierKind.NUMBER | IdentifierKind.PHONE:
            return


def is_everyday(word: str, everyday: Set[str]) -> bool:
    """Tell whether a folded word identifies nobody alone, in the singular or the plural."""
    return word in everyday or word in _PARTICLES or stem(word) in everyday or is_form(word)


def _of_name(text: str, everyday: Set[str]) -> Iterator[Spelling]:
    whole = _ASIDE.sub(" ", text)
    parts = [text, whole, *_ASIDE.findall(text), *(_PARTS.split(whole) if _PARTS.search(whole) else ())]
    for index, part in enumerate(dict.fromkeys(parts)):
        yield from _of_part(part, everyday, is_name=index == 0 or part == whole)


def _of_part(text: str, everyday: Set[str], *, is_name: bool) -> Iterator[Spelling]:
    name = _name(text)
    words = name.words
    telling = [word for word in words if not is_everyday(word, everyday) and not word.isdigit()]
    if not words or (not is_name and not telling):
        return
    alone = len(words) == 1
    for joined in _joined(text):
        yield Spelling(joined, capital=(alone and not telling) or sum(map(len, joined)) <= SHORT)
    for word in telling:
        yield Spelling((word,), capital=len(word) <= SHORT, part=True)
    content = [word for word in words if word not in _PARTICLES]
    if not telling and len(content) >= _RUN:
        yield from (Spelling(run, capital=True) for run in _runs(words, 2))
    initials = "".join(word[0] for word in words if not word.isdigit())
    short = "".join(word[0] for word in content if not word.isdigit())
    for letters in {initials, short}:
        if len(letters) >= SHORT and not is_everyday(letters, everyday):
            yield Spelling((letters,), capital=True)


def _joined(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name: with and without its article, its ``&`` read in every language."""
    pieces = [_name(piece).words for piece in _JOINT.split(text)]
    pieces = [piece for piece in pieces if piece]
    for joint in _JOINTS if len(pieces) > 1 else ("",):
        words = [word for index, piece in enumerate(pieces) for word in ((joint, *piece) if index else piece) if word]
        yield tuple(words)
        if len(words) > 1 and words[0] in _ARTICLES:
            yield tuple(words[1:])


def _of_person(text: str, everyday: Set[str]) -> Iterator[Spelling]:
    name = _name(_ASIDE.sub(" ", text))
    words = name.words
    if len(words) > 1:
        for turn in range(len(words)):
            if words[turn - 1] not in _PARTICLES:
                yield Spelling((*words[turn:], *words[:turn]))
    for word in words:
        if word in _PARTICLES and len(words) > 1:
            continue
        common = is_everyday(word, everyday)
        if len(word) > 1 and (not common or word in name.capitals):
            yield Spelling((word,), capital=common or len(word) <= SHORT, part=True)


def _of_title(text: str, everyday: Set[str]) -> Iterator[Spelling]:
    """Yield the whole title, three words of it in a row, and its proper names."""
    name = _name(text)
    content = [word for word in name.words if word not in _PARTICLES]
    telling = [word for word in content if not is_everyday(word, everyday) and not word.isdigit()]
    if len(content) >= _RUN or telling:
        yield Spelling(name.words, capital=len(content) == 1 and content[0] not in telling)
    if len(content) > _RUN:
        yield from (Spelling(run) for run in _runs(name.words, _RUN))
    for word in telling:
        if len(content) == 1 or (word in name.capitals and (word != content[0] or len(content) <= 2)):
            yield Spelling((word,), capital=len(word) <= SHORT, part=True)


def _of_street(text: str) -> Iterator[Spelling]:
    street = street_spellings(text)
    whole = street.whole if street.whole != street.names else frozenset[str]()
    yield from (Spelling((key,)) for key in whole if len(key) > SHORT)
    if street.number:
        for key in street.names:
            yield Spelling((key, street.number))
            yield Spelling((street.number, key))


def _of_site(text: str, everyday: Set[str]) -> Iterator[Spelling]:
    """Yield what a mail address or a site says of its owner: the mailbox, the domain without its end, the page."""
    for piece in _SITE_PARTS.split(_SITE_END.sub(" ", _SITE_START.sub("", text))):
        letters = letters_of(piece)
        if len(letters) > SHORT and letters not in _PROVIDERS and not is_everyday(letters, everyday):
            yield Spelling((letters,))


def _name(text: str) -> _Name:
    """Return the words of a name without its legal form, and which of them begin with a capital."""
    text = _DOTTED.sub(_undotted, text)
    found = words_of(text)
    words = tuple(without_form([word.key for word in found]))
    capitals = frozenset(word.key for word in found if text[word.start].isupper())
    # What is typed without any capital names as much as what has them.
    return _Name(words, capitals or frozenset(words))


def _undotted(found: re.Match[str]) -> str:
    return found.group().replace(".", "").replace(" ", "") + " "


def _runs(words: tuple[str, ...], least: int) -> Iterator[tuple[str, ...]]:
    """Yield so many telling words in a row, with the small words between them."""
    content = [place for place, word in enumerate(words) if word not in _PARTICLES]
    for first in range(len(content) - least + 1):
        yield words[content[first] : content[first + least - 1] + 1]
