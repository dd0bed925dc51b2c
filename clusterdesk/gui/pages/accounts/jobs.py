"""Reading and adding annual accounts, and attaching what was filed, in the worker."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.accounts import AttachAccounts
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.figures import AnnualAccounts
from clusterdesk.domain.records.results import Document, Evidence

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class AccountsLine:
    """The accounts of a year, with the name of their document and the evidence that it is."""

    record: AnnualAccounts
    document: str = ""
    evidence: Evidence | None = None


def read_accounts(organisation_id: UUID, desk: "Desk") -> list[AccountsLine]:
    """Return the annual accounts of an organisation, the newest year first."""
    from clusterdesk.services.accounts import accounts_of

    found = accounts_of(desk.store, organisation_id)
    ids = [one.document_id for one in found if one.document_id is not None]
    documents = {one.id: one for one in desk.store.find(Document, id=ids)} if ids else {}
    proofs = {one.document_id: one for one in desk.store.find(Evidence, document_id=ids)} if ids else {}
    return [
        AccountsLine(
            one,
            documents[one.document_id].name if one.document_id in documents else "",
            proofs.get(one.document_id) if one.document_id is not None else None,
        )
        for one in found
    ]


def add_accounts(organisation_id: UUID, desk: "Desk") -> OpResult[Record]:
    """Add the accounts of the year that follows the newest ones."""
    from clusterdesk.services.accounts import next_year
    from clusterdesk.services.records import add_record

    return add_record(desk.store, AddRecord(record=next_year(desk.store, organisation_id)))


def attach(accounts_id: UUID, path: Path, name: str, desk: "Desk") -> OpResult[Evidence]:
    """Keep the filed document; it proves the accounts."""
    from clusterdesk.services.accounts import attach_accounts

    cmd = AttachAccounts(accounts_id=accounts_id, source=path, name=name)
    return attach_accounts(desk.store, cmd, limit_mb=desk.settings.document_size_limit_mb)
