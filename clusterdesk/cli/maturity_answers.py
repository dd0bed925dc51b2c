"""Answers on maturity as they are typed: one by one when asked, or several named by their keys."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.cli import maturity_shapes as shapes
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.project_reference import project_meant
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands.industrialisation import AnswerMrl, AnswerMrlQuestions, GivenReply
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.industrialisation import MrlQuestion, MrlReply
from clusterdesk.domain.views.industry import IndustryPage, ProjectIndustry

_ASSESSMENT = RECORD_TYPES["mrl_assessment"].fields
_LETTERS = {
    **dict.fromkeys(("y", "yes", "o", "oui", "j", "ja"), MrlReply.YES),
    **dict.fromkeys(("n", "no", "non", "nee"), MrlReply.NO),
    **dict.fromkeys(("x", "na", "not-applicable", "not_applicable"), MrlReply.NOT_APPLICABLE),
    **dict.fromkeys(("?", "unknown"), MrlReply.UNKNOWN),
}
_STOP = frozenset({"q", "stop"})


def ask(context: Context, options: Namespace) -> Answer:
    """Ask on standard error, read the answers from standard input, a line each."""
    project_id = project_meant(context, options.ref)
    page, shown = read_project(context, project_id)
    day, replies = day_given(context, options), shown.replies
    for question in page.questions:
        known = replies.get(question.id, MrlReply.UNKNOWN)
        if known in (MrlReply.YES, MrlReply.NOT_APPLICABLE) and not options.all:
            continue
        reply = _asked(context, question)
        if reply is None:
            break
        if reply != "":
            _note(context, project_id, day, [(question, MrlReply(reply))])
    return shown_answer(context, project_id)


def answer(context: Context, options: Namespace) -> Answer:
    """Note answers, all in one step."""
    project_id = project_meant(context, options.ref)
    page, _ = read_project(context, project_id)
    given = [_given(context, page, text) for text in options.answers]
    _note(context, project_id, day_given(context, options), given)
    return shown_answer(context, project_id)


def shown_answer(context: Context, project_id: UUID) -> Answer:
    """Return the answer that shows a project."""
    page, shown = read_project(context, project_id)
    return Answer(shapes.project_document(context, page, shown), shapes.project_blocks(context, page, shown))


def read_project(context: Context, project_id: UUID) -> tuple[IndustryPage, ProjectIndustry]:
    """Read a project and the page it stands on."""
    from clusterdesk.services.industry_views import read_industry_of_project

    return read_industry_of_project(context.desk.store, project_id)


def day_given(context: Context, options: Namespace) -> date | None:
    """Return the day that was given, None for today."""
    found: date | None = values.read(context, _ASSESSMENT["on"], "--on", options.on) if options.on else None
    return found


def own_profile(context: Context) -> UUID | None:
    """Return the colleague who sits here, by the name of the settings."""
    from clusterdesk.domain.records.lists import Profile

    name = context.settings.profile_name.casefold()
    return next((one.id for one in context.desk.store.find(Profile) if name and one.name.casefold() == name), None)


def _note(context: Context, project_id: UUID, day: date | None, given: Sequence[tuple[MrlQuestion, MrlReply]]) -> None:
    from clusterdesk.services.industrialisation import answer_question, answer_questions

    store, profile_id, language = context.desk.store, own_profile(context), context.t.language
    if len(given) == 1:
        ((question, reply),) = given
        one = AnswerMrl(
            project_id=project_id,
            question_id=question.id,
            reply=reply,
            on=day,
            profile_id=profile_id,
            language=language,
        )
        answer_question(store, one)
        return
    replies = tuple(GivenReply(question.id, reply) for question, reply in given)
    several = AnswerMrlQuestions(
        project_id=project_id, replies=replies, on=day, profile_id=profile_id, language=language
    )
    answer_questions(store, several)


def _asked(context: Context, question: MrlQuestion) -> str | None:
    """Return the reply typed, empty to pass, None to stop."""
    t = context.t
    while True:
        sys.stderr.write(f"{question.level}  {question.name_in(t.language)} {t('[y/n/x/Enter/q]')} ")
        sys.stderr.flush()
        line = sys.stdin.readline() if sys.stdin is not None else ""
        word = line.strip().casefold()
        if not line or word in _STOP:
            return None
        if not word:
            return ""
        if word in _LETTERS:
            return _LETTERS[word].value


def _given(context: Context, page: IndustryPage, text: str) -> tuple[MrlQuestion, MrlReply]:
    key, mark, word = text.partition("=")
    wanted = key.strip().casefold()
    found = [one for one in page.questions if wanted in (one.key.casefold(), one.key.partition(".")[2].casefold())]
    if not mark or len(found) != 1:
        raise WrongUseError(
            N_("“{text}” names no question. “clusterdesk mrl questions” lists the keys."),
            code="unknown_question",
            text=text,
        )
    reply = _LETTERS.get(word.strip().casefold())
    if reply is None:
        raise WrongUseError(
            N_("“{value}” is no answer. Use yes, no, unknown or not-applicable."), code="unknown_answer", value=word
        )
    return found[0], reply
