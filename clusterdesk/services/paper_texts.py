"""Turning what was typed into what may leave: identifiers blocked, other words in their place, each place marked."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID
from weakref import WeakKeyDictionary

from clusterdesk.domain.difficulties.blocking import Blocker
from clusterdesk.domain.difficulties.known import Blocked, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.difficulties.wording import Wording
from clusterdesk.domain.organisation_names import name_key
from clusterdesk.domain.parsing.tongue import language_of
from clusterdesk.domain.views.difficulty_papers import NOTHING, Mark, PaperText
from clusterdesk.i18n.translator import LANGUAGES, Translator
from clusterdesk.services.known_identifiers import known_identifiers
from clusterdesk.services.organisation_cells import chain_names
from clusterdesk.store.desk_store import Store

_NAMES = frozenset({IdentifierKind.COMPANY, IdentifierKind.BODY})


class PaperTexts:
    """Blocks the texts of one paper. One that stays in the team keeps them as they are."""

    def __init__(self, store: Store, t: Translator, chosen: Chosen, *, open_book: bool = False) -> None:
        """Gather what identifies, unless it is an ``open_book``; ``t`` is of the language of the paper."""
        self._translators = {language: t.other(language) for language in LANGUAGES}
        self._language, self._chosen = t.language, chosen
        self._chains = {language: chain_names(store, language) for language in LANGUAGES}
        self._blockers = None if open_book else _blockers(store)

    def of(self, named: Mapping[UUID, str], chains: Mapping[UUID, UUID]) -> "BlockedTexts":
        """Return what blocks the texts of one difficulty: ``named`` stand by name, ``chains`` may be told of others."""
        wordings = {
            language: Wording(t, language, {one: self._chains[language][chain] for one, chain in chains.items()})
            for language, t in self._translators.items()
        }
        blocker = self._blockers.naming(frozenset(named)) if self._blockers else None
        # Their site and mailbox are called after them: the name stays all the same.
        stays = Chosen(allowed=tuple(each for name in named.values() for each in (name, name_key(name).text)))
        return BlockedTexts(blocker, wordings, self._language, self._chosen.together(stays))

    def chain(self, chain_id: UUID) -> str:
        """Return the name of a value chain in the language of the paper."""
        return self._chains[self._language][chain_id]


class BlockedTexts:
    """Blocks the texts of one difficulty."""

    def __init__(self, blocker: Blocker | None, wordings: Mapping[str, Wording], language: str, chosen: Chosen) -> None:
        """``blocker`` of None leaves texts as they are; ``language`` is that of the paper."""
        self._blocker, self._wordings, self._chosen = blocker, wordings, chosen
        self._language = language

    def __call__(self, text: str) -> PaperText:
        """Return a text as it leaves."""
        text = text.strip()
        if not text:
            return NOTHING
        if self._blocker is None:
            return PaperText(text)
        places = self._blocker.places(text, words=self._chosen.blocked, allowed=self._chosen.allowed)
        doubts = self._blocker.doubtful(text, places)
        # What stands in the place of a name is in the language of the sentence, whatever that of the paper is.
        wording = self._wordings[language_of(text, self._language)]
        return _paper_text(text, wording.pieces(text, places), doubts)

    def by(self, organisation_id: UUID, kind: IdentifierKind) -> str:
        """Return the words for somebody who said something."""
        return self._wordings[self._language].instead_of(Blocked(0, 0, "", kind, frozenset({organisation_id})))


def _paper_text(text: str, pieces: list[tuple[str, Blocked | None]], doubts: tuple[tuple[int, int], ...]) -> PaperText:
    """Put the pieces together; a doubt stands in what was kept, so it moves along with it."""
    said, marks, moved = "", [], []
    at = 0
    for words, place in pieces:
        if place is None:
            shift = len(said) - at
            moved += [(start + shift, end + shift) for start, end in doubts if at <= start and end <= at + len(words)]
            at += len(words)
        else:
            marks.append(Mark(len(said), len(said) + len(words), place.text, place.kind))
            at = place.end
        said += words
    return PaperText(said, tuple(marks), tuple(moved))


class _Blockers:
    """All that a binder knows of identifiers, ready for texts in which some stand by name."""

    def __init__(self, known: KnownIdentifiers) -> None:
        self._known = known
        self._made: dict[frozenset[UUID], Blocker] = {}

    def naming(self, named: frozenset[UUID]) -> Blocker:
        """Return what blocks all but the names of some organisations."""
        if named not in self._made:
            stay = {one for one in self._known.identifiers if one.owner in named and one.kind in _NAMES}
            kept = [one for one in self._known.identifiers if one not in stay]
            self._made[named] = Blocker(replace(self._known, identifiers=tuple(kept)), stay)
        return self._made[named]


_last: WeakKeyDictionary[Store, tuple[int, _Blockers]] = WeakKeyDictionary()


def _blockers(store: Store) -> _Blockers:
    """Gather what identifies; kept as long as nothing is written, so that reading on costs nothing."""
    version, known = store.data_version(), _last.get(store)
    if known is None or known[0] != version:
        known = _last[store] = (version, _Blockers(known_identifiers(store)))
    return known[1]
