"""Sheets of figures are compared with a real ledger in a real binder."""

from datetime import date

import pytest

from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.services import figures
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation
from tests.store.conftest import SteppingClock, binder, clock, store, template_binder

__all__ = ["SteppingClock", "binder", "clock", "store", "template_binder"]


@pytest.fixture
def ledger(store: Store) -> Ledger:
    """Open the ledger of a new organisation."""
    holder = make_organisation(store)
    return figures.open_ledger(store, OpenLedger(organisation_id=holder.id, starts_on=date(2026, 1, 1))).output
