"""A row whose fields choose from lists that its card reads once for all of them."""

from dataclasses import dataclass
from typing import Any

from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow


@dataclass(slots=True)
class Renewed[D]:
    """What is known beside the parts, as it is now; the page renews it before its rows are filled."""

    data: D


class ChoosingRow[C](PartRow):
    """A row that is handed what its fields choose from, whatever holds it."""

    def __init__(self, context: Context, part: Any, choices: C) -> None:  # noqa: ANN401 - each card has its own parts
        """Show a part, closed."""
        super().__init__(context, part)
        self.choices = choices
