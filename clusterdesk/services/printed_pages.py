"""Reading what stands on a page of any kind: the one table that the window and the brief command ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from uuid import UUID

from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.printable import Printable
from clusterdesk.store.desk_store import Store

type Subject = UUID | str
type PrintedPage = tuple[str, Printable]


@dataclass(frozen=True, slots=True)
class PageWish:
    """How a page is wanted: in a language ("": that of whoever receives it, else ``usual``), for whom, by whom."""

    language: str = ""
    usual: str = "fr"
    author: str = ""
    house: str = ""
    edition: Edition = Edition.SHAREABLE


# By kind of page (``BriefKind``): the function, ``module:name`` under ``services``, that takes the store, the subject
# (the id of a record; a year or a quarter as text) and the wish, and returns the language and the read model.
_READERS: Mapping[str, str] = {
    "breakeven": "break_even_sheets:printed_break_even",
    "attestation": "wanted_attestations:printed_attestation",
    "diagnostic": "diagnostic_sheets:printed_diagnostic",
    "dossier": "dossiers:printed_dossier",
    "member": "member_sheets:printed_member",
    "statistics": "year_statistics:printed_statistics",
    "year-plan": "programme_pages:printed_year_plan",
    "year-plan-a3": "programme_pages:printed_large_year_plan",
    "badges": "programme_pages:printed_badges",
    "minutes": "meeting_papers:printed_minutes",
    "event-minutes": "event_minutes:printed_minutes",
    "signin": "signin_sheets:printed_signin",
    "board": "board_reports:printed_board",
}


def is_read_here(kind: str) -> bool:
    """Tell whether a kind of page is read from one subject; visits, days and difficulties have roads of their own."""
    return kind in _READERS


def read_page(store: Store, kind: str, subject: Subject, wish: PageWish) -> PrintedPage:
    """Return the language and the read model of a page.

    Raises:
        KnownError: there is no such subject, or nothing of it may be shown to those who will read the page.
    """
    module, _, name = _READERS[kind].partition(":")
    read: Callable[..., PrintedPage] = getattr(import_module(f"clusterdesk.services.{module}"), name)
    return read(store, subject, wish)
