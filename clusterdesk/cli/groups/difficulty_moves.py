"""difficulty approve, send-back, send, answer, tell, close, reopen, join, take-apart: its way up and back."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.difficulty_answers import answer, day_given, meant
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.domain.commands import difficulties as asked


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the moves of a difficulty."""
    approving = actions.add("approve", t("approve that it is sent up, by the director"), approve)
    approving.options.add_argument("--by", metavar=t("NAME"), help=t("the director; else you, or the only one"))
    backing = actions.add("send-back", t("send it back for changes"), send_back)
    sending = actions.add("send", t("say that it was sent, and to whom"), send)
    sending.options.add_argument("--to", metavar="REF", help=t("one of the recipients of difficulties"))
    sending.options.add_argument(
        "--without-note", action="store_true", help=t("no note of ours left with it: --remark says how it was told")
    )
    answering = actions.add("answer", t("note the answer"), note_answer)
    telling = actions.add("tell", t("say that organisations were told of the answer"), tell)
    closing = actions.add("close", t("close it with what came of it"), close)
    again = actions.add("reopen", t("take it up again: a draft once more"), reopen)
    joining = actions.add("join", t("read it as another one that says the same"), join)
    apart = actions.add("take-apart", t("let a joined one stand on its own again"), take_apart)
    for one in (approving, backing, sending, answering, telling, closing, again, joining, apart):
        one.wanted.add_argument("ref", metavar="REF", help=t("id or title of a difficulty"))
    answering.wanted.add_argument("text", metavar=t("TEXT"), help=t("what was answered"))
    closing.wanted.add_argument("text", metavar=t("TEXT"), help=t("what came of it"))
    telling.wanted.add_argument(
        "organisations", metavar=t("ORGANISATION"), nargs="*", help=t("which; else all that were not told yet")
    )
    telling.options.add_argument("--drafts", metavar=t("FOLDER"), help=t("only write mail drafts into a folder"))
    joining.wanted.add_argument("into", metavar=t("INTO"), help=t("the one that it is read as"))
    for one in (backing, again):
        one.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("why; it has to be said"))
    for one in (approving, sending, telling):
        one.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("a remark kept with the step"))
    for one in (approving, backing, sending, answering, telling, closing, again):
        _add_day(one, t)


def approve(context: Context, options: Namespace) -> Answer:
    """Approve."""
    from clusterdesk.services.difficulty_moves import approve_difficulty

    found, on = meant(context, options), day_given(context, options)
    command = asked.ApproveDifficulty(difficulty_id=found, on=on, by=options.by or "", remark=options.remark)
    done = approve_difficulty(context.desk.store, command).output
    return answer(context, found, context.t("Approved by {name}.", name=done.approved_by))


def send_back(context: Context, options: Namespace) -> Answer:
    """Send back for changes."""
    from clusterdesk.services.difficulty_moves import send_back_difficulty

    found, on = meant(context, options), day_given(context, options)
    command = asked.SendBackDifficulty(difficulty_id=found, on=on, remark=options.remark)
    send_back_difficulty(context.desk.store, command)
    return answer(context, found, context.t("Sent back for changes."))


def send(context: Context, options: Namespace) -> Answer:
    """Note that it was sent."""
    from clusterdesk.services.difficulty_moves import send_difficulty

    found, on = meant(context, options), day_given(context, options)
    to = references.target(context, options.to, "difficulty_recipient") if options.to else None
    command = asked.SendDifficulty(
        difficulty_id=found,
        on=on,
        recipient_id=to,
        remark=options.remark,
        with_note=not options.without_note,
    )
    send_difficulty(context.desk.store, command)
    return answer(context, found, context.t("Noted as sent."))


def note_answer(context: Context, options: Namespace) -> Answer:
    """Note the answer."""
    from clusterdesk.services.difficulty_moves import answer_difficulty

    found, on = meant(context, options), day_given(context, options)
    answer_difficulty(context.desk.store, asked.AnswerDifficulty(difficulty_id=found, on=on, answer=options.text))
    return answer(context, found, context.t("The answer is noted."))


def tell(context: Context, options: Namespace) -> Answer:
    """Note that organisations were told."""
    from clusterdesk.services.difficulty_moves import feed_back_difficulty

    found, on = meant(context, options), day_given(context, options)
    told = tuple(references.target(context, one, "organisation") for one in options.organisations)
    if options.drafts:
        return _drafts(context, found, told, Path(options.drafts))
    command = asked.FeedBackDifficulty(difficulty_id=found, on=on, organisation_ids=told, remark=options.remark)
    feed_back_difficulty(context.desk.store, command)
    return answer(context, found, context.t("The organisations were told."))


def close(context: Context, options: Namespace) -> Answer:
    """Close."""
    from clusterdesk.services.difficulty_moves import close_difficulty

    found, on = meant(context, options), day_given(context, options)
    close_difficulty(context.desk.store, asked.CloseDifficulty(difficulty_id=found, on=on, result=options.text))
    return answer(context, found, context.t("The difficulty is closed."))


def reopen(context: Context, options: Namespace) -> Answer:
    """Take up again."""
    from clusterdesk.services.difficulty_moves import reopen_difficulty

    found, on = meant(context, options), day_given(context, options)
    command = asked.ReopenDifficulty(difficulty_id=found, on=on, remark=options.remark)
    reopen_difficulty(context.desk.store, command)
    return answer(context, found, context.t("It is a draft again."))


def join(context: Context, options: Namespace) -> Answer:
    """Join into another one, and answer that one."""
    from clusterdesk.services.difficulty_moves import join_difficulties

    found = meant(context, options)
    into = references.target(context, options.into, "difficulty")
    command = asked.JoinDifficulties(difficulty_id=found, into_id=into)
    kept = join_difficulties(context.desk.store, command).output
    return answer(context, kept.id, context.t("Joined into “{title}”.", title=kept.title))


def take_apart(context: Context, options: Namespace) -> Answer:
    """Let it stand on its own again."""
    from clusterdesk.services.difficulty_moves import take_apart_difficulty

    found = meant(context, options)
    take_apart_difficulty(context.desk.store, asked.TakeApartDifficulty(difficulty_id=found))
    return answer(context, found, context.t("It stands on its own again."))


def _drafts(context: Context, difficulty_id: UUID, told: tuple[UUID, ...], folder: Path) -> Answer:
    from clusterdesk.exchange.difficulty_mails import write_feedback
    from clusterdesk.services.difficulty_feedback import read_feedback

    t = context.t
    feedback = read_feedback(context.desk.store, difficulty_id, told, t.language)
    files = write_feedback(feedback, folder, context.desk.store.author, t)
    document = {
        "drafts": [
            {
                "organisation": one.name,
                "language": one.language,
                "to": [each.mail for each in one.mails],
                "file": str(file),
            }
            for one, file in zip(feedback, files, strict=True)
        ]
    }
    return Answer(document, [Lines([str(file) for file in files])])


def _add_day(parser: Parser, t: Translate) -> None:
    parser.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
