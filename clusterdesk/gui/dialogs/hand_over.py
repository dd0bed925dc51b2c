"""Handing organisations over to a colleague: to whom, from which day on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.coaching import HandOver
from clusterdesk.domain.records.lists import Profile
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.handing_over import HandedOver


class HandOverDialog(AskDialog):
    """Asks who takes over; open files, promises of ours and planned visits pass to that colleague in one step."""

    def __init__(self, context: Context, organisation_ids: Sequence[UUID], what: str, parent: QWidget) -> None:
        """Ask about these organisations; ``what`` names them."""
        t = context.kit.t
        super().__init__(context.kit, t("Hand over: {what}", what=what), t("Hand over"), parent=parent)
        self.context = context
        self._organisation_ids = tuple(organisation_ids)
        self.giver = InlineChoice(self.kit, t("Who hands over"), [])
        self.taker = InlineChoice(self.kit, t("Who takes over"), [])
        self.day = InlineDate(self.kit, t("From this day on"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.content.addWidget(
            Label(
                t(
                    "Open coaching files, promises of ours and planned visits pass to the colleague. What was done "
                    "stays with whoever did it; one undo takes the hand-over back."
                ),
                "muted",
                wrap=True,
            )
        )
        self.content.addWidget(self.giver)
        whole = Row(spacing=12, stretch=False)
        whole.line.addWidget(self.taker, 1)
        whole.line.addWidget(self.day, 1)
        self.content.addWidget(whole)
        self.agreed.connect(self._agree)
        self.consent.setEnabled(False)
        self.taker.committed.connect(self._chosen)
        context.desk.submit(_colleagues, self._show, owner=self)

    def _show(self, profiles: list[Profile]) -> None:
        t, own = self.kit.t, self.context.settings.profile_name.casefold()
        options = [Option(one.id, one.name) for one in profiles]
        self.giver.set_options([Option(None, t("Whoever leads the file")), *options])
        self.taker.set_options([Option(None, "–"), *options])
        self.giver.set_value(None)
        self.taker.set_value(next((one.id for one in profiles if one.name.casefold() == own), None))
        self._chosen(self.taker.value)
        self.adjustSize()  # the names may have made the text above them break elsewhere

    @Slot(object)
    def _chosen(self, profile_id: object) -> None:
        self.consent.setEnabled(profile_id is not None)

    @Slot()
    def _agree(self) -> None:
        to_id, from_id = self.taker.value, self.giver.value
        if not self.day.commit() or self.day.value is None or not isinstance(to_id, UUID):
            return
        self.wait()
        command = HandOver(
            organisation_ids=self._organisation_ids,
            to_id=to_id,
            from_id=from_id if isinstance(from_id, UUID) else None,
            on=self.day.value,
        )
        toast = self.kit.t("Handed over. Undo takes it back.")
        self.context.write(partial(_hand_over, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _output: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def _colleagues(desk: "Desk") -> list[Profile]:
    return sorted(desk.store.find(Profile), key=_name)


def _name(profile: Profile) -> str:
    return profile.name.casefold()


def _hand_over(command: HandOver, desk: "Desk") -> "OpResult[HandedOver]":
    from clusterdesk.services import handing_over

    return handing_over.hand_over(desk.store, command)
