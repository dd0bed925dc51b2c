"""prospect: how far each has come, moved from state to state, joined; its contact person erased."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.erasure import add_erasing, asked_and_erased
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.prospects import EraseProspectPerson, JoinProspect, MoveProspect
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.prospects import ChainProspects, ProspectRow

_STEP = RECORD_TYPES["prospect_step"].fields
_MEMBERSHIP = RECORD_TYPES["membership"].fields["status"]


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with prospects beside keeping and finding them."""
    showing = actions.add("overview", t("how far each prospect has come, and how many per chain and state"), overview)
    showing.options.add_argument("--chain", metavar="CHAIN", help=t("the key of a value chain; else all"))
    showing.options.add_argument("--state", metavar=t("STATE"), help=_states())
    moving = actions.add("move", t("let a prospect reach a state"), move)
    joining = actions.add("join", t("let a prospect join: it becomes an organisation in its place"), join)
    for one in (moving, joining):
        one.wanted.add_argument("ref", metavar="REF", help=t("a prospect"))
        one.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
        one.options.add_argument(
            "--by", metavar=t("NAME"), default="", help=t("who did it; else the name of the settings")
        )
        one.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("what was said, or why it declined"))
    moving.wanted.add_argument("state", metavar=t("STATE"), help="to_contact · contacted · interested · declined")
    moving.options.add_argument("--next-step", metavar=t("TEXT"), default="", help=t("what comes next"))
    moving.options.add_argument("--next-step-on", metavar=t("DATE"), help=t("when"))
    joining.options.add_argument("--as", dest="known", metavar="REF", help=t("the organisation it is already"))
    joining.options.add_argument("--anew", action="store_true", help=t("a new one, even where one like it is known"))
    joining.options.add_argument("--role", metavar=t("TEXT"), default="", help=t("its role in the project"))
    joining.options.add_argument("--membership", metavar=t("STATUS"), help="candidate · member · partner")
    add_erasing(actions, t, erase)


def overview(context: Context, options: Namespace) -> Answer:
    """Show the prospects by state, and count them."""
    from clusterdesk.services.prospects import prospect_counts, read_prospects

    store, t = context.desk.store, context.t
    rows = [
        row
        for row in read_prospects(store).rows
        if options.chain is None or (row.chain is not None and row.chain.key == options.chain)
    ]
    if options.state is not None:
        state = values.read(context, _STEP["state"], "--state", options.state)
        rows = [row for row in rows if row.state is state]
    counts = [
        one
        for one in prospect_counts(store)
        if options.chain is None or (one.chain is not None and one.chain.key == options.chain)
    ]
    heads = [t("State"), t("Name"), t("Link"), t("Project"), t("Next step"), t("Since")]
    table = [
        [
            t(choice_label(row.state)),
            row.record.name,
            row.link.name_in(t.language) if row.link is not None else "",
            row.project,
            " ".join(one for one in (row.record.next_step, values.shown(context, row.record.next_step_on)) if one),
            values.shown(context, row.since),
        ]
        for row in rows
    ]
    per_chain = [
        [
            one.chain.name_in(t.language) if one.chain is not None else t("of no chain"),
            *(str(one.counts.get(state, 0)) for state in ProspectState),
        ]
        for one in counts
    ]
    by_state = [t("Value chain"), *(t(choice_label(state)) for state in ProspectState)]
    numbers = frozenset(range(1, len(by_state)))
    document = {"prospects": [_document(row) for row in rows], "counts": [_counted(one) for one in counts]}
    return Answer(document, [Table(heads, table), Table(by_state, per_chain, numbers)])


def move(context: Context, options: Namespace) -> Answer:
    """Let a prospect reach a state."""
    from clusterdesk.services import prospects

    command = MoveProspect(
        prospect_id=references.one(context, options.ref, ("prospect",)).id,
        state=values.read(context, _STEP["state"], "STATE", options.state),
        on=_day(context, "--on", options.on),
        by=options.by,
        remark=options.remark,
        next_step=options.next_step,
        next_step_on=_day(context, "--next-step-on", options.next_step_on),
    )
    prospects.move_prospect(context.desk.store, command)
    return _moved(context, command.prospect_id)


def join(context: Context, options: Namespace) -> Answer:
    """Let a prospect join."""
    from clusterdesk.services import prospect_joining

    command = JoinProspect(
        prospect_id=references.one(context, options.ref, ("prospect",)).id,
        organisation_id=references.target(context, options.known, "organisation") if options.known else None,
        anew=options.anew,
        on=_day(context, "--on", options.on),
        by=options.by,
        remark=options.remark,
        role=options.role,
        membership=values.read(context, _MEMBERSHIP, "--membership", options.membership)
        if options.membership
        else None,
    )
    prospect_joining.join_prospect(context.desk.store, command)
    return _moved(context, command.prospect_id)


def erase(context: Context, options: Namespace) -> Answer:
    """Erase the contact person of a prospect, after a question."""
    from clusterdesk.services.prospects import erase_prospect_person

    def erased(record_id: UUID) -> dict[str, Any]:
        return {
            "name": erase_prospect_person(context.desk.store, EraseProspectPerson(prospect_id=record_id)).output.name
        }

    return asked_and_erased(context, options.ref, "prospect", erased)


def _moved(context: Context, prospect_id: UUID) -> Answer:
    from clusterdesk.services.prospects import read_prospects

    row = read_prospects(context.desk.store).row(prospect_id)
    assert row is not None
    t = context.t
    line = t("{name}: {state}.", name=row.record.name, state=t(choice_label(row.state)))
    return Answer(_document(row), [Lines([line])])


def _day(context: Context, flag: str, text: str | None) -> Any:  # noqa: ANN401 - a day, or None
    return values.read(context, _STEP["on"], flag, text) if text else None


def _document(row: ProspectRow) -> dict[str, Any]:
    record = row.record
    return {
        "id": str(record.id),
        "name": record.name,
        "state": row.state.value,
        "since": row.since.isoformat() if row.since is not None else None,
        "value_chain": row.chain.key if row.chain is not None else None,
        "link": row.link.key if row.link is not None else None,
        "project": row.project or None,
        "manager": row.profile or None,
        "next_step": record.next_step,
        "next_step_on": record.next_step_on.isoformat() if record.next_step_on is not None else None,
        "organisation_id": str(row.organisation_id) if row.organisation_id is not None else None,
        "organisation": row.organisation or None,
        "steps": [
            {"state": one.state.value, "on": one.on.isoformat(), "by": one.by, "remark": one.remark}
            for one in row.steps
        ],
    }


def _counted(one: ChainProspects) -> dict[str, Any]:
    states = {state.value: one.counts.get(state, 0) for state in ProspectState}
    return {"value_chain": one.chain.key if one.chain is not None else None, **states, "open": one.open}


def _states() -> str:
    return " · ".join(state.value for state in ProspectState)
