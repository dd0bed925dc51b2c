"""Filling the break-even sheet from the store."""

from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.break_even import ledgers_of, read_break_even
from clusterdesk.services.break_even_reached import ReachedWords
from clusterdesk.services.break_even_words import BreakEvenWords
from clusterdesk.services.printed_pages import PageWish, PrintedPage
from clusterdesk.services.visit_sheets import language_of_organisation, page_footer
from clusterdesk.store.desk_store import Store


def break_even_sheet_view(
    store: Store, ledger_id: UUID, *, language: str, author: str, edition: Edition = Edition.SHAREABLE
) -> BreakEvenSheet:
    """Return the break-even sheet of a ledger, from figures that the edition may show.

    Args:
        store: the binder.
        ledger_id: whose figures.
        language: of the page: ``fr``, ``nl`` or ``en``.
        author: whose name stands at the foot.
        edition: who will read it.

    Raises:
        KnownError: there is no such ledger.
    """
    view = read_break_even(store, ledger_id, edition)
    t, formats = Translator(language), Formats(language)
    words = BreakEvenWords(t, formats)
    return BreakEvenSheet(
        view=view,
        footer=page_footer(store, author, edition),
        sentence=words.sentence(view),
        gap=words.gap(view) if not view.annual else f"{words.gap(view)} {ReachedWords(t, formats).point(view)}".strip(),
        lever=words.levers(view),
        messages=words.messages(view),
        ahead=(*words.ahead(view), *words.growth(view)),
        method=words.method(view),
    )


def printed_break_even(store: Store, ledger_id: UUID, wish: PageWish) -> PrintedPage:
    """Return the language and the break-even sheet of a ledger, as it is wished."""
    language = wish.language or language_of_ledger(store, ledger_id, wish.usual)
    view = break_even_sheet_view(store, ledger_id, language=language, author=wish.author, edition=wish.edition)
    return language, view


def language_of_ledger(store: Store, ledger_id: UUID, default: str = "fr") -> str:
    """Return the language of what the organisation of a ledger receives."""
    return language_of_organisation(store, store.get(Ledger, ledger_id).organisation_id, default)


def ledger_ids_of(store: Store, organisation_id: UUID) -> tuple[UUID, ...]:
    """Return the ledgers of an organisation of which there is a sheet.

    Raises:
        KnownError: its figures are not followed.
    """
    found = tuple(one.id for one in ledgers_of(store, organisation_id))
    if not found:
        raise KnownError(
            "no_ledger",
            N_("The figures of this organisation are not followed yet."),
            advice=N_("Begin to follow them, then print the sheet."),
        )
    return found
