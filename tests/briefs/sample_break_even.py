"""Break-even sheets of the sample binder, as of a moment that stands still."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from clusterdesk.domain.records.figures import Ledger
from clusterdesk.domain.views.break_even_sheet import BreakEvenSheet
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services.binders import create_binder
from clusterdesk.services.break_even_sheets import break_even_sheet_view

_MOMENT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)


def a_sheet(name: str, language: str) -> BreakEvenSheet:
    """Return the sheet of a ledger of the sample by its name there."""
    with tempfile.TemporaryDirectory() as folder:
        store = create_binder(Path(folder) / "binder", sample=True)
        make_sample(store, reference_monday())
        (ledger,) = (one for one in store.find(Ledger) if one.external_id == name)
        view = break_even_sheet_view(store, ledger.id, language=language, author="Claire Delvaux")
        store.close()
    footer = PageFooter(_MOMENT, _MOMENT, "Claire Delvaux", Edition.SHAREABLE)
    return replace(view, view=replace(view.view, as_of=reference_monday()), footer=footer)
