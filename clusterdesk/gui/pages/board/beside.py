"""What stands beside a number of the board: value chains, the stages of the vision, the year, how long answers took."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.board_beside import Beside, ChainCount, DossierState, YearHeld
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Row, clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink

_WIDEST_TITLE = 200


class BesideLine(QWidget):
    """A line of links, each to what a number stands for.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty line."""
        super().__init__()
        self._kit = kit
        self._shown: Beside | None = None
        self._flow = FlowLayout(self, spacing=4)
        self.hide()

    @property
    def links(self) -> tuple[RouteLink, ...]:
        """The links shown now."""
        return tuple(link for link in self.findChildren(RouteLink) if not link.isHidden())

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The stages shown now."""
        return tuple(chip for chip in self.findChildren(Chip) if not chip.isHidden())

    def show_beside(self, beside: Beside | None) -> None:
        """Show what there is; nothing takes no room."""
        if beside == self._shown:
            return
        self._shown = beside
        clear_layout(self._flow)
        if beside is not None:
            self._show_chains(beside.chains)
            for dossier in beside.dossiers:
                self._show_dossier(dossier)
            if beside.year is not None and beside.year.wanted:
                self._show_year(beside.year)
            if beside.median_days is not None:
                self._show_median(beside.median_days)
        self.setVisible(self._flow.count() > 0)

    def _show_chains(self, chains: Sequence[ChainCount]) -> None:
        kit = self._kit
        for one in chains:
            name, number = one.chain.name_in(kit.t.language), kit.formats.number(one.count)
            words = kit.t("{name} {number}", name=name, number=number)
            if not one.count:
                self._link(words, routes.chains(), kit.t("Open the value chains"))
                continue
            way = routes.production(one.project_ids[0]) if one.count == 1 else routes.chains("projects")
            self._link(words, way, kit.t("The projects of {name} that count", name=name))

    def _show_dossier(self, one: DossierState) -> None:
        link = self._link(one.title, routes.vision(one.dossier_id), self._kit.t("Open: {what}", what=one.title))
        link.setMaximumWidth(self._kit.theme.length(_WIDEST_TITLE))
        every = tuple(VisionStage)
        reached = every.index(one.stage) if one.stage is not None else -1
        for place, stage in enumerate(every):
            passed = place < reached or (place == reached and stage is VisionStage.PUBLISHED)
            words = self._stage_words(one, stage)
            tone = Tone.OK if passed else Tone.INFO if place == reached else Tone.NEUTRAL
            chip = Chip(f"✓ {words}" if passed else words, tone)
            day = one.stages[place].on
            if day is not None:
                chip.explain(self._kit.t("Since {day}", day=self._kit.formats.date(day)))
            following = () if stage is every[-1] else (Label("›", "muted"),)
            step = Row(chip, *following, spacing=4, stretch=False)
            step.setContentsMargins(0, 4, 0, 0)  # in line with the words of the link
            self._flow.addWidget(step)

    def _stage_words(self, one: DossierState, stage: VisionStage) -> str:
        t = self._kit.t
        name = t(choice_label(stage))
        if stage is VisionStage.COLLECTION and one.sources:
            return t.n("{stage} ({n} source)", "{stage} ({n} sources)", n=one.sources, stage=name)
        if stage is VisionStage.WORKING_GROUPS and one.meetings:
            number = self._kit.formats.number
            return t("{stage} {held}/{all}", stage=name, held=number(one.held), all=number(one.meetings))
        return name

    def _show_year(self, one: YearHeld) -> None:
        t, number = self._kit.t, self._kit.formats.number
        words = t("in {year}: {held} / {wanted}", year=str(one.year), held=number(one.held), wanted=number(one.wanted))
        said = t(
            "Held in {year}: {held} of {wanted}. Open the programme.",
            year=str(one.year),
            held=number(one.held),
            wanted=number(one.wanted),
        )
        self._link(words, routes.programme(one.year), said)

    def _show_median(self, days: float) -> None:
        t = self._kit.t
        words = t.n("median delay: {n} day", "median delay: {n} days", n=round(days))
        self._link(words, routes.difficulties(), t("From sent to answered. Open the difficulties."))

    def _link(self, words: str, way: Route, name: str) -> RouteLink:
        link = RouteLink(self._kit, words, way, name=f"{words}. {name}", cut=True)
        link.went.connect(self.went)
        self._flow.addWidget(link)
        return link
