"""The chains: one is chosen, its links are drawn one after the other, and open into who stands there."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.chains import ChainView
from clusterdesk.gui import routes
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.chains import words
from clusterdesk.gui.pages.chains.links_card import LinksCard
from clusterdesk.gui.pages.chains.listed import chain_cells, chain_headings
from clusterdesk.gui.pages.chains.reading import read_chains
from clusterdesk.gui.pages.chains.strip import ChainStrip
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.pages.chains.unplaced import UnplacedCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST = 980


class LinksTab(ChainsTab):
    """The tab of the chains."""

    shows = (
        "value_chain",
        "chain_link",
        "chain_actor",
        "organisation",
        "organisation_value_chain",
        "organisation_activity",
        "address",
        "establishment",
    )

    def build(self) -> None:
        """Make chips, strip and cards."""
        kit, t = self.kit, self.kit.t
        self._views: tuple[ChainView, ...] = ()
        self._wanted: UUID | None = None
        self.ranking = Button(kit, t("Order of the chains"), icon="list", hint=t("Rename, rank or add value chains"))
        self.chips = FilterChips(kit, t("Which value chain"))
        self.note = Label("", "muted", wrap=True)
        self.strip = ChainStrip(kit, t("The links of the chain, one after the other"))
        self.card = LinksCard(self.context)
        self.unplaced = UnplacedCard(self.context)
        self.empty = EmptyState(
            kit,
            "workflow",
            t("No value chain yet"),
            t("A value chain and its links show who works where, and which links nobody in the Region stands at."),
            t("To the lists of the cluster"),
        )
        self.empty.hide()
        inner, column = narrow_column(kit, _WIDEST)
        for widget in (self.note, self.strip, self.card, self.unplaced, self.empty):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(self.chips)
        self.body.addWidget(page_scroll(inner, t("Value chains")), 1)
        self.chips.chosen.connect(self._turn)
        self.strip.opened.connect(self.card.open_when_shown)
        for asked in (self.ranking.clicked, self.empty.acted):
            asked.connect(self._to_lists)

    def head_actions(self) -> tuple[QWidget, ...]:
        """Return the button that leads to the list of chains."""
        return (self.ranking,)

    def refresh(self) -> None:
        """Read the chains."""
        self.context.desk.submit(read_chains, self._show, latest="chains", owner=self)

    def open_record(self, record_id: UUID) -> None:
        """Show a chain, or the chain of a link (or of a place at one) with the link opened."""
        self._wanted = record_id
        self._find_wanted()

    def listing(self) -> Shown:
        """Return every link of every chain with who stands there."""
        name = self.kit.t("Value chains")
        return Shown("chains", name, chain_headings(self.kit), chain_cells(self.kit, self._views))

    def commit(self) -> None:
        """Add what is typed."""
        if self.card.line is not None:
            self.card.line.enter()

    @property
    def shown(self) -> ChainView | None:
        """The chain that is shown."""
        return next((view for view in self._views if view.chain.key in self.chips.keys), None)

    def _show(self, views: tuple[ChainView, ...]) -> None:
        language = self.kit.t.language
        self._views = views
        self.chips.set_choices([FilterChoice(view.chain.key, view.chain.name_in(language)) for view in views])
        self.chips.updateGeometry()
        if self.shown is None and views:
            self.chips.choose(views[0].chain.key)
        self._find_wanted()
        self._turn()

    def _find_wanted(self) -> None:
        for view in self._views:
            stands = {one.record.id: row.link.id for row in view.links for one in row.stands}
            links = {row.link.id: row.link.id for row in view.links}
            if self._wanted == view.chain.id or self._wanted in stands | links:
                self.chips.choose(view.chain.key)
                self._turn()
                link_id = (stands | links).get(self._wanted)
                if link_id is not None:
                    self.card.open_when_shown(link_id)
                self._wanted = None
                return

    @Slot()
    def _turn(self) -> None:
        view = self.shown
        for widget in (self.note, self.strip, self.card, self.chips):
            widget.setVisible(view is not None)
        self.empty.setVisible(view is None)
        self.unplaced.setVisible(view is not None and bool(view.unplaced))
        if view is None:
            return
        self.note.setText(words.chain_note(self.kit, view))
        self.strip.setVisible(bool(view.links))
        self.strip.show_links([words.strip_link(self.kit, row) for row in view.links])
        self.card.show_chain(view)
        self.unplaced.show_members(view)

    @Slot()
    def _to_lists(self) -> None:
        self.context.shell.go(routes.lists("value_chain"))
