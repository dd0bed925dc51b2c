"""A card of organisations by name, each a link."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.today import TIGHT, NamedOrganisation, SilentOrganisation
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label, plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink


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
        self.room = TIGHT
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
        most = self.room.names
        for one in found[:most]:
            link = RouteLink(kit, one.organisation, routes.organisation(one.organisation_id), cut=True)
            link.setMaximumWidth(kit.theme.length(230))
            link.setToolTip(plain_tooltip(self._since(one)))
            self._add(link)
        if count > most and self._all is not None:
            self._add(RouteLink(kit, t.n("and {n} more", "and {n} more", n=count - most), self._all, cut=True))

    def _add(self, link: RouteLink) -> None:
        link.went.connect(self.went)
        self._flow.addWidget(link)

    def _since(self, one: NamedOrganisation | SilentOrganisation) -> str:
        t, formats = self._kit.t, self._kit.formats
        if one.last_contact_on is None:
            return t("{name}: never met", name=one.organisation)
        return t("{name}: last seen on {day}", name=one.organisation, day=formats.date(one.last_contact_on))
