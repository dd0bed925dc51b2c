"""referral follow, board, teams, match, readiness, lift: how orientations stand, and what they lack."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli import referral_page_shapes as shapes
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.cli.referral_shown import answer, matches
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands import referrals as asked
from clusterdesk.domain.records.referrals import ReadinessReply
from clusterdesk.domain.referrals.board import BoardFilter, Shown, on_board, team_loads


def add_actions(actions: Actions, t: Translate) -> None:
    """Add how orientations are read, and what follows from it."""
    ref_help = t("orientation: id, code, or the organisation")
    following = actions.add("follow", t("where it stands, what is possible, what happened"), follow)
    boarding = actions.add("board", t("all of them by column, the late ones first"), board)
    boarding.options.add_argument("--only", choices=[one.value for one in Shown], default=Shown.ALL.value,
                                  help=t("which ones"))  # fmt: skip
    boarding.options.add_argument("--words", metavar=t("TEXT"), default="", help=t("words that have to be found"))
    boarding.options.add_argument("--team", metavar="REF", help=t("those of a receiving team"))
    boarding.options.add_argument("--organisation", metavar="REF", help=t("those of an organisation, the newest first"))
    actions.add("teams", t("how the teams answer: load, median days, how much they take on"), teams)
    matching = actions.add("match", t("which teams suit, and why"), match)
    answering = actions.add("readiness", t("questions on readiness for abroad; answer them as KEY=yes"), readiness)
    lifting = actions.add("lift", t("make actions of what readiness lacks"), lift)
    for one in (following, matching, answering, lifting):
        one.wanted.add_argument("ref", metavar="REF", help=ref_help)
    answering.wanted.add_argument("replies", metavar=t("KEY=REPLY"), nargs="*", help="yes · no · not_applicable")


def follow(context: Context, options: Namespace) -> Answer:
    """Show where an orientation stands."""
    return answer(context, referral_meant(context, options.ref))


def board(context: Context, options: Namespace) -> Answer:
    """Show the columns."""
    from clusterdesk.services.referral_views import read_referrals, referrals_of

    store = context.desk.store
    data = read_referrals(store, context.silence)
    rows = data.rows
    if options.organisation:
        rows = referrals_of(store, references.target(context, options.organisation, "organisation"), context.silence)
    team_id = references.target(context, options.team, "hub_team") if options.team else None
    wanted = BoardFilter(Shown(options.only), options.words, team_id=team_id, own_id=data.own_id)
    columns = on_board([row for row in rows if wanted.fits(row)], store.clock.today())
    document = {
        "columns": [
            {"column": column.value, "referrals": [shapes.row_document(context, row) for row in found]}
            for column, found in columns.items()
        ]
    }
    shown = [row for found in columns.values() for row in found]
    none = Lines([context.t("No orientation fits.")])
    return Answer(document, [shapes.rows_table(context, shown) if shown else none])


def teams(context: Context, options: Namespace) -> Answer:
    """Show how the teams answer."""
    from clusterdesk.services.referral_views import read_referrals

    loads = team_loads(read_referrals(context.desk.store, context.silence).rows)
    return Answer({"teams": [shapes.load_document(one) for one in loads]}, [shapes.loads_table(context, loads)])


def match(context: Context, options: Namespace) -> Answer:
    """Show which teams suit."""
    found = matches(context, referral_meant(context, options.ref))
    return Answer({"teams": [shapes.match_document(one) for one in found]}, [shapes.matches_table(context, found)])


def readiness(context: Context, options: Namespace) -> Answer:
    """Answer questions on readiness, or show them."""
    from clusterdesk.services.readiness import answer_readiness
    from clusterdesk.services.referral_views import read_referral

    referral_id = referral_meant(context, options.ref)
    known = {one.key: one.id for one in read_referral(context.desk.store, referral_id).questions}
    given = []
    for text in options.replies:
        key, mark, reply = text.partition("=")
        if not mark or key not in known or reply not in {one.value for one in ReadinessReply}:
            message = N_("Write an answer as KEY=yes, no, unknown or not_applicable, not “{text}”.")
            raise WrongUseError(message, text=text)
        given.append(asked.ReadinessGiven(question_id=known[key], reply=ReadinessReply(reply)))
    if given:
        answer_readiness(context.desk.store, asked.AnswerReadiness(referral_id=referral_id, answers=tuple(given)))
    return answer(context, referral_id)


def lift(context: Context, options: Namespace) -> Answer:
    """Make actions of what is missing."""
    from clusterdesk.services.readiness import lift_readiness

    command = asked.LiftReadiness(referral_id=referral_meant(context, options.ref))
    made = lift_readiness(context.desk.store, command).output
    line = context.t.n("{n} action is made.", "{n} actions are made.", n=len(made))
    document = {"actions": [{"id": str(one.id), "text": one.text} for one in made]}
    return Answer(document, [Lines([line, *(one.text for one in made)])])
