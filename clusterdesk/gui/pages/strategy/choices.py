"""What the fields of the strategy choose from."""

from collections.abc import Sequence

from clusterdesk.domain.measures import MEASURES
from clusterdesk.domain.records.lists import Named
from clusterdesk.domain.views.strategy import StrategyDesk
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.choice import Option

_NONE = Option(None, "–")


class StrategyChoices:
    """The strategy as it is now, for the rows that choose from it; the page renews it."""

    def __init__(self, kit: Kit) -> None:
        """Begin with nothing."""
        self._kit = kit
        self.desk = StrategyDesk()

    def objectives(self) -> list[Option]:
        """Return the strategic objectives."""
        return [_NONE, *self._named(self.desk.objectives)]

    def operational(self) -> list[Option]:
        """Return the operational objectives."""
        return [_NONE, *self._named(self.desk.operational)]

    def people(self) -> list[Option]:
        """Return the colleagues."""
        return [_NONE, *(Option(one.id, one.name) for one in self.desk.profiles)]

    def organisations(self) -> list[Option]:
        """Return the organisations by name."""
        return [_NONE, *(Option(key, name) for key, name in self.desk.organisations)]

    def measures(self, kept: str = "") -> list[Option]:
        """Return what can be counted; a measure of another version stays as it is."""
        known = [Option(key, self._kit.t(label)) for key, label in MEASURES.items()]
        more = [Option(kept, kept)] if kept and kept not in MEASURES else []
        return [Option("", "–"), *known, *more]

    def code_of(self, operational_id: object) -> str:
        """Return how an operational objective is called in short."""
        for one in self.desk.operational:
            if one.id == operational_id:
                return one.code or one.name_in(self._kit.t.language)
        return ""

    def person(self, profile_id: object) -> str:
        """Return the name of a colleague."""
        return next((one.name for one in self.desk.profiles if one.id == profile_id), "")

    def _named(self, rows: Sequence[Named]) -> list[Option]:
        language = self._kit.t.language
        return [
            Option(one.id, " ".join(filter(None, (getattr(one, "code", ""), one.name_in(language))))) for one in rows
        ]
