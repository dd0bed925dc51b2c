"""What is due beside visits and promises, as links at the right of the tabs.

Deadlines, orientations without an answer, difficulties that wait, head counts, figures.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.health import HealthKey
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import FIGURES_DUE, with_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clusterdesk.domain.views.deadlines import Deadline
    from clusterdesk.domain.views.difficulties import Waits


class FiguresDueLink(QWidget):
    """« 5 échéances », « 2 sans réponse », « 3 difficultés », « 2 sans effectif », « 4 sans chiffres ».

    Nothing where nothing is due.

    Signals:
        went: the Route of the grid.
        deadlines_read: what falls due in coaching (a tuple of Deadline).
        deadlines_asked: what falls due in coaching shall be shown, or hidden again.
    """

    went = Signal(object)
    deadlines_asked = Signal()
    deadlines_read = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Say nothing yet."""
        super().__init__()
        self._kit = kit
        self._first: Waits | None = None  # what those that wait first wait for
        self.link = RouteLink(kit, "", routes.figures_due(), icon="table")
        self.link.setToolTip(plain_tooltip(with_keys(kit.t, kit.t("Enter the figures that are due"), FIGURES_DUE)))
        self.link.went.connect(self.went)
        self.link.hide()
        self.staff = RouteLink(kit, "", routes.health(HealthKey.HEADCOUNT), icon="users")
        self.staff.setToolTip(
            plain_tooltip(kit.t("The staff at the end of the last quarter, where employment is followed"))
        )
        self.staff.went.connect(self.went)
        self.staff.hide()
        self.deadlines = Button(kit, "", "link", icon="flag")
        self.deadlines.clicked.connect(self.deadlines_asked)
        self.deadlines.hide()
        self.difficulties = RouteLink(kit, "", self._way, icon="circle-alert")
        self.difficulties.went.connect(self.went)
        self.difficulties.hide()
        self.silent = RouteLink(kit, "", _silent_teams, icon="share-2")
        self.silent.went.connect(self.went)
        self.silent.hide()
        flow = FlowLayout(self, spacing=6)
        self.setContentsMargins(0, 4, 0, 0)  # in line with the words of the tabs
        for link in (self.deadlines, self.silent, self.difficulties, self.staff, self.link):
            flow.addWidget(link)

    def ask(self, context: Context) -> None:
        """Count all of it anew."""
        from clusterdesk.gui.pages.today import counting

        context.desk.submit(counting.CountFiguresDue(), self.show_count, latest="figures-due-count", owner=self)
        context.desk.submit(counting.ReadDeadlines(), self.show_deadlines, latest="deadlines", owner=self)
        context.desk.submit(counting.CountHeadcountsMissing(), self.show_staff, latest="staff-due-count", owner=self)
        silent = counting.CountSilentTeams(context.silence)
        context.desk.submit(silent, self.show_silent, latest="silent-teams", owner=self)
        waiting = counting.CountDifficulties()
        context.desk.submit(waiting, self.show_difficulties, latest="difficulties-waiting", owner=self)

    def show_silent(self, count: int) -> None:
        """Say how many orientations wait for an answer beyond the usual time."""
        self.silent.set_text(self._kit.t.n("{n} without an answer", "{n} without an answer", n=count))
        self.silent.setVisible(bool(count))

    def show_staff(self, count: int) -> None:
        """Say of how many files the head count of the last quarter is missing."""
        self.staff.set_text(self._kit.t.n("{n} without a head count", "{n} without a head count", n=count))
        self.staff.setVisible(bool(count))

    def show_difficulties(self, waiting: "Mapping[Waits, int]") -> None:
        """Say how many difficulties wait for somebody here; the link leads to those that wait first."""
        self.difficulties.setVisible(bool(waiting))
        if not waiting:
            return
        from clusterdesk.gui.pages.difficulties.words import WAITS_LABELS

        t, number = self._kit.t, self._kit.formats.number
        self.difficulties.set_text(t.n("{n} difficulty waits", "{n} difficulties wait", n=sum(waiting.values())))
        told = [f"{t(WAITS_LABELS[one])} · {number(count)}" for one, count in waiting.items()]
        self.difficulties.setToolTip(plain_tooltip("\n".join(told)))
        self._first = next(iter(waiting))

    def show_deadlines(self, found: "Sequence[Deadline]") -> None:
        """Say how many deadlines are near or late, and name the first one in the tooltip."""
        kit, t = self._kit, self._kit.t
        self.deadlines_read.emit(found)
        self.deadlines.setVisible(bool(found))
        late = sum(one.days < 0 for one in found)
        words = t.n("{n} deadline", "{n} deadlines", n=len(found))
        self.deadlines.set_text(t.n("{total} · {n} late", "{total} · {n} late", n=late, total=words) if late else words)
        if found:
            first = found[0]
            self.deadlines.set_hint(f"{kit.formats.weekday_date(first.on)} · {first.organisation} · {first.text}")

    def show_count(self, count: int) -> None:
        """Say how many ledgers lack the figures of their last period."""
        self.link.set_text(self._kit.t.n("{n} without figures", "{n} without figures", n=count))
        self.link.setVisible(bool(count))

    def _way(self) -> Route:
        return routes.difficulties(self._first)


def _silent_teams() -> Route:
    from clusterdesk.domain.referrals.board import Shown

    return routes.referrals(Shown.LATE)
