"""contact erase: a person's data, out of the tables and out of the journal."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only contact persons have."""
    erasing = actions.add("erase", t("erase the data of a person for good; this cannot be undone"), erase)
    erasing.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))


def erase(context: Context, options: Namespace) -> Answer:
    """Erase the data of a person, after a question."""
    from clusterdesk.domain.commands.records import ErasePerson
    from clusterdesk.services.erasure import erase_person

    found = references.one(context, options.ref, ("contact",))
    context.confirm(context.t("Erase the data of {name} for good? Undo will not bring it back.", name=found.title))
    result = erase_person(context.desk.store, ErasePerson(contact_id=found.id))
    document = {"record_type": "contact", "id": str(found.id), "erased": True, "contact_points": result.output}
    note = context.t("Backups made before keep the data until they are thinned out.")
    return Answer(document, [Lines([context.t("The data of this person was erased.")])], [note])
