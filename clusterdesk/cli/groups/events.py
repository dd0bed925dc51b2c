"""programme-event follow, move, tell, register, presence: an event from its day to who came."""

from argparse import Namespace
from datetime import date
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import programme_shapes, references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.commands.programme import AddParticipant, MarkPresence, MoveEvent, TellEvent
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.groups import GatheringState, Presence

_FIELDS = RECORD_TYPES["programme_event"].fields
_STATES = [one.value for one in GatheringState]
_PRESENCES = [one.value for one in Presence]


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what happens to an event."""
    following = actions.add("follow", t("where it stands, who takes part, what was thought of it"), follow)
    moving = actions.add("move", t("move it to another day"), move)
    telling = actions.add("tell", t("say that it took place, was called off, or is to come"), tell)
    registering = actions.add("register", t("register an organisation, a contact person or a name"), register)
    marking = actions.add("presence", t("note who came"), presence)
    for one in (following, moving, telling, registering, marking):
        one.wanted.add_argument("ref", metavar="REF", help=t("id or title of an event"))
    moving.wanted.add_argument("on", metavar=t("DATE"), help=t("the new day"))
    telling.wanted.add_argument("state", metavar=t("STATE"), choices=_STATES, help=" · ".join(_STATES))
    registering.wanted.add_argument("name", metavar=t("NAME"), nargs="?", default="", help=t("first and last name"))
    registering.options.add_argument("--organisation", metavar="REF", help=t("of which organisation"))
    registering.options.add_argument("--contact", metavar="REF", help=t("who of the contact persons"))
    registering.options.add_argument("--mail", metavar=t("TEXT"), default="", help=t("mail address"))
    registering.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    marking.wanted.add_argument("presence", metavar=t("PRESENCE"), choices=_PRESENCES, help=" · ".join(_PRESENCES))
    marking.wanted.add_argument(
        "names", metavar=t("NAME"), nargs="*", help=t("participants or their organisations; without any all registered")
    )


def follow(context: Context, options: Namespace) -> Answer:
    """Show an event."""
    return _answer(context, _meant(context, options))


def move(context: Context, options: Namespace) -> Answer:
    """Move an event."""
    from clusterdesk.services import programme

    found = _meant(context, options)
    day: date = values.read(context, _FIELDS["on"], "DATE", options.on)
    programme.move_event(context.desk.store, MoveEvent(event_id=found, on=day))
    return _answer(context, found, context.t("Moved to {day}.", day=context.formats.date(day)))


def tell(context: Context, options: Namespace) -> Answer:
    """Say how an event went."""
    from clusterdesk.services import programme

    found = _meant(context, options)
    programme.tell_event(context.desk.store, TellEvent(event_id=found, state=GatheringState(options.state)))
    return _answer(context, found, context.t("Noted."))


def register(context: Context, options: Namespace) -> Answer:
    """Register somebody."""
    from clusterdesk.services import event_participants

    found = _meant(context, options)
    on: date | None = values.read(context, _FIELDS["on"], "--on", options.on) if options.on else None
    command = AddParticipant(
        event_id=found,
        name=options.name,
        mail=options.mail,
        organisation_id=references.target(context, options.organisation, "organisation")
        if options.organisation
        else None,
        contact_id=references.target(context, options.contact, "contact") if options.contact else None,
        on=on,
    )
    event_participants.add_participant(context.desk.store, command)
    return _answer(context, found, context.t("Registered."))


def presence(context: Context, options: Namespace) -> Answer:
    """Note who came."""
    from clusterdesk.services import event_participants

    found = _meant(context, options)
    ids = _participations(context, found, options.names)
    command = MarkPresence(event_id=found, participation_ids=ids, presence=Presence(options.presence))
    event_participants.mark_presence(context.desk.store, command)
    return _answer(context, found, context.t.n("{n} attendance noted.", "{n} attendances noted.", n=len(ids)))


def _participations(context: Context, event_id: UUID, names: list[str]) -> tuple[UUID, ...]:
    """Return the participations that names mean: of a person, or of everybody of an organisation."""
    from clusterdesk.services.programme_views import read_event

    lines = read_event(context.desk.store, event_id).participants
    if not names:
        return tuple(
            one.record.id for one in lines if one.record.registered_on is not None and one.record.cancelled_on is None
        )
    ids: list[UUID] = []
    for name in names:
        wanted = folded(name)
        fitting = [one.record.id for one in lines if wanted in (folded(one.name), folded(one.organisation))]
        if not fitting:
            raise KnownError(
                "no_such_participant",
                N_("Nobody called “{name}” takes part."),
                advice=N_("See who does: clusterdesk programme-event follow REF; or register them first."),
                name=name,
            )
        ids += fitting
    return tuple(dict.fromkeys(ids))


def _meant(context: Context, options: Namespace) -> UUID:
    return references.target(context, options.ref, "programme_event")


def _answer(context: Context, event_id: UUID, line: str = "") -> Answer:
    from clusterdesk.services.programme_views import read_event

    page = read_event(context.desk.store, event_id)
    blocks: list[Any] = programme_shapes.page_blocks(context, page)
    return Answer(programme_shapes.page_document(context, page), [Lines([line]), *blocks] if line else blocks)
