"""Refusing to change what is frozen without saying why."""

from collections.abc import Mapping
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.figures.cells import FigureCell, is_below_zero
from clusterdesk.domain.frozen_fields import FROZEN, frozen_changes
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyOrganisation
from clusterdesk.domain.records.figures import Figure, Ledger
from clusterdesk.domain.written_marks import WRITTEN, forged
from clusterdesk.services.referral_fields import check_referral
from clusterdesk.store.desk_store import Store


def check_frozen(before: Record, after: Record, given: Mapping[str, Any]) -> None:
    """Refuse another value of a frozen field that comes without its reason among what is ``given`` in this step.

    Raises:
        KnownError: names the field.
    """
    changed = frozen_changes(before, after)
    if not changed:
        return
    kind = type_of(before)
    if not one_line(str(given.get(FROZEN[kind.key].reason) or "")):
        raise KnownError(
            "baseline_frozen",
            N_("“{field_label}” is frozen: it says where the work started from."),
            advice=N_("Change it together with the reason; both are kept in the history."),
            field_label=kind.fields[changed[0]].label,
        )


def check_moves(before: Record, after: Record) -> None:
    """Refuse an edit of what only the moves of a record write.

    Raises:
        KnownError: names the field.
    """
    _check_written(before, after)
    if isinstance(before, Difficulty) and isinstance(after, Difficulty):
        states.check_edit(before, after)
    check_referral(before, after)
    if isinstance(before, DifficultyOrganisation) and isinstance(after, DifficultyOrganisation):
        states.check_agreement(before, after)


def check_new(record: Record) -> None:
    """Refuse a new record that says it was moved already, or that bears a mark of what never happened.

    Raises:
        KnownError: it is not as a new one is.
    """
    _check_written(None, record)
    if isinstance(record, Difficulty):
        states.check_new(record)
    check_referral(None, record)
    if isinstance(record, DifficultyOrganisation):
        states.check_agreement(None, record)


def check_cost(figure: Record | FigureCell) -> None:
    """Refuse a negative amount where there is none, as of variable costs; other records may pass.

    Raises:
        KnownError: it is to be corrected.
    """
    if isinstance(figure, Figure | FigureCell) and is_below_zero(figure.line, figure.amount):
        raise KnownError(
            "negative_variable_cost",
            N_("{period}: this amount cannot be negative. A negative variable cost is to be corrected."),
            advice=N_("Correct it and try again; nothing was written."),
            period=figure.period,
        )


def check_one_currency(store: Store, before: Record, after: Record) -> None:
    """Refuse another currency for a ledger that holds amounts.

    Raises:
        KnownError: its amounts would be in two currencies.
    """
    if not isinstance(before, Ledger) or not isinstance(after, Ledger) or before.currency == after.currency:
        return
    if any(one.amount is not None for one in store.find(Figure, ledger_id=before.id)):
        raise KnownError(
            "two_currencies",
            N_("This ledger holds amounts in {currency}: they would be in two currencies."),
            advice=N_("Open a ledger of its own for the other currency; nothing was changed."),
            currency=before.currency,
        )


def _check_written(before: Record | None, after: Record) -> None:
    field = forged(before, after)
    if field is None:
        return
    kind = type_of(after)
    raise KnownError(
        "written_by_program",
        N_("“{field_label}” ({type_label}) says what really happened: the program writes it, nobody types it."),
        advice=WRITTEN[kind.key].advice,
        field_label=kind.fields[field].label,
        type_label=kind.label,
    )
