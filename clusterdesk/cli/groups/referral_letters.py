"""referral chase, tell: mails to the team and to the organisation, their text ready."""

from argparse import Namespace
from functools import partial
from pathlib import Path

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.referral_reference import referral_meant
from clusterdesk.cli.referral_shown import day_given
from clusterdesk.domain.commands import referrals as asked
from clusterdesk.domain.records.referrals import ReferralAct


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the mails."""
    chase = t("remind the team: a mail whose text is ready, and the step")
    tell = t("tell the organisation: a mail whose text is ready, and the step")
    for name, text, act in (("chase", chase, ReferralAct.CHASED), ("tell", tell, ReferralAct.FED_BACK)):
        made = actions.add(name, text, partial(write, act))
        made.wanted.add_argument("ref", metavar="REF", help=t("orientation: id, code, or the organisation"))
        made.options.add_argument("--draft", metavar=t("FOLDER"), help=t("write the mail draft into a folder"))
        made.options.add_argument("--only-draft", action="store_true", help=t("do not note that it was said"))
        made.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))


def write(act: ReferralAct, context: Context, options: Namespace) -> Answer:
    """Write the reminder or the word to the organisation, and note it."""
    from clusterdesk.exchange.referrals.letters import letter, write_letter
    from clusterdesk.services.referral_moves import move_referral

    store, referral_id = context.desk.store, referral_meant(context, options.ref)
    found = letter(store, referral_id, act, context.settings.profile_name or store.author, context.t)
    path = None
    if options.draft:
        path = write_letter(Path(options.draft).expanduser(), found.draft, found.draft.subject)
    if not options.only_draft:
        command = asked.ChaseTeam if act is ReferralAct.CHASED else asked.FeedBack
        move_referral(store, command(referral_id=referral_id, on=day_given(context, options)))
    document = {
        "subject": found.draft.subject,
        "body": found.draft.body,
        "language": found.language,
        "to": [one.mailbox for one in found.draft.receivers],
        "file": str(path) if path is not None else None,
        "noted": not options.only_draft,
    }
    return Answer(document, [Lines([found.draft.subject, "", found.draft.body, *([str(path)] if path else [])])])
