"""The workbook a company fills in, through LibreOffice: opened, typed into, saved in its own ways, taken back whole."""

from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Figure, FigureLine, Precision
from clusterdesk.domain.records.sessions import Action
from clusterdesk.exchange.figures.plan import FigureVerdict
from clusterdesk.exchange.figures.requests.recognising import token_in
from clusterdesk.exchange.figures.requests.returned import read_returned
from clusterdesk.exchange.figures.run import run_figures_import
from clusterdesk.exchange.reading.open_source import open_source
from clusterdesk.exchange.reading.source import ReadOptions
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.exchange.figures.office import FILTERS, OFFICE, fill_in_office
from tests.exchange.figures.test_requests import Asked, asked

__all__ = ["asked"]
pytestmark = pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
# October: turnover as a sum, total costs only about, variable and fixed, a line of its own, FTE; all decimals count.
TYPED = {"D8": "=48000+3000.25", "D9": "≈ 44k", "D10": "0", "D11": "12345.67", "D12": "1999.99", "D13": "7.55"}


def test_what_is_typed_in_an_office_comes_back_without_loss(store: Store, asked: Asked, tmp_path: Path) -> None:
    before = {one.id: one for one in store.find(Figure)}
    saved = fill_in_office(asked.sent.workbook, TYPED, tmp_path / "office", tuple(FILTERS))
    with pytest.raises(KnownError) as refused:
        open_source(saved.pop("xls"), ReadOptions())
    assert refused.value.code == "file_old_excel", "told to save it as xlsx, never read in part"
    for kind, path in saved.items():
        token = token_in(path)
        assert token is not None, kind
        back = read_returned(store, path, token)
        counts = {verdict: count for verdict, count in back.plan.counts.items() if count}
        assert counts.pop(FigureVerdict.NEW) == 6, (kind, counts)
        assert set(counts) <= {FigureVerdict.SAME}, (kind, counts)
        run_figures_import(store, back.plan, taken=False, request_id=token.request_id)
        october = {one.line: one for one in store.find(Figure, period="2026-10")}
        assert {line: one.amount for line, one in october.items()} == {
            FigureLine.REVENUE: Decimal("51000.25"),
            FigureLine.TOTAL_COSTS: Decimal(44_000),
            FigureLine.VARIABLE: Decimal(0),
            FigureLine.FIXED: Decimal("12345.67"),
            FigureLine.SEMI_VARIABLE: Decimal("1999.99"),
        }, kind
        about = {line for line, one in october.items() if one.precision is Precision.ABOUT}
        assert about == {FigureLine.TOTAL_COSTS}
        assert [one.fte for one in store.find(Headcount) if one.on.month == 10] == [Decimal("7.55")]
        assert store.get(Action, token.request_id).done_on is not None
        assert {one.id: one for one in store.find(Figure) if one.id in before} == before, "what was known stays"
        undo(store)
        assert not store.find(Figure, period="2026-10")
