"""hub-team-person erase: the data of a person of a receiving team, out of the tables and out of the journal."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.erasure import add_erasing, asked_and_erased
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only persons have."""
    add_erasing(actions, t, erase)


def erase(context: Context, options: Namespace) -> Answer:
    """Erase the data of a person of a team, after a question."""
    from clusterdesk.domain.commands.records import EraseTeamPerson
    from clusterdesk.services.erasure import erase_team_person

    def erased(record_id: UUID) -> dict[str, Any]:
        return {"answers": erase_team_person(context.desk.store, EraseTeamPerson(hub_person_id=record_id)).output}

    return asked_and_erased(context, options.ref, "hub_team_person", erased)
