"""The page of settings; every choice is in force at once."""

from clusterdesk.base.marks import N_
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.settings.binder_card import BinderCard
from clusterdesk.gui.pages.settings.lists_card import ListsCard
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.theme import TEXT_SCALES
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST = 620
_LANGUAGES = (("fr", "Français"), ("nl", "Nederlands"), ("en", "English"))
_THEMES = (
    ("system", N_("Same as the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("high_contrast", N_("High contrast")),
)


class SettingsPage(Page):
    """Language, look, text size, the name on documents; the lists, and the binder as a whole."""

    def __init__(self, context: Context) -> None:
        """Make the page."""
        super().__init__(context)
        self.fields: dict[str, InlineChoice | InlineText] = {}

    def build(self) -> None:
        """Make the cards in a scroll area."""
        t = self.kit.t
        self.body.addWidget(SectionHeader(t("Settings"), role="title"))
        inner, column = narrow_column(self.kit, _WIDEST)
        self.binder = BinderCard(self.context)
        for card in (self._look(), self._person(), ListsCard(self.context), self.binder):
            column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(page_scroll(inner, t("Settings")), 1)

    def _look(self) -> Card:
        t, settings = self.kit.t, self.context.settings
        card = self._card(t("Screens"), t("In force at once; documents have a language of their own."))
        self._choice(card, "language", t("Language"), [Option(key, name) for key, name in _LANGUAGES])
        self._choice(card, "theme", t("Colours"), [Option(key, t(name)) for key, name in _THEMES])
        scales = [Option(percent / 100, self.kit.formats.percent(percent / 100)) for percent in TEXT_SCALES]
        self._choice(card, "text_scale", t("Text size"), scales)
        self.fields["language"].set_value(settings.language)
        return card

    def _person(self) -> Card:
        t = self.kit.t
        card = self._card(t("You and your house"), t("As they are printed on documents and written into the history."))
        self._text(card, "profile_name", t("Your name"))
        self._text(card, "profile_mail", t("Your mail address"))
        self._text(card, "house_name", t("Name of your organisation"))
        self._text(card, "shared_folder", t("Folder that your team shares"))
        return card

    def _card(self, heading: str, note: str) -> Card:
        card = Card(spacing=10)
        card.add(SectionHeader(heading), Label(note, "muted", wrap=True))
        return card

    def _choice(self, card: Card, key: str, caption: str, options: list[Option]) -> None:
        field = InlineChoice(self.kit, caption, options)
        field.set_value(getattr(self.context.settings, key))
        field.committed.connect(_Setter(self, key))
        self.fields[key] = field
        card.add(field)

    def _text(self, card: Card, key: str, caption: str) -> None:
        field = InlineText(self.kit, caption)
        field.set_value(getattr(self.context.settings, key))
        field.committed.connect(_Setter(self, key))
        self.fields[key] = field
        card.add(field)


class _Setter:
    """Puts a field's value into the settings."""

    def __init__(self, page: SettingsPage, key: str) -> None:
        self._page, self._key = page, key

    def __call__(self, value: str | float) -> None:
        self._page.context.preferences.set(self._key, value)
        self._page.fields[self._key].mark_saved()
