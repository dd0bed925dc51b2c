"""A paper about difficulties shown at the console, and a person's word that it was read."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import paper_shapes
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import CancelledError, Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.difficulty_outline import PaperOutline
    from clusterdesk.domain.commands.difficulty_papers import PaperWanted
    from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, ReadPaper

_SUM_LEAST = 8


def preview(context: Context, wanted: "PaperWanted", paper: "DifficultyPaper", options: Namespace) -> Answer:
    """Show the paper; where somebody sits at the console, ask whether it may leave."""
    from clusterdesk.cli.layout import block_lines

    t, outline = context.t, _outline(context, paper)
    blocks = paper_shapes.paper_blocks(context, outline)
    read = _gone_through(context, paper)
    notes = []
    asked = options.preview and read is None and not context.output.as_json and _somebody_there()
    if asked:
        for block in blocks:
            for line in ("", *block_lines(block, None)):
                context.output.say(line)
        if _agrees(context):
            _write(context, wanted, paper, options.by)
            read = _gone_through(context, paper)
        blocks = []
    if paper.left_out:
        notes.append(t.n("{n} stays inside: not shareable.", "{n} stay inside: not shareable.", n=paper.left_out))
    if read is None:
        notes.append(t("Nobody has read this yet. Once you have: --read {sum}", sum=paper.sha256[:12]))
    elif read.on is not None:
        notes.append(
            t("{name} has read this on {day}: --save writes it.", name=read.by, day=context.formats.date(read.on))
        )
    return Answer(paper_shapes.paper_document(paper, outline, read), blocks, notes)


def take_reading(context: Context, wanted: "PaperWanted", paper: "DifficultyPaper", options: Namespace) -> None:
    """Take the sum of the preview as the word of whoever read it.

    Raises:
        KnownError: what was read is not what would leave.
        WrongUseError: too little of the sum was given.
    """
    given = options.read.strip().lower()
    if len(given) < _SUM_LEAST:
        raise WrongUseError(N_("Give at least {n} letters of the sum that stands under the preview."), n=_SUM_LEAST)
    if not paper.sha256.startswith(given):
        raise KnownError(
            "paper_changed",
            N_("What you read is no longer what would leave: something was changed meanwhile."),
            advice=N_("Look at the preview again; what is new is read before it leaves."),
        )
    if _gone_through(context, paper) is None:
        _write(context, wanted, paper, options.by)


def _write(context: Context, wanted: "PaperWanted", paper: "DifficultyPaper", by: str) -> None:
    from clusterdesk.domain.commands.difficulty_papers import ReadDifficultyPaper
    from clusterdesk.services.paper_gate import read_paper

    command = ReadDifficultyPaper(wanted=wanted, sha256=paper.sha256, by=by or context.settings.profile_name)
    read_paper(context.desk.store, command)


def _gone_through(context: Context, paper: "DifficultyPaper") -> "ReadPaper | None":
    from clusterdesk.services.paper_gate import through_gate

    try:
        return through_gate(context.desk.store, paper)
    except KnownError:
        return None


def _outline(context: Context, paper: "DifficultyPaper") -> "PaperOutline":
    from clusterdesk.briefs.difficulty_outline import paper_outline
    from clusterdesk.i18n.formats import Formats

    return paper_outline(paper, context.t.other(paper.language), Formats(paper.language))


def _somebody_there() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _agrees(context: Context) -> bool:
    """Ask whoever reads; ``--yes`` does not read for anybody."""
    options, context.options = context.options, Namespace(yes=False)
    try:
        context.confirm(context.t("Have you read all of it, and may it leave?"))
    except CancelledError:
        return False
    finally:
        context.options = options
    return True
