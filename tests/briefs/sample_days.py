"""Invented days and weeks to print."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from clusterdesk.briefs.house import House
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.day_page import DayPage, DayStop
from clusterdesk.domain.views.edition import Edition, MarkedText
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_sheet import OpenPromise, SheetContact
from clusterdesk.domain.views.week_note import NoteCounts, NotePromise, NoteResult, NoteSession, WeekNote

HOUSE = House("Cluster Économie circulaire")
MONDAY = date(2026, 11, 23)
_FOOTER = PageFooter(datetime(2026, 11, 23, 8, 12), datetime(2026, 11, 23, 8, 10), "Claire Delvaux")  # noqa: DTZ001
_SECRET = OpenPromise("Renégocier le bail", OwnerKind.US, visibility=Visibility.INTERNAL)
_STREETS = ("Quai 1, 1080 Molenbeek", "Rue du Charroi 132, 1190 Forest", "Paleizenstraat 253, 1030 Schaarbeek")


def a_day(stops: int, *, promises: int = 2) -> DayPage:
    """Return a day with so many stops, each with so many promises a side and an internal one."""
    return DayPage(MONDAY, _FOOTER, tuple(_stop(number, promises) for number in range(1, stops + 1)))


def a_note(rows: int = 3) -> WeekNote:
    """Return a note with so many rows a section."""
    held = tuple(
        NoteSession(
            MONDAY + timedelta(days=number % 5),
            SessionKind.VISIT if number % 3 else SessionKind.CALL,
            f"Organisation {number}",
            time(9 + number % 8),
            "Forest",
            MarkedText("Devis de la ponceuse avant la fin du mois") if number % 2 else None,
        )
        for number in range(rows)
    )
    late = tuple(
        NotePromise("Feutrelle", OpenPromise("Envoyer les comptes trimestriels", owner, days_late=45 - number % 40))
        for number, owner in enumerate([OwnerKind.US, OwnerKind.ORGANISATION] * (rows // 2))
    )
    return WeekNote(
        monday=MONDAY,
        footer=_FOOTER,
        counts=NoteCounts(rows, rows // 2, 2, 5, len(late)),
        held=held,
        results=(NoteResult("Atelier Noord", ResultKind.INDUSTRIALISED, MONDAY),) if rows else (),
        late=(NotePromise("Noord", _SECRET, Visibility.INTERNAL), *late),
        ahead=held,
    )


def internal[View: (DayPage, WeekNote)](view: View) -> View:
    """Return the internal edition of a page."""
    return replace(view, footer=replace(view.footer, edition=Edition.INTERNAL))


def _stop(number: int, promises: int) -> DayStop:
    ours = OpenPromise("Appeler le hub export", OwnerKind.US, due=MONDAY - timedelta(days=12), days_late=12)
    theirs = OpenPromise("Transmettre la convention signée avec l’enseigne", OwnerKind.ORGANISATION, due=MONDAY)
    return DayStop(
        organisation=f"Organisation {number}",
        kind=SessionKind.MEETING if number == 3 else SessionKind.VISIT,
        code=f"4TZ9K2{number}",
        starts_at=time((8 + number) % 24) if number != 5 else None,
        minutes=90,
        address=_STREETS[number % 3 - 1],
        access_note=MarkedText("Sonner à la porte verte, l’atelier est au fond de la cour.") if number % 2 else None,
        contact=SheetContact("Sofie Peeters", "gérante", "fr", "02 555 01 23") if number != 4 else None,
        promises=(_SECRET, *(ours,) * promises, *(theirs,) * promises),
    )
