"""Merging two organisations: choose the other one, compare field by field, merge. Undo and un-merge take it back."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.error import ErrorBanner
from clusterdesk.gui.pages.merging import jobs
from clusterdesk.gui.pages.merging.fields import FieldsCard
from clusterdesk.gui.pages.merging.other import OtherCard
from clusterdesk.gui.pages.merging.request import MergeRequest
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.page_scroll import page_scroll


class MergePage(Page):
    """The page; its argument is a MergeRequest."""

    shows = ("organisation",)

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make header, the two steps and the buttons."""
        kit, t = self.kit, self.kit.t
        self._facts: jobs.MergeFacts | None = None
        self._ready = False
        self.header = PageHeader(kit, t("Merge two organisations"))
        self.banner = ErrorBanner(kit)
        self.warning = Label("", "problem", wrap=True)
        self.other, self.fields = OtherCard(self.context), FieldsCard(kit)
        self.parts = Label("", "muted", wrap=True)
        self.swap = Button(
            kit, t("Keep the other one"), icon="arrow-up-down", hint=t("Change which of the two is kept")
        )
        self.change = Button(kit, t("Another organisation"), icon="arrow-left")
        self.merge = Button(kit, t("Merge"), "primary", icon="merge")
        self.header.add(self.change, self.swap, self.merge)
        self.steps = QStackedWidget()
        self.steps.addWidget(page_scroll(self.other, t("Which organisation is the same?")))
        self.steps.addWidget(page_scroll(self._compared(), t("The two side by side")))
        for part in (self.header, self.banner):
            self.body.addWidget(part)
        self.body.addWidget(self.steps, 1)
        self.other.chosen.connect(self._compare)
        self.other.all_asked.connect(self._show_all)
        self.swap.clicked.connect(self._swap)
        self.change.clicked.connect(self._change)
        self.merge.clicked.connect(self._merge)
        self._offer()

    def argument_changed(self) -> None:
        """Begin with other organisations."""
        self._facts, self._ready = None, False
        self.banner.hide()
        self._offer()

    def refresh(self, changes: object) -> None:
        """Read the two."""
        if isinstance(self.argument, MergeRequest):
            job = partial(jobs.read_facts, self.argument)
            self.context.desk.submit(job, self._show, self._failed, latest="merge", owner=self)

    def _compared(self) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.warning)
        column.addWidget(self.fields)
        column.addWidget(self.parts)
        column.addStretch(1)
        return inner

    def _show(self, facts: jobs.MergeFacts) -> None:
        before = self.fields.choices if self._facts is not None and self._facts.preview is not None else {}
        self._facts = facts
        preview, t = facts.preview, self.kit.t
        self.banner.hide()
        if preview is None:
            self.header.set_note(t("“{name}” is kept.", name=facts.kept.name))
            self.other.show_twins(facts.kept.id, facts.twins)
        else:
            self.header.set_note(
                t("Nothing is rewritten or lost: a merge can be undone, and taken apart even years later.")
            )
            self.fields.show_preview(preview, before)
            two = t("Both have an enterprise number, and not the same one: they are probably two organisations.")
            self.warning.setText(two)
            self.warning.setVisible(preview.two_numbers)
            self.parts.setText(self._parts_words())
        self._ready = preview is not None
        self._offer()

    def _parts_words(self) -> str:
        preview, t = self._facts.preview if self._facts else None, self.kit.t
        if preview is None or not preview.parts:
            return t("Nothing else belongs to the one that is merged.")
        parts = [
            t("{what} ({n})", what=t(RECORD_TYPES[key].label), n=self.kit.formats.number(count))
            for key, count in preview.parts.items()
        ]
        return t("Will be read with the one that is kept: {what}.", what=self.kit.formats.joined(parts))

    def _offer(self) -> None:
        comparing = isinstance(self.argument, MergeRequest) and self.argument.absorbed_id is not None
        self.steps.setCurrentIndex(1 if comparing else 0)
        self.steps.setVisible(not comparing or self._ready)
        for button in (self.swap, self.change, self.merge):
            button.setVisible(comparing)
            button.setEnabled(self._ready or button is self.change)

    def _request(self) -> MergeRequest:
        assert isinstance(self.argument, MergeRequest)
        return self.argument

    @Slot(object)
    def _compare(self, other_id: UUID) -> None:
        asked = self._request()
        self.context.shell.go(routes.merge(asked.kept_id, other_id, back_to_list=asked.back_to_list))

    @Slot()
    def _show_all(self) -> None:
        self.context.shell.go(Route(routes.DUPLICATES))

    @Slot()
    def _swap(self) -> None:
        asked = self._request()
        if asked.absorbed_id is not None:
            route = routes.merge(asked.absorbed_id, asked.kept_id, back_to_list=asked.back_to_list)
            self.context.shell.go(route)

    @Slot()
    def _change(self) -> None:
        self.context.shell.go(routes.merge(self._request().kept_id))

    @Slot()
    def _merge(self) -> None:
        preview = self._facts.preview if self._facts else None
        if preview is None or not self._ready:
            return
        self._ready = False
        self._offer_later()
        t = self.kit.t
        toast = t("“{absorbed}” is read as “{kept}” now.", absorbed=preview.absorbed.name, kept=preview.kept.name)
        job = jobs.Merge(self._request(), self.fields.choices)
        self.context.write(job, self._merged, self._failed, toast=toast, owner=self)

    def _offer_later(self) -> None:
        for button in (self.swap, self.change, self.merge):
            button.setEnabled(False)

    def _merged(self, _kept: object) -> None:
        asked = self._request()
        if asked.back_to_list:
            self.context.shell.go(Route(routes.DUPLICATES))
        else:
            self.context.shell.go(routes.organisation(asked.kept_id))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, KnownError):
            self.banner.show_texts(error.texts(self.kit.t))
            self._ready = False
            self._offer()
        else:
            self.context.shell.show_error(error)
