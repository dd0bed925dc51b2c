"""Figures by file: taken in as one step, asked for as a promise of the organisation."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.figures_files import ImportFigures, RequestFigures
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.session_kinds import OwnerKind
from clusterdesk.services.figures import figure_changes
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.ledger_periods import ledger_title
from clusterdesk.services.ledger_staff import staff_changes
from clusterdesk.store.desk_store import Store


def import_figures(store: Store, cmd: ImportFigures) -> OpResult[int]:
    """Take figures in, with their ledger where it is new and the request they answer; return how many cells changed.

    Raises:
        KnownError: a period is not one of the ledger's, an amount cannot be, or the request was answered already.
    """
    ledger = cmd.new_ledger or store.get(Ledger, cmd.ledger_id)
    changes: list[Change] = [Insert(ledger)] if cmd.new_ledger is not None else []
    written = [*figure_changes(store, ledger, cmd.cells), *staff_changes(store, ledger, cmd.staff)]
    touched = {change.record.id if isinstance(change, Insert) else change.record_id for change in written}
    changes += written
    if cmd.request_id is not None:
        asked = store.get(Action, cmd.request_id)
        if asked.done_on is not None:
            raise KnownError(
                "request_answered",
                N_("These figures were taken in already, on {day}."),
                advice=N_("Enter corrections in the grid, or import the file from the page of the figures."),
                day=asked.done_on,
            )
        changes += differences(asked, replace(asked, done_on=store.clock.today()))
    return OpResult(len(touched), store.apply(replace(cmd, title=ledger_title(store, ledger)), changes))


def request_figures(store: Store, cmd: RequestFigures) -> OpResult[Action]:
    """Write down that a company was asked for figures.

    Raises:
        KnownError: its organisation lies in the bin.
    """
    ledger = store.get(Ledger, cmd.ledger_id)
    action = Action(
        id=cmd.action_id,
        organisation_id=receiving_organisation(store, ledger.organisation_id).id,
        text=one_line(cmd.text),
        owner=OwnerKind.ORGANISATION,
        contact_id=cmd.contact_id,
        due_on=cmd.due_on,
        visibility=Visibility.SHAREABLE,
    )
    return OpResult(action, store.apply(replace(cmd, title=ledger_title(store, ledger)), [Insert(action)]))
