"""The cards under visits and promises: organisations that want attention, by name, and what came in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.today import NamedOrganisation, SilentOrganisation, Today
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.today.arrived import ArrivedCard
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label, plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink
from clusterdesk.gui.widgets.page_header import FoldingRow

if TYPE_CHECKING:
    from clusterdesk.domain.views.arrivals import Arrivals

_NAMES = 6


class NamesCard(Card):
    """A heading, a number, a sentence, and the first names as links; nothing to say: a sentence that says so.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, heading: str, nothing: str, all_of_them: Route | None = None) -> None:
        """``nothing`` is shown where there is none; ``all_of_them`` leads to the whole list."""
        super().__init__(spacing=4)
        self._kit, self._all = kit, all_of_them
        self.header = SectionHeader(heading)
        self._nothing = Label(nothing, "muted", wrap=True)
        self._names = QWidget()
        self._flow = FlowLayout(self._names, spacing=2)
        self._names.setContentsMargins(-5, 0, 0, 0)  # the letters of links stand under those of the heading
        self.add(self.header, self._nothing, self._names)
        self.body.addStretch(1)

    @property
    def links(self) -> tuple[RouteLink, ...]:
        """The names shown now."""
        return tuple(link for link in self._names.findChildren(RouteLink) if not link.isHidden())

    def show_names(self, found: Sequence[NamedOrganisation | SilentOrganisation], count: int) -> None:
        """Show the first of so many organisations."""
        kit, t = self._kit, self._kit.t
        self.header.set_note(kit.formats.number(count) if count else "")
        self._nothing.setVisible(not found)
        self._names.setVisible(bool(found))
        clear_layout(self._flow)
        for one in found[:_NAMES]:
            link = RouteLink(kit, one.organisation, routes.organisation(one.organisation_id), cut=True)
            link.setMaximumWidth(kit.theme.length(230))
            link.setToolTip(plain_tooltip(self._since(one)))
            self._add(link)
        if count > _NAMES and self._all is not None:
            self._add(RouteLink(kit, t.n("and {n} more", "and {n} more", n=count - _NAMES), self._all))

    def _add(self, link: RouteLink) -> None:
        link.went.connect(self.went)
        self._flow.addWidget(link)

    def _since(self, one: NamedOrganisation | SilentOrganisation) -> str:
        t, formats = self._kit.t, self._kit.formats
        if one.last_contact_on is None:
            return t("{name}: never met", name=one.organisation)
        return t("{name}: last seen on {day}", name=one.organisation, day=formats.date(one.last_contact_on))


class AttentionRow(FoldingRow):
    """The cards side by side.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit, units: int, silent_after_days: int) -> None:
        """Make empty cards; they stand under each other where less than ``units`` are there."""
        super().__init__(kit, units)
        t = kit.t
        self.silent = NamesCard(
            kit,
            t.n("Silent for {n} day", "Silent for {n} days", n=silent_after_days),
            t("Every member has been met."),
            routes.organisations("silent"),
        )
        self.adrift = NamesCard(kit, t("No next step"), t("Every open file has a next step."))
        self.numberless = NamesCard(
            kit, t("Number missing"), t("Every organisation has its number."), routes.organisations("number")
        )
        self.arrived = ArrivedCard(kit)
        for card in (self.silent, self.adrift, self.numberless, self.arrived):
            card.went.connect(self.went)
            self.add(card)

    def show_today(self, today: Today) -> None:
        """Show whom a day asks attention for."""
        self.silent.show_names(today.silent, today.counts.silent)
        self.adrift.show_names(today.without_next_step, today.counts.without_next_step)
        self.numberless.show_names(today.without_number, today.counts.without_number)

    def show_arrivals(self, arrivals: "Arrivals") -> None:
        """Show what came in."""
        self.arrived.show_arrivals(arrivals)
