"""programme-event invite: who is invited by a filter, with mail drafts."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import invitation_shapes, references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import LANGUAGES, Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands.programme import InviteToEvent
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.views.invitations import Invitations, InviteFilter

if TYPE_CHECKING:
    from clusterdesk.exchange.invitations import Draft

_FIELDS = ("membership", "value-chain", "circular-model", "language", "municipality")
_STATUSES = {one.value: one for one in MembershipStatus}


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the action."""
    inviting = actions.add("invite", t("invite the contact persons that a filter finds, and who agreed to it"), invite)
    inviting.wanted.add_argument("ref", metavar="REF", help=t("id or title of an event"))
    inviting.options.add_argument(
        "--filter",
        metavar=t("FIELD=VALUE"),
        action="append",
        default=[],
        help=t("only some: {fields}; may be repeated", fields=", ".join(_FIELDS)),
    )
    inviting.options.add_argument("--dry-run", action="store_true", help=t("only say what would happen"))
    inviting.options.add_argument("--drafts", metavar=t("FOLDER"), help=t("mail drafts into this folder"))
    inviting.options.add_argument(
        "--no-drafts", action="store_true", help=t("only note who is invited, without mail drafts")
    )


def invite(context: Context, options: Namespace) -> Answer:
    """Invite whoever a filter finds and may be written to: mail drafts, then noted as one step."""
    from clusterdesk.services import invitations

    store = context.desk.store
    event_id = references.target(context, options.ref, "programme_event")
    found = invitations.read_invitations(store, event_id, _wanted(context, options.filter))
    drafts: list[Draft] = []
    if found.open and not options.dry_run:
        if not options.no_drafts:
            drafts = _drafts(context, found, Path(options.drafts).expanduser() if options.drafts else None)
        invited = tuple(one.pair for one in found.open)
        invitations.invite(store, InviteToEvent(event_id=event_id, invited=invited))
    dry = bool(options.dry_run)
    return Answer(
        invitation_shapes.document(found, drafts, dry=dry), invitation_shapes.blocks(context, found, drafts, dry=dry)
    )


def _drafts(context: Context, found: Invitations, folder: Path | None) -> "list[Draft]":
    from clusterdesk.exchange.invitations import write_drafts

    settings = context.settings
    return write_drafts(
        context.desk.store,
        found.event.id,
        found.open,
        author=settings.profile_name,
        usual=settings.default_document_language,
        folder=folder,
    )


def _wanted(context: Context, filters: list[str]) -> InviteFilter:
    """Return the filter that FIELD=VALUE arguments say.

    Raises:
        WrongUseError: a field or a value is not known.
        KnownError: there is no such value chain or circular model.
    """
    chosen: dict[str, list[str]] = {name: [] for name in _FIELDS}
    for text in filters:
        name, equals, value = text.partition("=")
        key = name.strip().lower().replace("_", "-")
        if not equals or key not in chosen or not value.strip():
            raise WrongUseError(
                N_("There is no field “{name}” here. Use one of: {fields}."),
                code="unknown_field",
                name=name,
                fields=", ".join(_FIELDS),
            )
        chosen[key].append(value.strip())
    return InviteFilter(
        context.desk.clock.today(),
        tuple(_status(one) for one in chosen["membership"]),
        tuple(references.target(context, one, "value_chain") for one in chosen["value-chain"]),
        tuple(references.target(context, one, "circular_model") for one in chosen["circular-model"]),
        _language(chosen["language"]),
        " ".join(chosen["municipality"][-1:]),
    )


def _status(text: str) -> MembershipStatus:
    found = _STATUSES.get(text.lower())
    if found is None:
        raise _unknown("membership", text, tuple(_STATUSES))
    return found


def _language(given: list[str]) -> str:
    if given and given[-1].lower() not in LANGUAGES:
        raise _unknown("language", given[-1], tuple(LANGUAGES))
    return given[-1].lower() if given else ""


def _unknown(name: str, value: str, choices: tuple[str, ...]) -> WrongUseError:
    return WrongUseError(
        N_("“{value}” is not known for {name}. Use one of: {choices}."),
        code="unknown_choice",
        value=value,
        name=f"--filter {name}",
        choices=", ".join(choices),
    )
