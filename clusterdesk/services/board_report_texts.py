"""What was typed for the Advisory Board report: messages, decisions, stories; and whom it names without consent."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from textwrap import shorten
from typing import NamedTuple
from uuid import UUID

from clusterdesk.domain.board.foreign_texts import MARKS
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.parsing.tongue import language_of
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.strategy import BoardRemark, BoardRemarkKind
from clusterdesk.domain.views.board_report import MOST_MESSAGES, ForeignText, NamedInText, Story
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.paper_texts import PaperTexts
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import citable
from clusterdesk.store.queries.merged import kept_ids

_USUAL = "fr"
_SHOWN = 80  # letters of a text that somebody is told of


class ReportTexts:
    """Clears texts for an edition: that of the Advisory Board names nobody without consent.

    ``organisations`` are those that agreed to be cited, by id, with their names.
    """

    def __init__(self, store: Store, language: str, edition: Edition, day: date) -> None:
        """Read who agreed to be cited by a day."""
        with store.read() as connection:
            agreed, kept = citable(connection, day), kept_ids(connection)
        family = {*agreed.organisations, *(one for one, into in kept.items() if into in agreed.organisations)}
        known = store.find(Organisation, id=family, deleted=None) if family else []
        self._kept = kept
        self.organisations = {one.id: one.name for one in known}
        people = store.find(Contact, id=set(agreed.contacts)) if agreed.contacts else []
        projects = store.find(Project, organisation_id=family) if family else []
        allowed = (*(one.full_name for one in people), *(one.title for one in projects))
        texts = PaperTexts(store, Translator(language), Chosen(allowed=allowed))
        self._blocked = texts.of(self.organisations, {})
        self._open = edition is not Edition.ADVISORY
        self._named: dict[NamedInText, None] = {}

    def __call__(self, text: str) -> str:
        """Return a text as it is printed."""
        plain = text.strip()
        if not plain or self._open:
            return plain
        paper = self._blocked(plain)
        self._named.update(dict.fromkeys(NamedInText(mark.said, plain) for mark in paper.marks))
        return paper.text

    def may_name(self, remark: BoardRemark) -> bool:
        """Tell whether the organisation a story is about agreed to be cited; one about nobody may be told."""
        one = remark.organisation_id
        return one is None or self._kept.get(one, one) in self.organisations

    def name_of(self, organisation_id: UUID) -> str:
        """Return the name of an organisation that agreed to be cited; empty for another."""
        return self.organisations.get(self._kept.get(organisation_id, organisation_id), "")

    @property
    def named(self) -> tuple[NamedInText, ...]:
        """Return whom the texts cleared so far would have named."""
        return tuple(self._named)


class Remarks(NamedTuple):
    """What stands beside the numbers, cleared; ``left_out`` begins what does not: it is told to whoever wrote it.

    ``foreign`` is what stands there in another language, and says so.
    """

    messages: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    stories: tuple[Story, ...] = ()
    left_out: tuple[str, ...] = ()
    foreign: tuple[ForeignText, ...] = ()


def report_remarks(store: Store, quarter: str, language: str, texts: ReportTexts) -> Remarks:
    """Return the messages, decisions and stories of a quarter in a language, cleared for the edition."""
    every = sorted(store.find(BoardRemark, period=quarter), key=lambda one: (one.position, one.id))
    shown = {kind: list(_in_language(every, kind, language)) for kind in BoardRemarkKind}
    messages = shown[BoardRemarkKind.MESSAGE]
    stories = shown[BoardRemarkKind.STORY]
    told = [one for one in stories if texts.may_name(one)]
    decisions, messages, more = shown[BoardRemarkKind.DECISION], messages[:MOST_MESSAGES], messages[MOST_MESSAGES:]
    foreign = [one for one in (*messages, *decisions, *told) if _is_foreign(one, language)]
    say = partial(_said, texts=texts, language=language)
    left = [*more, *(one for one in stories if one not in told)]
    return Remarks(
        tuple(map(say, messages)),
        tuple(map(say, decisions)),
        tuple(Story(say(one), _name(one, texts)) for one in told),
        tuple(_first_line(one) for one in left),
        tuple(ForeignText(_first_line(one), _spoken(one, language)) for one in foreign),
    )


def _said(remark: BoardRemark, *, texts: ReportTexts, language: str) -> str:
    """Return a text as it is printed; one in another language than the document's says in which."""
    said = texts(remark.text)
    return Translator(language)(MARKS[_spoken(remark, language)], text=said) if _is_foreign(remark, language) else said


def _is_foreign(remark: BoardRemark, language: str) -> bool:
    spoken = _spoken(remark, language)
    return spoken != language and spoken in MARKS


def _spoken(remark: BoardRemark, language: str) -> str:
    """Return the language of a text: the one it was given, else the one it is written in."""
    return remark.language or language_of(remark.text, language)


def _first_line(remark: BoardRemark) -> str:
    return shorten(remark.text.strip().splitlines()[0], _SHOWN, placeholder=" …")


def _in_language(remarks: Iterable[BoardRemark], kind: BoardRemarkKind, language: str) -> Iterator[BoardRemark]:
    """Yield the remarks of a kind in a language; where there is none, in the usual one, else in any."""
    mine = [one for one in remarks if one.kind is kind and one.text.strip()]
    for wanted in (language, _USUAL):
        found = [one for one in mine if one.language in (wanted, None)]
        if found:
            yield from found
            return
    yield from mine


def _name(remark: BoardRemark, texts: ReportTexts) -> str:
    one = remark.organisation_id
    return "" if one is None else texts.name_of(one)
