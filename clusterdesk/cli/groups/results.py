"""result-event confirm, validate, revoke: the decisions about results, as in the window."""

from argparse import Namespace
from datetime import date

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.evidence_options import asking_for_evidence, evidence_options, given_evidence
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.results import ResultEvent

_FIELDS = RECORD_TYPES["result_event"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the decisions."""
    confirming = actions.add("confirm", t("say by name that a result was reached"), confirm)
    validating = actions.add("validate", t("validate a confirmed result, as a second person"), validate)
    revoking = actions.add("revoke", t("take a result back, with the reason"), revoke)
    for one in (confirming, validating, revoking):
        one.wanted.add_argument("ref", metavar="REF", help=t("id of the result"))
    for one in (confirming, validating):
        one.options.add_argument(
            "--by", metavar=t("NAME"), default="", help=t("who decides; else the name of the settings")
        )
    for one in (confirming, validating, revoking):
        one.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    evidence_options(confirming, t)
    revoking.options.add_argument("--reason", metavar=t("TEXT"), required=True, help=t("why it does not hold"))


def confirm(context: Context, options: Namespace) -> Answer:
    """Confirm a result."""
    from clusterdesk.domain.commands.results import ConfirmResult
    from clusterdesk.services.results import confirm_result

    result_id = references.target(context, options.ref, "result_event")
    proof, paper = given_evidence(context, options)
    command = ConfirmResult(
        result_id=result_id, by=deciding_name(context, options), on=deciding_day(context, options), proof=proof
    )
    with asking_for_evidence(context):
        done = confirm_result(context.desk.store, command, paper).output
    return _told(context, done, N_("Confirmed: {what}"))


def validate(context: Context, options: Namespace) -> Answer:
    """Validate a result."""
    from clusterdesk.domain.commands.results import ValidateResult
    from clusterdesk.services.results import validate_result

    result_id = references.target(context, options.ref, "result_event")
    command = ValidateResult(result_id=result_id, by=deciding_name(context, options), on=deciding_day(context, options))
    return _told(context, validate_result(context.desk.store, command).output, N_("Validated: {what}"))


def revoke(context: Context, options: Namespace) -> Answer:
    """Take a result back."""
    from clusterdesk.domain.commands.results import RevokeResult
    from clusterdesk.services.results import revoke_result

    result_id = references.target(context, options.ref, "result_event")
    command = RevokeResult(result_id=result_id, reason=options.reason, on=deciding_day(context, options))
    return _told(context, revoke_result(context.desk.store, command).output, N_("Revoked: {what}"))


def _told(context: Context, result: ResultEvent, message: str) -> Answer:
    what = context.t(choice_label(result.kind))
    return Answer(plain_values(result), [Lines([context.t(message, what=what)])])


def deciding_name(context: Context, options: Namespace) -> str:
    """Return who decides: the name given, else that of the settings."""
    return str(options.by or context.settings.profile_name)


def deciding_day(context: Context, options: Namespace) -> date | None:
    """Return the day that was given, None for today."""
    found: date | None = values.read(context, _FIELDS["on"], "--on", options.on) if options.on else None
    return found
