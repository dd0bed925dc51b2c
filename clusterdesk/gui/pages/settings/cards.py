"""The cards of settings: the screens, the person and the house, the work, the backups."""

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.binder_state import BinderState, binder_state
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.settings.fields import Fields, SettingsCard
from clusterdesk.gui.pages.settings.logo_field import LogoField
from clusterdesk.gui.theme import TEXT_SCALES
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label

LANGUAGES = (("fr", "Français"), ("nl", "Nederlands"), ("en", "English"))
_THEMES = (
    ("system", N_("Same as the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("high_contrast", N_("High contrast")),
)


def screens_card(context: Context, fields: Fields) -> SettingsCard:
    """Return the card of language, colours, text size, and the timer of visit mode."""
    t, kit = context.kit.t, context.kit
    card = SettingsCard(context, t("Screens"), t("In force at once; documents have a language of their own."), fields)
    card.choice("language", t("Language"), [Option(key, name) for key, name in LANGUAGES])
    card.choice("theme", t("Colours"), [Option(key, t(name)) for key, name in _THEMES])
    scales = [Option(percent / 100, kit.formats.percent(percent / 100)) for percent in TEXT_SCALES]
    card.choice("text_scale", t("Text size"), scales)
    card.yes_or_no("visit_timer", t("Timer in visit mode"))
    return card


def person_card(context: Context, fields: Fields) -> SettingsCard:
    """Return the card of who works here, for which house, and how its documents look."""
    t = context.kit.t
    note = t("As they are printed on documents and written into the history.")
    card = SettingsCard(context, t("You and your organisation"), note, fields)
    card.text("profile_name", t("Your name"))
    card.text("profile_mail", t("Your mail address"))
    card.text("house_name", t("Name of your organisation"))
    card.bind("house_logo", LogoField(context, t("Logo on documents")))
    options = [Option(key, name) for key, name in LANGUAGES]
    card.choice("default_document_language", t("Language of documents, by default"), options)
    return card


def work_card(context: Context, fields: Fields) -> SettingsCard:
    """Return the card of when somebody is silent, and how large a file may be."""
    t = context.kit.t
    note = t("When an organisation asks for attention, and what is taken into a binder.")
    card = SettingsCard(context, t("Work"), note, fields)
    card.whole("silent_after_days", t("Silent after so many days"))
    card.whole("document_size_limit_mb", t("Largest file, in MB"))
    return card


def referrals_card(context: Context, fields: Fields) -> SettingsCard:
    """Return the card of how long a team may be silent."""
    t = context.kit.t
    note = t("When a team without an answer turns amber, then red, and when it is reminded; all counted in days.")
    card = SettingsCard(context, t("Orientations"), note, fields)
    card.whole("answer_days", t("To answer, where the directory says nothing"))
    card.whole("answer_red_days", t("From amber to red"))
    card.whole("news_days", t("At work without a word"))
    card.whole("chase_days", t("Between two reminders"))
    return card


class BackupsCard(SettingsCard):
    """Whether and how often, how old the last one is, and the way to going back."""

    def __init__(self, context: Context, fields: Fields) -> None:
        """Ask how old the last backup is."""
        t = context.kit.t
        note = t("Made at the start, before an import, and while something changes; each one is checked.")
        super().__init__(context, t("Backups"), note, fields)
        self.yes_or_no("backups", t("Make backups by themselves"))
        self.whole("backup_interval_minutes", t("Minutes between two of them"))
        self.age = Label("", wrap=True)
        self.age.setContentsMargins(7, 0, 7, 0)
        self.list = Button(self.kit, t("Look at the backups"), icon="hard-drive")
        self.list.clicked.connect(self._go)
        self.add(self.age, Row(self.list))

    def renew(self) -> None:
        """Ask how old the last one is."""
        self.context.desk.submit(binder_state, self._show, latest="settings-backups", owner=self)

    def _show(self, state: BinderState) -> None:
        t, formats = self.kit.t, self.kit.formats
        last = state.last_backup
        self.age.setText(t("Last one: {when}", when=formats.instant(last)) if last else t("There is none yet."))

    @Slot()
    def _go(self) -> None:
        self.context.shell.go(routes.backups())
