"""Files that were dropped: which of them are answers of a team, and the dialog that shows them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context

ENDINGS = (".eml", ".msg", ".json")


def answers_among(paths: Sequence[Path]) -> list[Path]:
    """Return the files that are answers: the form's, and mails with the code of an orientation."""
    wanted = [path for path in paths if path.suffix.lower() in ENDINGS]
    if not wanted:
        return []
    from clusterdesk.exchange.answers.receiving import may_be_answer

    return [path for path in wanted if may_be_answer(path)]


def open_answers(context: Context, parent: QWidget, row: ReferralRow | None = None, paths: Sequence[Path] = ()) -> None:
    """Open the dialog over the window of ``parent``; imported when asked for."""
    from clusterdesk.gui.answers.dialog import AnswerDialog

    AnswerDialog(context, parent.window(), row, paths).open()
