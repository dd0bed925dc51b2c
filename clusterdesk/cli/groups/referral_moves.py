"""referral consent, hand-over, acknowledge … reopen: an orientation from its consent to its outcome."""

from argparse import Namespace
from functools import partial
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.country_values import one_country
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.cli.referral_shown import moved
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands import referrals as asked
from clusterdesk.domain.record_types import RECORD_TYPES

_FIELDS = RECORD_TYPES["referral"].fields
_EVIDENCE = RECORD_TYPES["evidence"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the moves of an orientation."""
    consent = _move(actions, t, "consent", t("note that the organisation agrees, and to share what"), give_consent)
    consent.options.add_argument("--who", metavar=t("NAME"), default="", help=t("who of the organisation agreed"))
    consent.options.add_argument("--what", metavar=t("TEXT"), default="", help=t("what may be shared"))
    handing = _move(actions, t, "hand-over", t("hand it over to a team"), hand_over)
    handing.options.add_argument("--team", metavar="REF", help=t("the receiving team; else the one it is meant for"))
    handing.options.add_argument("--person", metavar="REF", help=t("a person of the team"))
    handing.options.add_argument("--answer-by", metavar=t("DATE"), help=t("else after the usual days of the team"))
    for name, text, command in (
        ("acknowledge", t("note that the team has received it"), asked.Acknowledge),
        ("accept", t("note that the team takes it on"), asked.Accept),
        ("start", t("note that the team works on it"), asked.StartReferral),
        ("reopen", t("take it up again"), asked.ReopenReferral),
    ):
        _move(actions, t, name, text, partial(move, command))
    for name, text, ended in (
        ("decline", t("note that the team declines, and why"), asked.Decline),
        ("withdraw", t("note that the organisation withdraws, and why"), asked.Withdraw),
        ("revoke", t("take it back, and say why"), asked.RevokeReferral),
    ):
        ending = _move(actions, t, name, text, partial(end, ended))
        ending.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why; it has to be said"))
    _add_finish(actions, t)


def give_consent(context: Context, options: Namespace) -> Answer:
    """Note the consent."""
    return moved(context, options, asked.GiveConsent, consent_by=options.who, consent_what=options.what)


def hand_over(context: Context, options: Namespace) -> Answer:
    """Hand over."""
    from clusterdesk.domain.records.referrals import Referral

    team_id = references.target(context, options.team, "hub_team") if options.team else None
    if team_id is None:
        team_id = context.desk.store.get(Referral, referral_meant(context, options.ref)).hub_team_id
    if team_id is None:
        raise WrongUseError(N_("No team is chosen yet: name it with --team."))
    person = references.target(context, options.person, "hub_team_person") if options.person else None
    due = (
        values.read(context, _FIELDS["answer_due_on"], "--answer-by", options.answer_by) if options.answer_by else None
    )
    return moved(context, options, asked.HandOver, hub_team_id=team_id, hub_person_id=person, answer_due_on=due)


def move(command: type[asked.OfReferral], context: Context, options: Namespace) -> Answer:
    """Let something happen that needs no more than its day."""
    return moved(context, options, command)


def end(command: type[asked.OfReferral], context: Context, options: Namespace) -> Answer:
    """End it with a reason."""
    return moved(context, options, command, reason=options.reason)


def finish(context: Context, options: Namespace) -> Answer:
    """Note what came of it."""
    given: dict[str, Any] = {
        name: values.read(context, _FIELDS[name], flag, getattr(options, name))
        for name, flag in (
            ("outcome", "OUTCOME"),
            ("outcome_on", "--outcome-on"),
            ("outcome_value", "--value"),
            ("outcome_currency", "--currency"),
        )
        if getattr(options, name)
    }
    if options.outcome_country:
        given["outcome_country"] = one_country("--country", options.outcome_country)
    if options.proof:
        level = values.read(context, _EVIDENCE["level"], "--level", options.level)
        given["evidence"] = asked.OutcomeEvidence(title=options.proof, level=level)
    return moved(context, options, asked.FinishReferral, outcome_remark=options.came, **given)


def _move(actions: Actions, t: Translate, name: str, text: str, handler: Any) -> Parser:  # noqa: ANN401
    made = actions.add(name, text, handler)
    made.wanted.add_argument("ref", metavar="REF", help=t("orientation: id, code, or the organisation"))
    made.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    made.options.add_argument("--by", metavar=t("NAME"), default="", help=t("who says so; else you"))
    made.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("a remark kept with the step"))
    return made


def _add_finish(actions: Actions, t: Translate) -> None:
    made = _move(actions, t, "finish", t("note that it is done, and what came of it"), finish)
    made.wanted.add_argument("outcome", metavar=t("OUTCOME"), help="contract · distributor · partner · lead · none")
    made.options.add_argument("--outcome-on", metavar=t("DATE"), help=t("when it came about; else the same day"))
    made.options.add_argument("--value", dest="outcome_value", metavar=t("VALUE"), help=t("the value of the outcome"))
    made.options.add_argument("--currency", dest="outcome_currency", metavar=t("VALUE"), help="EUR")
    made.options.add_argument("--country", dest="outcome_country", metavar=t("TEXT"), help=t("in which country"))
    made.options.add_argument("--came", metavar=t("TEXT"), default="", help=t("what came of it, in words"))
    made.options.add_argument("--proof", metavar=t("TEXT"), help=t("the title of what proves it"))
    made.options.add_argument("--level", metavar=t("VALUE"), default="1", help=t("level of the evidence, 0 to 4"))
