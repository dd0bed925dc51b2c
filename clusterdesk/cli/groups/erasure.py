"""contact erase: a person's data, out of the tables and out of the journal."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, told
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only persons have."""
    add_erasing(actions, t, erase)


def add_erasing(actions: Actions, t: Translate, handler: Callable[[Context, Namespace], Answer]) -> None:
    """Add the erasure of a person, whatever kind of record she is."""
    erasing = actions.add("erase", t("erase the data of a person for good; this cannot be undone"), handler)
    erasing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))


def erase(context: Context, options: Namespace) -> Answer:
    """Erase the data of a contact person, after a question."""
    from clusterdesk.domain.commands.records import ErasePerson
    from clusterdesk.services.erasure import erase_person

    def erased(record_id: UUID) -> dict[str, Any]:
        return {"contact_points": erase_person(context.desk.store, ErasePerson(contact_id=record_id)).output}

    return asked_and_erased(context, options.ref, "contact", erased)


def asked_and_erased(context: Context, ref: str, key: str, erased: Callable[[UUID], dict[str, Any]]) -> Answer:
    """Ask whether the data of a person goes for good, and let ``erased`` erase it."""
    found = references.one(context, ref, (key,))
    name = told.title(context, key, found.title)
    context.confirm(context.t("Erase the data of {name} for good? Undo will not bring it back.", name=name))
    document = {"record_type": key, "id": str(found.id), "erased": True, **erased(found.id)}
    note = context.t("Backups made before keep the data until they are thinned out.")
    return Answer(document, [Lines([context.t("The data of this person was erased.")])], [note])
