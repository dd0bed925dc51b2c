"""What if …: five numbers with sliders, what they change in words, and the way back to the plan."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QTimer, Signal, Slot

from clusterdesk.domain.breakeven.what_if import Assumptions, Input, effect_of
from clusterdesk.domain.views.break_even import BreakEven
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.steps import notches_of, step_of, telling_step
from clusterdesk.gui.pages.break_even.what_if_field import WhatIfField
from clusterdesk.gui.pages.break_even.what_if_words import WhatIfWords
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.toast import announce

_QUIET_MS = 700


class WhatIfCard(Card):
    """Tries numbers out; nothing is written until the scenario is kept.

    Signals:
        tried: other assumptions, at once.
        keep_asked: the scenario as it is shall be kept.
    """

    tried = Signal(object)
    keep_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=10)
        self.kit = kit
        t = kit.t
        self.plan: Assumptions | None = None
        self.given: Assumptions | None = None
        self._view: BreakEven | None = None
        self._last = Input.PRICE
        self.header = SectionHeader(t("What if…?"), wrap=True)
        self.from_today = Button(kit, t("Begin with today"), "link")
        self.header.add(self.from_today)
        self.note = Label("", "small", wrap=True)
        self.fields: Mapping[Input, WhatIfField] = {what: WhatIfField(kit, what, self._writer(what)) for what in Input}
        self.effect = Label("", "strong", wrap=True)
        self.against = Label("", "muted", wrap=True)
        self.back = Button(kit, t("Back to the plan"))
        self.keep = Button(kit, t("Keep this scenario"), "primary", icon="check")
        self.add(self.header, self.note, *self.fields.values(), self.effect, self.against)
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        self.body.addLayout(buttons)
        self._quiet = QTimer(self)  # once the numbers rest, the effect is said aloud
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._announce)
        for field in self.fields.values():
            field.changed.connect(self._change)
        self.back.clicked.connect(self.go_back)
        self.from_today.clicked.connect(self.begin_today)
        self.keep.clicked.connect(self.keep_asked)

    def show_view(self, view: BreakEven) -> None:
        """Begin with the plan of a ledger; what is being tried stays while the plan is the same."""
        before, self._view = self._view, view
        self.setVisible(view.base is not None)
        if view.base is None:
            self.plan = self.given = None
            return
        self.from_today.setVisible(bool(view.scenarios) and view.today_base not in (None, view.base))
        self.note.setText(self._origin(view))
        if before is not None and before.ledger_id == view.ledger_id and before.base == view.base:
            return
        self.plan = view.base
        self._begin(view.base)

    @Slot()
    def go_back(self) -> None:
        """Give up what was tried."""
        if self.plan is not None:
            self._begin(self.plan)

    @Slot()
    def begin_today(self) -> None:
        """Begin with the last complete period instead of the kept plan."""
        if self._view is not None and self._view.today_base is not None:
            self._begin(self._view.today_base)

    def try_out(self, given: Assumptions) -> None:
        """Try assumptions that were worked out elsewhere, against the plan as it is."""
        if self._view is None or self.plan is None:
            return
        if self.given is None or given.per_unit is not self.given.per_unit:
            self._begin(given)
            return
        self.given = given
        for what, field in self.fields.items():
            field.set_value(given.value(what))
        self._say()
        self.tried.emit(given)
        self._quiet.start()

    def _begin(self, given: Assumptions) -> None:
        self.given = given
        view = self._view
        assert view is not None
        words = WhatIfWords(self.kit, view)
        for what, field in self.fields.items():
            field.name(words.caption(what, per_unit=given.per_unit))
            value, step = given.value(what), step_of(given, what)
            field.begin(value, step, notches_of(what, value, step))
        self._say()
        self.tried.emit(given)

    @Slot(object, object)
    def _change(self, what: Input, value: Decimal) -> None:
        if self.given is not None:
            self.given, self._last = self.given.changed(what, value), what
            self._say()
            self.tried.emit(self.given)
            self._quiet.start()

    @Slot()
    def _announce(self) -> None:
        if self.given is not None and self._view is not None:
            outcome = WhatIfWords(self.kit, self._view).outcome(self.given)
            announce(self, f"{self.effect.words}. {outcome}")

    def _say(self) -> None:
        if self.given is None or self.plan is None or self._view is None:
            return
        words = WhatIfWords(self.kit, self._view)
        step = telling_step(self.given, self._last)
        self.effect.setText(words.effect(effect_of(self.given, self._last, step), per_unit=self.given.per_unit))
        against = words.against(self.plan, self.given)
        self.against.setText(against)
        self.against.setVisible(bool(against))
        self.back.setEnabled(self.given != self.plan)

    def _origin(self, view: BreakEven) -> str:
        t, formats = self.kit.t, self.kit.formats
        assert view.base is not None
        first = formats.partial(view.base.first)
        plan = next((one for one in view.scenarios if one.assumptions is not None), None)
        if plan is not None:
            return t(
                "Plan “{name}” of {day}, from {month} on.",
                name=plan.scenario.name,
                day=formats.date(plan.scenario.on),
                month=first,
            )
        if view.annual:
            text = t("As in the last complete year, with the growth of the past, from {year} on.", year=first)
        elif view.seasonal and view.year is not None:
            text = t("An average month of the last twelve, with the growth of the year, from {month} on.", month=first)
        else:
            text = t("As in the last complete month, with the growth of the past, from {month} on.", month=first)
        if view.split_hint is not None:
            return t("{text} The split of the charges is estimated.", text=text)
        if view.last is not None and view.last.variable is None:
            return t("{text} The split of the charges is unknown: all are taken as fixed.", text=text)
        return text

    def _writer(self, what: Input) -> "_Writer":
        return _Writer(self, what)

    def write(self, what: Input, value: Decimal) -> str:
        """Return a number with its unit, in the currency of the ledger."""
        return WhatIfWords(self.kit, self._view).number(what, value) if self._view is not None else ""


class _Writer:
    """Writes the numbers of one field."""

    def __init__(self, card: WhatIfCard, what: Input) -> None:
        self._card, self._what = card, what

    def __call__(self, value: Decimal) -> str:
        return self._card.write(self._what, value)
