"""Routes and the trail of where one has been, for back and forward. No Qt here."""

from dataclasses import dataclass

_LONGEST_TRAIL = 100


@dataclass(frozen=True, slots=True)
class Route:
    """Where to go: a place, and what to show there (an id, a filter; None = the place itself)."""

    place: str
    argument: object = None


class Trail:
    """The pages visited, for back and forward."""

    def __init__(self) -> None:
        """Start nowhere."""
        self._routes: list[Route] = []
        self._at = -1

    @property
    def current(self) -> Route | None:
        """Where we are."""
        return self._routes[self._at] if self._routes else None

    @property
    def before(self) -> tuple[Route, ...]:
        """Where we were, the nearest first."""
        return tuple(reversed(self._routes[: max(self._at, 0)]))

    @property
    def can_go_back(self) -> bool:
        """Whether something was visited before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether we went back from somewhere."""
        return self._at < len(self._routes) - 1

    def visit(self, route: Route) -> None:
        """Go somewhere; what lay ahead is forgotten."""
        if route == self.current:
            return
        self._routes[self._at + 1 :] = [route]
        del self._routes[:-_LONGEST_TRAIL]
        self._at = len(self._routes) - 1

    def back(self) -> Route | None:
        """Step back and return where we are then; None at the start."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self.current

    def forward(self) -> Route | None:
        """Step forward again; None at the end."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self.current
