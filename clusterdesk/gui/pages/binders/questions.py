"""The three questions of the first start: language, name, shared folder; all may wait."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import FormCard
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

LANGUAGES = (("fr", "Français"), ("nl", "Nederlands"), ("en", "English"))


class QuestionsCard(FormCard):
    """Each answer is a setting, in force at once."""

    def __init__(self, context: Context) -> None:
        """Show what is answered already."""
        kit, t, settings = context.kit, context.kit.t, context.settings
        super().__init__(t("Three questions"))
        self._context = context
        self.language = InlineChoice(kit, t("Language of the screens"), [Option(*one) for one in LANGUAGES])
        self.language.set_value(settings.language)
        self.person = InlineText(kit, t("Your name"))
        self.person.set_value(settings.profile_name)
        self.folder = InlineText(kit, t("Folder that your team shares"))
        self.folder.set_value(settings.shared_folder)
        self.choose = Button(kit, t("Choose…"), "link", icon="folder-open")
        self.choose.setAccessibleName(t("Choose the folder that your team shares"))
        later = t("May wait: nothing is written there yet, and it can be changed in the settings.")
        note = Label(later, "small", wrap=True)
        note.setContentsMargins(7, 0, 7, 6)
        self.add(self.language, self.person, self.folder, self.choose, note)
        self.language.committed.connect(self._set_language)
        self.person.committed.connect(self._set_person)
        self.folder.committed.connect(self._set_folder)
        self.choose.clicked.connect(self._ask_folder)

    @Slot(object)
    def _set_language(self, language: str) -> None:
        self._context.preferences.set("language", language)

    @Slot(object)
    def _set_person(self, name: str) -> None:
        self._context.preferences.set("profile_name", name.strip())
        self.person.mark_saved()

    @Slot(object)
    def _set_folder(self, folder: str) -> None:
        self._context.preferences.set("shared_folder", folder.strip())
        self.folder.mark_saved()

    @Slot()
    def _ask_folder(self) -> None:
        t = self._context.kit.t
        dialog = QFileDialog(self, t("Folder that your team shares"), self._context.settings.shared_folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _take_folder(self, folder: str) -> None:
        self.folder.set_value(folder)
        self._set_folder(folder)
