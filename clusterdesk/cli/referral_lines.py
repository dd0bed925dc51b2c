"""A jotted line that is an orientation, begun as a draft from the command line."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.country_values import several_countries
from clusterdesk.cli.groups import capture as capturing
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.capture.understood import Understood
from clusterdesk.domain.commands.referrals import CreateReferral
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote


def add_options(parser: Parser, t: Translate) -> None:
    """Add what an orientation is told beside its line."""
    parser.options.add_argument("--referral-kind", metavar="REF", help=t("kind of orientation: key or name"))
    parser.options.add_argument(
        "--country",
        metavar=t("TEXT"),
        action="append",
        default=[],
        help=t("a country of an orientation, also several times"),
    )


def is_referral(meant: Understood) -> bool:
    """Tell whether a line is an orientation of an organisation that is known."""
    return meant.kind is CaptureKind.REFERRAL and meant.organisation is not None and not meant.empty


def file_referral(context: Context, options: Namespace, note: QuickNote, meant: Understood) -> Answer:
    """Begin the orientation that a waiting line is, as a draft; the line is sorted with it, in one step."""
    from clusterdesk.services.referral_choices import read_choices
    from clusterdesk.services.referrals import create_referral

    store, organisation = context.desk.store, meant.organisation
    assert organisation is not None
    kind = options.referral_kind
    kind_id = references.target(context, kind, "referral_kind") if kind else None
    countries = several_countries(context, "--country", options.country) if options.country else ()
    choices = read_choices(store, organisation.id)
    command = CreateReferral(
        organisation_id=organisation.id,
        need=meant.text,
        kind_id=kind_id,
        countries=countries,
        coaching_file_id=choices.coaching_file_id,
        profile_id=choices.profile_id,
        hub_team_id=choices.team_for(kind_id, countries, store.clock.today()) if kind_id is not None else None,
        quick_note_id=note.id,
    )
    made = create_referral(store, command).output
    told = capturing.answer(context, meant, None)
    document = {**told.document, "kept": True, "destination": "referral", "id": str(made.id), "unclear": None}
    return Answer(document, [Lines([context.t("Orientation begun, code {token}.", token=made.token)])])
