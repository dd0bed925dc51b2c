"""Files that were dropped: which of them are answers of a team, and the dialog that shows them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context

if TYPE_CHECKING:
    from clusterdesk.gui.answers.dialog import AnswerDialog

ENDINGS = (".eml", ".msg", ".json")


def answers_among(paths: Sequence[Path]) -> list[Path]:
    """Return the files that are answers: the form's, and mails with the code of an orientation."""
    wanted = [path for path in paths if path.suffix.lower() in ENDINGS]
    if not wanted:
        return []
    from clusterdesk.exchange.answers.receiving import may_be_answer

    return [path for path in wanted if may_be_answer(path)]


def open_answers(
    context: Context,
    parent: QWidget,
    row: ReferralRow | None = None,
    paths: Sequence[Path] = (),
    rest: Sequence[Path] = (),
) -> "AnswerDialog":
    """Open the dialog over the window of ``parent``, and return it; imported when asked for.

    ``rest`` are files that were dropped with the answers: they are named, and are for whoever opens it.
    """
    from clusterdesk.gui.answers.dialog import AnswerDialog

    dialog = AnswerDialog(context, parent.window(), row, paths)
    dialog.tell_rest(rest)
    dialog.open()
    return dialog
