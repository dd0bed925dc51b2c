"""What stands in the place of whoever may not be recognised: « une entreprise de la filière bois », « [numéro] ».

The words around it are made to fit: « de l’Atelier Noord » becomes « d’une entreprise », « The Mill » « A company ».
"""

import re
from collections.abc import Iterable, Mapping
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.domain.difficulties.known import Blocked, IdentifierKind
from clusterdesk.domain.difficulties.name_index import begins_sentence

_WORDS: Mapping[IdentifierKind, str] = {
    IdentifierKind.COMPANY: N_("a company"),
    IdentifierKind.BODY: N_("an organisation"),
    IdentifierKind.PERSON: N_("a person"),
    IdentifierKind.INITIALS: N_("a person"),
    IdentifierKind.PLACE: N_("a site"),
    IdentifierKind.PROJECT: N_("a project"),
    IdentifierKind.ADDRESS: N_("[address]"),
    IdentifierKind.NUMBER: N_("[number]"),
    IdentifierKind.PHONE: N_("[phone]"),
    IdentifierKind.MAIL: N_("[mail address]"),
    IdentifierKind.WEB: N_("[web site]"),
    IdentifierKind.WORD: N_("[…]"),
}
_FRENCH = (
    (re.compile(r"\b(d)(?:es?\s+(?:la|les)\s+|e\s+l['’]\s*|es\s+|u\s+|e\s+)\Z", re.IGNORECASE), r"\1’"),
    (re.compile(r"\b([dq])u?['’]l['’]\s*\Z", re.IGNORECASE), r"\1’"),
    (re.compile(r"\b(?:aux?|(à)\s+(?:la|les))\s+\Z|\bà\s+l['’]\s*\Z", re.IGNORECASE), "à "),
    (re.compile(r"\b((?:jus|lors|puis|quoi)?qu)e\s+(?:la\s+|les?\s+|l['’]\s*)?\Z", re.IGNORECASE), r"\1’"),
    (re.compile(r"(?:\b(?:la|les?|un|une|cette|cet|ce)\s+|\bl['’]\s*)\Z", re.IGNORECASE), ""),
)
_DUTCH = ((re.compile(r"(?:\b(?:de|het|een|deze|dit|die|dat)|['’]t)\s+\Z", re.IGNORECASE), ""),)
_ENGLISH = ((re.compile(r"\b(?:the|an?|this|that)\s+\Z", re.IGNORECASE), ""),)
_FITTING = {"fr": _FRENCH, "nl": _DUTCH, "en": _ENGLISH}
_LOOK_BACK = 24


def within(name: str) -> str:
    """Return a name of a list as it stands within a sentence: « Bois » as « bois », « EEE » as it is."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name


class Wording:
    """The words of one language; ``chains`` names the value chain of organisations where it may be told."""

    def __init__(self, t: Translate, language: str, chains: Mapping[UUID, str] | None = None) -> None:
        """Take the translator of the page's language."""
        self._t, self._language, self._chains = t, language, chains or {}

    def instead_of(self, place: Blocked) -> str:
        """Return what stands in the place of an identifier."""
        if place.kind is IdentifierKind.COMPANY and place.owners:
            chains = {self._chains.get(owner) for owner in place.owners}
            chain = chains.pop() if len(chains) == 1 else None
            if chain:
                return self._t("a company of the {chain} value chain", chain=within(chain))
        return self._t(_WORDS[place.kind])

    def replaced(self, text: str, places: Iterable[Blocked]) -> str:
        """Return a text with other words in the place of what identifies; articles before them are made to fit."""
        return "".join(words for words, _place in self.pieces(text, places))

    def pieces(self, text: str, places: Iterable[Blocked]) -> list[tuple[str, Blocked | None]]:
        """Return a replaced text in pieces, each with the place it stands for, ``None`` where it is as it was."""
        kept: list[tuple[str, Blocked | None]] = []
        end = 0
        for place in places:
            before, words = text[end : place.start], self.instead_of(place)
            if not words.startswith("["):
                fitted = self._fitted(before)
                article, so_far = before[len(fitted) :], "".join((*(one for one, _ in kept[-2:]), fitted))
                if begins_sentence(so_far, len(so_far)) and (article or place.text)[0].isupper():
                    words = words[0].upper() + words[1:]
                before = fitted
            kept += [(before, None), (words, place)]
            end = place.end
        return [*kept, (text[end:], None)]

    def _fitted(self, before: str) -> str:
        tail = before[-_LOOK_BACK:]
        for pattern, fitting in _FITTING[self._language]:
            changed, found = pattern.subn(fitting, tail, count=1)
            if found:
                return before[: len(before) - len(tail)] + changed
        return before
