"""referral begin: an organisation is handed on with a need."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.country_values import several_countries
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.referral_shown import answer, day_given
from clusterdesk.domain.commands import referrals as asked


def add_actions(actions: Actions, t: Translate) -> None:
    """Add how an orientation begins."""
    text = t("TEXT")
    made = actions.add("begin", t("begin one: kind, need and, for abroad, countries"), begin)
    made.wanted.add_argument("organisation", metavar="REF", help=t("organisation: id, number or name"))
    made.options.add_argument("--kind", metavar="REF", required=True, help=t("kind of orientation: key or name"))
    made.options.add_argument("--need", metavar=text, required=True, help=t("what the organisation needs"))
    made.options.add_argument("--country", metavar=text, action="append", default=[],
                              help=t("country or group of countries (may be repeated)"))  # fmt: skip
    made.options.add_argument("--tried", metavar=text, default="", help=t("what was tried"))
    made.options.add_argument("--asked", metavar=text, default="", help=t("what answer is expected"))
    made.options.add_argument("--team", metavar="REF", help=t("the receiving team; else the one that suits best"))
    made.options.add_argument("--session", metavar="REF", help=t("the session in which it was said"))
    made.options.add_argument("--who", metavar=t("NAME"), default="", help=t("who of the organisation agreed"))
    made.options.add_argument("--what", metavar=text, default="", help=t("what may be shared"))
    made.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))


def begin(context: Context, options: Namespace) -> Answer:
    """Begin an orientation."""
    from clusterdesk.services.referral_choices import read_choices
    from clusterdesk.services.referrals import create_referral

    store = context.desk.store
    organisation_id = references.target(context, options.organisation, "organisation")
    kind_id = references.target(context, options.kind, "referral_kind")
    choices = read_choices(store, organisation_id)
    countries = several_countries(context, "--country", options.country) if options.country else ()
    proposed = choices.team_for(kind_id, countries, store.clock.today())
    command = asked.CreateReferral(
        organisation_id=organisation_id,
        need=options.need,
        kind_id=kind_id,
        countries=countries,
        tried=options.tried,
        asked=options.asked,
        on=day_given(context, options),
        session_id=references.target(context, options.session, "session") if options.session else None,
        coaching_file_id=choices.coaching_file_id,
        profile_id=choices.profile_id,
        hub_team_id=references.target(context, options.team, "hub_team") if options.team else proposed,
        consent_by=options.who,
        consent_what=options.what,
    )
    made = create_referral(store, command).output
    return answer(context, made.id, context.t("Orientation begun, code {token}.", token=made.token))
