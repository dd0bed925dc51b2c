"""A workbook that comes back: recognised by its token, whatever saved it and under whatever name; checked; read."""

from dataclasses import dataclass
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.figures import FigureSource, Ledger
from clusterdesk.domain.records.sessions import Action
from clusterdesk.exchange.figures.plan import FiguresPlan, plan_figures
from clusterdesk.exchange.figures.requests.asked_part import asked_part
from clusterdesk.exchange.figures.requests.token import RequestToken
from clusterdesk.services.ledgers import ledger_view
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class ReturnedRequest:
    """A workbook that answers a request, compared with its ledger."""

    token: RequestToken
    action: Action
    plan: FiguresPlan


def read_returned(store: Store, path: Path, token: RequestToken) -> ReturnedRequest:
    """Read a workbook that carries a token, and compare it with the ledger that it is about.

    Raises:
        KnownError: it is another binder's, was answered already, or its months or lines were changed.
    """
    action = next(iter(store.find(Action, id=token.request_id)), None)
    ledger = next(iter(store.find(Ledger, id=token.ledger_id)), None)
    if action is None or ledger is None:
        raise KnownError(
            "request_foreign",
            N_("{name} answers a request that this binder does not know."),
            advice=N_(
                "A colleague may have sent it, or it was taken back: exchange with the drive first, or ask again."
            ),
            name=path.name,
        )
    if action.done_on is not None:
        raise KnownError(
            "request_answered",
            N_("These figures were taken in already, on {day}."),
            advice=N_("Enter corrections in the grid, or import the file from the page of the figures."),
            day=action.done_on,
        )
    view = ledger_view(store, ledger.id)
    opened = asked_part(path, token, ledger, [line.name for line in view.lines])
    plan = plan_figures(store, opened, view, source=FigureSource.COMPANY)
    return ReturnedRequest(token, action, plan)
