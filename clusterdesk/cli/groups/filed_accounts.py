"""annual-accounts attach: the filed document of a financial year, evidence of level 3 in one step."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions

if TYPE_CHECKING:
    from clusterdesk.domain.records.figures import AnnualAccounts


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only annual accounts have."""
    attaching = actions.add("attach", t("keep the filed document of a financial year: evidence of level 3"), attach)
    attaching.wanted.add_argument(
        "ref", metavar="REF", help=t("organisation: id, number or name; or id of the accounts")
    )
    attaching.wanted.add_argument("file", metavar=t("FILE"), help=t("file to copy into the binder"))
    attaching.options.add_argument(
        "--year", type=int, metavar=t("YEAR"), help=t("year in which it ends; else the newest")
    )


def attach(context: Context, options: Namespace) -> Answer:
    """Keep the document; it proves the accounts."""
    from clusterdesk.domain.commands.accounts import AttachAccounts
    from clusterdesk.services.accounts import attach_accounts

    accounts = _meant(context, options)
    name = context.t("Annual accounts {year}", year=str(accounts.to_on.year))
    cmd = AttachAccounts(accounts_id=accounts.id, source=Path(options.file).expanduser(), name=name)
    limit = context.settings.document_size_limit_mb
    done = attach_accounts(context.desk.store, cmd, limit_mb=limit)
    evidence = done.output
    document = {
        "accounts": str(accounts.id),
        "document": str(evidence.document_id),
        "evidence": str(evidence.id),
        "level": int(evidence.level),
        "operation": None if done.changes.operation_id is None else str(done.changes.operation_id),
    }
    return Answer(document, [Lines([evidence.title])])


def _meant(context: Context, options: Namespace) -> "AnnualAccounts":
    """Return the accounts of an id, or those of a year of an organisation."""
    from clusterdesk.domain.records.figures import AnnualAccounts
    from clusterdesk.services.accounts import accounts_of

    store = context.desk.store
    found = references.one(context, options.ref, ("annual_accounts", "organisation"))
    if found.record_type == "annual_accounts":
        return store.get(AnnualAccounts, found.id)
    years = accounts_of(store, references.target(context, options.ref, "organisation"))
    fitting = [one for one in years if options.year in (None, one.to_on.year)]
    if fitting:
        return fitting[0]
    raise KnownError(
        "no_accounts",
        N_("There are no annual accounts of that year for “{text}”."),
        advice=N_("Add them first: clusterdesk annual-accounts add."),
        text=options.ref,
    )
