"""The preview of what is sent up: read to its end, released by a person, then saved or sent."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.views.difficulty_papers import Naming, ReadPaper
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.papers import jobs
from clusterdesk.gui.papers.leaving import Leaving
from clusterdesk.gui.papers.rendering import rich_text
from clusterdesk.gui.papers.text_view import PaperView
from clusterdesk.gui.papers.words_panel import WordsPanel
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

_WIDTH, _HEIGHT, _LEAST, _SIDE = 900, 620, 700, 220
_SHARE = 0.9


class PaperDialog(AskDialog):
    """Shows exactly what would leave."""

    def __init__(
        self, context: Context, difficulty_ids: tuple[UUID, ...], *, roll_up: bool, parent: QWidget | None = None
    ) -> None:
        """Ask for a note (one difficulty) or a roll-up."""
        t = context.kit.t
        heading = t("Roll-up of difficulties, before it leaves") if roll_up else t("Note, before it leaves")
        super().__init__(context.kit, heading, t("I have read it, it may leave"), parent=parent)
        self.context = context
        self._wanted = PaperWanted(
            difficulty_ids=difficulty_ids, language=context.settings.default_document_language, roll_up=roll_up
        )
        self._shown: jobs.ShownPaper | None = None
        self.leaving = Leaving(context, self)
        self._make_choices()
        self._make_text()
        self._make_answers()
        self._connect()
        room = self.screen().availableSize() * _SHARE
        self.setMinimumWidth(min(self.kit.theme.length(_LEAST), room.width()))
        size = QSize(self.kit.theme.length(_WIDTH), self.kit.theme.length(_HEIGHT))
        self.resize(size.boundedTo(room))
        self.view.setFocus()
        self._read()

    def _make_choices(self) -> None:
        t = self.kit.t
        self.naming, self.language = ChoiceBox(), ChoiceBox()
        self.naming.setAccessibleName(t("Who stands by name"))
        self.language.setAccessibleName(t("Language of the document"))
        self.naming.set_options(
            [
                Option(Naming.ANONYMOUS, t("Without names")),
                Option(Naming.AGREED, t("Names of those who agreed")),
                Option(Naming.INTERNAL, t("Internal edition, with names")),
            ]
        )
        self.language.set_options(
            [Option("fr", t("In French")), Option("nl", t("In Dutch")), Option("en", t("In English"))]
        )
        self.naming.choose(self._wanted.naming)
        self.language.choose(self._wanted.language)
        self.state = Chip("")
        self.state.hide()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.naming)
        row.addWidget(self.language)
        row.addStretch(1)
        row.addWidget(self.state)
        self.content.addLayout(row)

    def _make_text(self) -> None:
        t = self.kit.t
        self.told = Label(t("Reading what would leave…"), "muted", wrap=True)
        self.view = PaperView(self.kit, t("What would leave"))
        frame = QFrame()
        frame.setProperty("role", "field")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.view)
        self.words = WordsPanel(self.kit)
        self.block_button = Button(self.kit, t("Block the selection"), icon="eye-off")
        self.block_button.setAutoDefault(False)
        side = QWidget()
        side.setFixedWidth(self.kit.theme.length(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.block_button)
        column.addWidget(page_scroll(self.words, t("Blocked words")), 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(frame, 1)
        row.addWidget(side)
        self.content.addWidget(self.told)
        self.content.addLayout(row, 1)

    def _make_answers(self) -> None:
        t = self.kit.t
        self.pdf_button = Button(self.kit, t("Save as PDF…"), icon="download")
        self.word_button = Button(self.kit, t("Word…"), icon="file-text", hint=t("Save as a Word file (.docx)"))
        self.team_button = Button(self.kit, t("To the team’s folder"), icon="send")
        for button in (self.pdf_button, self.word_button, self.team_button):
            button.setAutoDefault(False)
            self.offer(button)
        self._cancel.set_text(t("Close"))
        self.consent.set_hint(t("Read to the end first"))
        self._allow(None)

    def _connect(self) -> None:
        self.naming.activated.connect(self._choose)
        self.language.activated.connect(self._choose)
        self.view.ended.connect(self._read_to_end)
        self.view.selectionChanged.connect(self._selected)
        self.words.block_asked.connect(self._block)
        self.words.leave_asked.connect(self._leave)
        self.block_button.clicked.connect(self._block_selected)
        self.pdf_button.clicked.connect(self._save_pdf)
        self.word_button.clicked.connect(self._save_word)
        self.team_button.clicked.connect(self._send)
        self.agreed.connect(self._release)

    def _read(self, *, anew: bool = True) -> None:
        job = partial(jobs.read, self._wanted, self.context.settings.profile_name)
        self.context.desk.submit(job, partial(self._show, anew), self._refused, latest="paper", owner=self)

    def _show(self, anew: bool, shown: jobs.ShownPaper) -> None:
        before, self._shown, self._wanted = self._shown, shown, shown.wanted
        self.tell("")
        self.words.show_texts([shown.outline.title, *shown.paper.texts()], shown.wanted.chosen or Chosen())
        self._tell_state(shown)
        self._allow(shown)
        self._write(shown, anew=anew or before is None)
        self.consent.setEnabled(shown.read is None and self.view.seen)

    def _write(self, shown: jobs.ShownPaper, *, anew: bool) -> None:
        theme = self.kit.theme
        self.view.show_rich(rich_text(shown.outline, theme.colours, theme.points), anew=anew)

    def reveil(self) -> None:
        """Show the text anew: names went out of sight, or came back."""
        if self._shown is not None:
            self._write(self._shown, anew=False)

    def _tell_state(self, shown: jobs.ShownPaper) -> None:
        t, read = self.kit.t, shown.read
        self.state.show()
        if not shown.paper.naming.leaves:
            self.state.setText(t("Stays in the team"))
            self.state.set_tone(Tone.INFO)
            said = t("All names stand on it, and what is internal: it is not for outside.")
        elif read is not None and read.on is not None:
            self.state.setText(t("May leave"))
            self.state.set_tone(Tone.OK)
            said = t("{name} has read exactly this on {day}.", name=read.by, day=self.kit.formats.date(read.on))
        else:
            self.state.setText(t("To be read"))
            self.state.set_tone(Tone.WARN)
            said = t("This is all that would leave. Marked words stand in the place of somebody; read to the end.")
        if shown.paper.left_out:
            said = t(
                "{said} Not shareable and left out: {n}.", said=said, n=self.kit.formats.number(shown.paper.left_out)
            )
        self.told.setText(said)

    def _allow(self, shown: jobs.ShownPaper | None) -> None:
        released = shown is not None and shown.read is not None
        for button in (self.pdf_button, self.word_button, self.team_button):
            button.setVisible(released)
            button.setEnabled(released)
        self.consent.setVisible(not released)
        self.consent.setEnabled(False)
        self.block_button.setVisible(shown is None or shown.paper.naming.leaves)
        self.block_button.setEnabled(False)

    def _refused(self, error: BaseException) -> None:
        self.view.clear()
        self._shown = None
        self._allow(None)
        self.told.setText("")
        self.tell(self.context.error_text(error))
        self.consent.setEnabled(False)

    def _released(self, _read: ReadPaper) -> None:
        self._read(anew=False)

    def _stale(self, error: BaseException) -> None:
        """Say what is wrong, and show the paper as it is now."""
        self._read()
        self.context.shell.show_error(error)

    @Slot()
    def _choose(self) -> None:
        naming = self.naming.currentData()
        self._wanted = replace(self._wanted, naming=Naming(naming), language=str(self.language.currentData()))
        self._read()

    @Slot()
    def _read_to_end(self) -> None:
        if self._shown is not None and self._shown.read is None:
            self.consent.setEnabled(True)

    @Slot()
    def _selected(self) -> None:
        self.block_button.setEnabled(bool(self.view.selected))

    @Slot()
    def _block_selected(self) -> None:
        if self.view.selected:
            self._block(self.view.selected)

    @Slot(str)
    def _block(self, word: str) -> None:
        self._rechoose((self._wanted.chosen or Chosen()).blocking(word))

    @Slot(str)
    def _leave(self, word: str) -> None:
        self._rechoose((self._wanted.chosen or Chosen()).allowing(word))

    def _rechoose(self, chosen: Chosen) -> None:
        self._wanted = replace(self._wanted, chosen=chosen)
        self._read(anew=False)

    @Slot()
    def _release(self) -> None:
        if self._shown is None or self._shown.read is not None:
            return
        self.wait()
        author = self.context.settings.profile_name
        command = ReadDifficultyPaper(wanted=self._wanted, sha256=self._shown.paper.sha256, by=author)
        toast = self.kit.t("Read: it may leave.")
        self.context.write(partial(jobs.release, command), self._released, self._stale, toast=toast, owner=self)

    @Slot()
    def _save_pdf(self) -> None:
        if self._shown is not None:
            self.leaving.save(self._wanted, ".pdf", self._stale)

    @Slot()
    def _save_word(self) -> None:
        if self._shown is not None:
            self.leaving.save(self._wanted, ".docx", self._stale)

    @Slot()
    def _send(self) -> None:
        if self._shown is not None:
            self.leaving.send(self._wanted, self._stale)
