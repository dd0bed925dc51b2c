"""Asking for figures: the workbook that goes out, and that it is known again however it comes back."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import xlsxwriter

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.figures import EnterFigures, OpenLedger
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Figure, FigureLine, FigureSource, Ledger, Precision
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.session_kinds import OwnerKind
from clusterdesk.exchange.figures.plan import FigureVerdict
from clusterdesk.exchange.figures.requests.recognising import token_in
from clusterdesk.exchange.figures.requests.returned import read_returned
from clusterdesk.exchange.figures.requests.sending import SentRequest, send_request
from clusterdesk.exchange.figures.run import run_figures_import
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures
from clusterdesk.services.figure_requests import figure_request
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_contact, make_organisation

FILLED = {"C8": 51000, "C9": "≈ 44k", "C13": 7.5}
"""Turnover, total costs and FTE of October in a workbook of one month with a line of its own."""


@dataclass(frozen=True)
class Asked:
    """A ledger whose October is missing, and what was sent about it."""

    ledger: Ledger
    sent: SentRequest


@pytest.fixture
def asked(store: Store, tmp_path: Path) -> Asked:
    """Ask a Dutch-speaking contact for October; August is known but not to be shown, September was said."""
    holder = make_organisation(store, "Vélo Canal")
    make_contact(store, holder, mail="jan@velocanal.example", language="nl", first_name="Jan")
    opening = OpenLedger(organisation_id=holder.id, starts_on=date(2026, 8, 1), lines=(("Huur", Decimal("0.3")),))
    ledger = figures.open_ledger(store, opening).output
    cells = [
        FigureCell(f"2026-{month}", line, Decimal(amount), precision=precision, visibility=visible)
        for month, line, amount, precision, visible in (
            ("08", FigureLine.REVENUE, 1111, Precision.EXACT, Visibility.INTERNAL),
            ("08", FigureLine.TOTAL_COSTS, 2222, Precision.EXACT, Visibility.INTERNAL),
            ("09", FigureLine.REVENUE, 48200, Precision.EXACT, Visibility.SHAREABLE),
            ("09", FigureLine.TOTAL_COSTS, 47000, Precision.EXACT, Visibility.SHAREABLE),
        )
    ]
    staff = (StaffCell("2026-09", Decimal("7.5")),)
    figures.enter_figures(store, EnterFigures(ledger_id=ledger.id, cells=tuple(cells), staff=staff))
    request = figure_request(store, ledger.id)
    sent = send_request(store, request, tmp_path / "mail", "Claire Dubois", Translator("fr")).output
    return Asked(ledger, sent)


def filled(source: Path, target: Path, cells: Mapping[str, Any], *, hidden: bool = True) -> Path:
    """Save a workbook anew with some cells filled in, by another program: styles, properties and locks are gone."""
    read = python_calamine.CalamineWorkbook.from_path(source)
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        for name in reversed(read.sheet_names):
            sheet = book.add_worksheet(name)
            for line, row in enumerate(read.get_sheet_by_name(name).to_python(skip_empty_area=False)):
                for column, value in enumerate(row):
                    sheet.write(line, column, value)
            if name == "clusterdesk" and not hidden:
                sheet.write(0, 0, "x")
            elif name != "clusterdesk":
                for place, filled_in in cells.items():
                    sheet.write(place, filled_in)
    return target


def held(store: Store, ledger: Ledger) -> dict[tuple[str, str], Any]:
    """Return the amounts of a ledger."""
    return {(one.period, one.line.value): one.amount for one in store.find(Figure, ledger_id=ledger.id)}


def test_the_workbook_speaks_the_receivers_language_and_shows_what_is_known(asked: Asked) -> None:
    read = python_calamine.CalamineWorkbook.from_path(asked.sent.workbook)
    assert read.sheet_names == ["Cijfers", "clusterdesk"]
    rows = read.get_sheet_by_name("Cijfers").to_python(skip_empty_area=False)
    assert rows[0][0] == "Cijfers van Vélo Canal"
    assert rows[6][2:] == ["sep 2026", "okt 2026"]
    assert [row[0] for row in rows[7:]] == [
        "Omzet", "Totale kosten", "Variabele kosten", "Vaste kosten", "Huur", "VTE",
    ]  # fmt: skip
    assert [row[2] for row in rows[7:]] == [48200, 47000, "", "", "", 7.5]
    assert not any(cell in (1111, 2222) for row in rows for cell in row)  # internal, never sent
    with zipfile.ZipFile(asked.sent.workbook) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<sheetProtection" in sheet
        assert 'state="veryHidden"' in archive.read("xl/workbook.xml").decode()


def test_the_draft_goes_to_the_main_contact(asked: Asked) -> None:
    mail = message_from_bytes(asked.sent.draft.read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1"
    assert "jan@velocanal.example" in mail["To"]
    assert mail["Subject"] == "Uw cijfers van oktober 2026 – Vélo Canal"
    body = mail.get_body()
    assert body is not None
    assert "oktober 2026" in body.get_content()
    assert "Jan Peeters" in body.get_content()
    attached = next(iter(mail.iter_attachments()))
    assert attached.get_content() == asked.sent.workbook.read_bytes()


def test_asking_notes_a_promise_of_the_company(store: Store, asked: Asked) -> None:
    promise = store.find(Action, organisation_id=asked.ledger.organisation_id)[0]
    assert (promise.owner, promise.text) == (OwnerKind.ORGANISATION, "Envoyer les chiffres : octobre 2026")
    assert promise.due_on == date(2026, 12, 7)
    undo(store)
    assert store.find(Action) == []


@pytest.mark.parametrize("way", ["as it is", "saved again", "renamed"])
def test_it_is_known_again_and_applied_once(store: Store, asked: Asked, tmp_path: Path, way: str) -> None:
    name = "Kopie (2) van iets.xlsx" if way == "renamed" else asked.sent.workbook.name
    path = filled(asked.sent.workbook, tmp_path / name, {**FILLED, "C8": None, "D8": 51000, "D9": "≈ 44k", "D13": 8})
    token = token_in(path)
    assert token is not None
    back = read_returned(store, path, token)
    assert back.plan.counts[FigureVerdict.NEW] == 3
    run_figures_import(store, back.plan, taken=False, request_id=token.request_id)
    assert held(store, asked.ledger)["2026-10", "revenue"] == 51000
    october = next(one for one in store.find(Figure, period="2026-10") if one.line is FigureLine.TOTAL_COSTS)
    assert (october.amount, october.precision, october.source) == (
        Decimal(44000),
        Precision.ABOUT,
        FigureSource.COMPANY,
    )
    assert store.get(Action, token.request_id).done_on == date(2026, 11, 23)
    with pytest.raises(KnownError) as caught:
        read_returned(store, path, token)
    assert caught.value.code == "request_answered"
    with pytest.raises(KnownError):
        run_figures_import(store, back.plan, taken=False, request_id=token.request_id)
    undo(store)
    assert ("2026-10", "revenue") not in held(store, asked.ledger)
    assert read_returned(store, path, token).plan.counts[FigureVerdict.NEW] == 3


def test_the_property_is_enough_where_the_hidden_sheet_was_emptied(asked: Asked, tmp_path: Path) -> None:
    token = token_in(asked.sent.workbook)
    with zipfile.ZipFile(asked.sent.workbook) as source, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"CDF1", b"XXXX") if "sharedStrings" in name else content)
    assert token_in(tmp_path / "t.xlsx") == token


@pytest.mark.parametrize("cells", [{"D7": "nov. 2026"}, {"A9": "Winst"}, {"A8": "Totale kosten", "A9": "Omzet"}])
def test_what_was_altered_is_refused(store: Store, asked: Asked, tmp_path: Path, cells: dict[str, object]) -> None:
    path = filled(asked.sent.workbook, tmp_path / "t.xlsx", cells)
    token = token_in(path)
    assert token is not None
    with pytest.raises(KnownError) as caught:
        read_returned(store, path, token)
    assert caught.value.code == "request_altered"


def test_a_broken_token_is_refused_and_none_is_no_request(asked: Asked, tmp_path: Path) -> None:
    with zipfile.ZipFile(asked.sent.workbook) as source, zipfile.ZipFile(tmp_path / "t.xlsx", "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"CDF1-", b"CDF1-0"))
    with pytest.raises(KnownError) as caught:
        token_in(tmp_path / "t.xlsx")
    assert caught.value.code == "request_altered"
    assert token_in(filled(asked.sent.workbook, tmp_path / "u.xlsx", {}, hidden=False)) is None
    (tmp_path / "v.xlsx").write_bytes(b"PK nothing")
    assert token_in(tmp_path / "v.xlsx") is None


def test_anothers_request_is_refused(store: Store, asked: Asked, tmp_path: Path) -> None:
    token = token_in(asked.sent.workbook)
    assert token is not None
    undo(store)  # as if another laptop had sent it
    with pytest.raises(KnownError) as caught:
        read_returned(store, asked.sent.workbook, token)
    assert caught.value.code == "request_foreign"


def test_nothing_is_asked_where_nothing_is_missing(store: Store, asked: Asked) -> None:
    cells = tuple(FigureCell("2026-10", line, Decimal(1)) for line in (FigureLine.REVENUE, FigureLine.TOTAL_COSTS))
    figures.enter_figures(store, EnterFigures(ledger_id=asked.ledger.id, cells=cells))
    with pytest.raises(KnownError) as caught:
        figure_request(store, asked.ledger.id)
    assert caught.value.code == "nothing_missing"
    assert figure_request(store, asked.ledger.id, ["2026-11"]).due == ("2026-11",)
