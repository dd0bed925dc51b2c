"""What came in one mail, file or text: the orientation it is of, with its answers; or why it is refused."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referral_answers import TakeAnswers
from clusterdesk.gui.answers.jobs import Look
from clusterdesk.gui.answers.line import AnswerLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.widgets.label import Label


class LookSection(QWidget):
    """A part of the dialog.

    Signals:
        chosen: another answer is to be taken.
    """

    chosen = Signal()

    def __init__(self, kit: Kit, look: Look) -> None:
        """Show what came."""
        super().__init__()
        self.kit, self.look = kit, look
        self.lines: list[AnswerLine] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for text, role in self._head():
            column.addWidget(Label(text, role, wrap=True))
        for proposed in look.proposal.answers if look.proposal is not None else ():
            assert look.received is not None
            line = AnswerLine(kit, proposed, look.received)
            line.chosen.connect(self.chosen)
            self.lines.append(line)
            column.addWidget(line)

    @property
    def wanted(self) -> list[AnswerLine]:
        """Return the answers to be taken."""
        return [line for line in self.lines if line.wanted]

    def command(self) -> TakeAnswers | None:
        """Return what takes the answers; None while a field of one cannot be read."""
        proposal = self.look.proposal
        answers = [line.taken() for line in self.wanted]
        sure = tuple(one for one in answers if one is not None)
        if proposal is None or len(sure) != len(answers):
            return None
        return TakeAnswers(referral_id=proposal.row.record.id, received=proposal.received, answers=sure)

    def _head(self) -> list[tuple[str, str]]:
        t, look = self.kit.t, self.look
        if look.error is not None:
            texts = look.error.texts(t)
            told = [(look.name, "strong")] if look.name else []
            return [*told, (texts.message, "problem"), (f"{texts.safe} {texts.advice}", "muted")]
        if look.proposal is None:
            return []
        proposal = look.proposal
        row = proposal.row
        state = t("now: {state}", state=t(choice_label(row.record.state)))
        title = t("{kind} · {title}", kind=row.organisation, title=words.title_of(self.kit, row))
        facts = " · ".join(one for one in (state, words.team_words(self.kit, row), look.name) if one)
        head = [(title, "strong"), (facts, "muted")]
        if proposal.codeless:
            spoilt = proposal.received.spoilt
            no_code = t("It bears no code: you say that it is of this orientation.")
            wrong = t("Its code {token} is spoilt: you say that it is of this orientation.", token=spoilt)
            head.append((wrong if spoilt else no_code, "problem" if spoilt else "small"))
        return head
