"""One coaching file in the card of projects."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import ChangeSet
from clusterdesk.domain.views.organisation_page import FileCard
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.loading import Lists, named_options, profile_options
from clusterdesk.gui.pages.organisation.team_card import ManagersCard
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.fields.choice import InlineMultiChoice


class FileRow(PartRow):
    """One coaching file."""

    type_key = "coaching_file"
    part: FileCard

    def __init__(self, context: Context, part: FileCard, lists: Lists, owner: UUID | None) -> None:
        """Show a file, closed; ``owner`` is the organisation whose page it stands on."""
        super().__init__(context, part)
        self._lists, self.owner = lists, owner
        self.column.setContentsMargins(22, 3, 4, 5)

    def record_id(self) -> UUID:
        """Return the file's id."""
        return self.part.file.id

    def words(self) -> None:
        """Say tracks, managers, since when, how many visits."""
        t, card, language = self.kit.t, self.part, self.kit.t.language
        tracks = self.kit.formats.joined([track.name_in(language) for track in card.tracks])
        facts = [manager.name for manager in card.managers if manager.record.to_on is None]
        if card.is_open:
            facts.append(t("open since {day}", day=self.kit.formats.date(card.file.opened_on)))
            chips = ((t("Open"), Tone.OK),)
        else:
            closed = card.file.closed_on
            facts.append(t("closed on {day}", day=self.kit.formats.date(closed) if closed else "–"))
            chips = ((t("Closed"), Tone.NEUTRAL),)
        if card.visits:
            facts.append(t.n("{n} visit", "{n} visits", n=card.visits))
        self.say(tracks or t("Coaching file"), " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields, the tracks and the managers."""
        t, language = self.kit.t, self.kit.t.language
        kept = [track.id for track in self.part.tracks]
        self.tracks = InlineMultiChoice(self.kit, t("Tracks"), named_options(self._lists.tracks, language, kept))
        self.tracks.committed.connect(self._set_tracks)
        rows = (("opened_on",), ("plan",))
        self.form = RecordForm(self.context, "coaching_file", rows)
        self.managers = ManagersCard(self.context, profile_options(self._lists.profiles))
        self.coaching = Button(self.kit, t("To the coaching plan"), "link", icon="list-checks")
        self.coaching.clicked.connect(self._go_to_plan)
        return Column(self.tracks, self.form, self.managers, Row(self.coaching))

    def fill(self) -> None:
        """Show the file."""
        self.tracks.set_value(track.id for track in self.part.tracks)
        self.form.show_record(self.part.file)
        self.managers.file_id = self.part.file.id
        self.managers.show_parts(self.part.managers)

    @Slot()
    def _go_to_plan(self) -> None:
        if self.owner is not None:
            self.context.shell.go(routes.coaching(self.owner))

    @Slot(object)
    def _set_tracks(self, keys: tuple[UUID, ...]) -> None:
        command = ChangeSet(
            type_key="coaching_file_track",
            owner_field="coaching_file_id",
            owner_id=self.part.file.id,
            member_field="track_id",
            members=keys,
            title=self.title.words,
        )
        self.context.write(partial(jobs.change_set, command))
