"""What is being typed into grids of figures, kept safe until it has become a figure.

A half-typed amount says nothing yet of VAT, source or precision: after a crash it is offered again where it was typed,
and never becomes a figure by itself. Its draft therefore stands under an id that no record has.
"""

from collections.abc import Iterable
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.domain.set_members import figure_id
from clusterdesk.services.drafts import drop_draft, save_draft
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal import drafts

_TYPE, _FIELD = "figure", "remark"


def keep_typed(store: Store, cell: GridCell, text: str) -> None:
    """Keep what is being typed into a cell."""
    save_draft(store, _TYPE, _id(cell), _FIELD, text)


def drop_typed(store: Store, cell: GridCell) -> None:
    """Forget what was being typed into a cell: it has become a figure, or was given up."""
    drop_draft(store, _TYPE, _id(cell), _FIELD)


def typed_texts(store: Store, cells: Iterable[GridCell]) -> dict[GridCell, str]:
    """Return what was typed into cells and has not become a figure."""
    with store.read() as connection:
        found = {one.record_id: one.value for one in drafts.pending(connection) if one.record_type == _TYPE}
    if not found:
        return {}
    return {cell: found[draft_id] for cell in cells if (draft_id := _id(cell)) in found}


def keep_note(store: Store, cell: GridCell, text: str) -> None:
    """Keep a note on a figure while it is typed: after a crash it becomes the note by itself; "" forgets it."""
    place = ("figure", figure_id(cell), "remark")
    if text:
        save_draft(store, *place, text)
    else:
        drop_draft(store, *place)


def _id(cell: GridCell) -> UUID:
    line = cell.line.value if cell.line is not None else "staff"
    return derived_id("typed figure", str(cell.ledger_id), cell.period, line, str(cell.own_line_id))
