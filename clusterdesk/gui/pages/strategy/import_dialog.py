"""What the import of a strategy file would change, by name, before it is done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.views.strategy import StrategyImport
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.strategy.reading import bring_in
from clusterdesk.gui.widgets.label import Label


class ImportDialog(AskDialog):
    """Lists what is added, changed and put into the bin; then brings the file in."""

    def __init__(
        self, context: Context, command: ImportStrategy, found: StrategyImport, parent: QWidget | None = None
    ) -> None:
        """Show what the import of a file does."""
        t = context.kit.t
        super().__init__(context.kit, t("Strategy from “{name}”", name=command.name), t("Import"), parent=parent)
        self.context, self._command = context, command
        parts: list[QWidget] = []
        if found.is_nothing:
            parts.append(Label(t("Nothing changes: the binder says the same already."), wrap=True))
            self.consent.setEnabled(False)
        for heading, names in (
            (t("Added"), found.added),
            (t("Changed"), found.changed),
            (t("Into the bin"), found.removed),
        ):
            parts += _block(heading, names)
        if found.rules is not None:
            day = context.kit.formats.date(found.rules.valid_from)
            version = t("Version {version}, valid from {day}", version=str(found.rules.version), day=day)
            parts += _block(t("Rules of counting"), (version,))
        hint = t("The whole file comes in as one step; undo brings the present strategy back.")
        self.content.addWidget(Label(hint, "muted", wrap=True))
        self.scroll_content(*parts)
        self.setMinimumWidth(self.kit.theme.length(560))
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        self.wait()
        toast = self.kit.t("Strategy imported.")
        self.context.write(partial(bring_in, self._command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _found: StrategyImport) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def _block(heading: str, names: Sequence[str]) -> list[QWidget]:
    if not names:
        return []
    return [Label(heading, "strong"), Label("\n".join(f"– {name}" for name in names), wrap=True)]
