"""The next event of the programme, in a few small words beside the date of Today; nothing where none is near."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink

if TYPE_CHECKING:
    from clusterdesk.gui.pages.today.counting import NextEvent

_DAYS = 60


class ComingEvent(RouteLink):
    """A quiet link that gives way to the buttons."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Name nothing yet."""
        super().__init__(context.kit, "", self._way, role="quiet", icon="calendar-days", cut=True, parent=parent)
        self._context = context
        self._id: UUID | None = None
        self.went.connect(context.shell.go)

    def show_event(self, found: "NextEvent | None") -> bool:
        """Name an event with its day, how many are registered in the tooltip; tell whether it is near enough to be."""
        kit, t = self._context.kit, self._context.kit.t
        near = found is not None and (found.on - kit.clock.today()).days <= _DAYS
        if found is None or not near:
            return False
        self._id = found.id
        day = kit.formats.date(found.on).removesuffix(f"/{found.on.year}")
        self.set_text(t("{day}: {title}", day=day, title=found.title))
        registered = t.n("{n} registered", "{n} registered", n=found.registered)
        self.setToolTip(plain_tooltip(f"{found.title}\n{kit.formats.weekday_date(found.on)} · {registered}"))
        return True

    def _way(self) -> Route:
        return routes.event(self._id) if self._id is not None else routes.programme()
