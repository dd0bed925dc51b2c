"""Jotted lines that become something of their own when they are filed: a difficulty, an orientation."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import difficulty_lines, referral_lines
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.capture.understood import Understood
from clusterdesk.domain.records.inbox import QuickNote


def add_options(parser: Parser, t: Translate) -> None:
    """Add what may be told beside the line."""
    difficulty_lines.add_options(parser, t)
    referral_lines.add_options(parser, t)


def begun(context: Context, options: Namespace, note: QuickNote, meant: Understood) -> Answer | None:
    """Return the answer where a waiting line became something of its own; ``None`` for promises and notes."""
    if difficulty_lines.is_difficulty(meant):
        return difficulty_lines.file_difficulty(context, options, note, meant)
    if referral_lines.is_referral(meant):
        return referral_lines.file_referral(context, options, note, meant)
    return None
