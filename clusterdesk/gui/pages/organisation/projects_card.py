"""Projects with their coaching files: tracks, managers, plan, since when."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord, ChangeSet
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, ManagerRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.organisation_page import FileCard, FileManager, ProjectCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.loading import Lists, named_options, profile_options
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import InlineMultiChoice, Option

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class ProjectsCard(PartsCard):
    """The card of projects; files stand under their project."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Projects and files"),
            t("No project yet. Indicators count projects: give what they want to achieve a title."),
            add=t("Add a project"),
            hint=t("Title of the project"),
        )
        self.organisation_id: UUID | None = None
        self.lists = Lists()

    def make_row(self, part: "ProjectCard | FileCard") -> PartRow:
        """Return the row of a project or of a file."""
        if isinstance(part, FileCard):
            return FileRow(self.context, part, self.lists)
        row = ProjectRow(self.context, part)
        row.file_added.connect(self._file_added)
        return row

    def key_of(self, part: "ProjectCard | FileCard") -> UUID:
        """Return the id of the project or file."""
        return part.file.id if isinstance(part, FileCard) else part.project.id

    def show_projects(self, projects: tuple[ProjectCard, ...], lists: Lists) -> None:
        """Show projects, each followed by its files."""
        self.lists = lists
        parts: list[ProjectCard | FileCard] = []
        for project in projects:
            parts.append(project)
            parts.extend(project.files)
        self.show_parts(parts, self.kit.formats.number(len(projects)) if projects else "")

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a project by its title."""
        if self.organisation_id is not None:
            project = Project(title=text, organisation_id=self.organisation_id)
            self.open_when_shown(project.id)
            self.context.write(partial(jobs.add, AddRecord(record=project)))

    @Slot(object)
    def _file_added(self, file_id: UUID) -> None:
        self.open_when_shown(file_id)


class ProjectRow(PartRow):
    """One project.

    Signals:
        file_added: a coaching file is being opened (its id).
    """

    type_key = "project"
    file_added = Signal(object)
    part: ProjectCard

    def record_id(self) -> UUID:
        """Return the project's id."""
        return self.part.project.id

    def words(self) -> None:
        """Say title, stage and part in it."""
        t, card = self.kit.t, self.part
        facts = [card.project.stage] if card.project.stage else []
        if card.holder:
            facts.append(t("Partner ({role}) of {holder}", role=card.role or "–", holder=card.holder))
        production = card.project.kind.value == "production"
        chips = ((t(choice_label(card.project.kind)), Tone.INFO),) if production else ()
        self.say(card.project.title, " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields, and the button that opens a file."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        rows = (("title",), ("kind", "stage"), ("started_on",), ("description",))
        self.form = RecordForm(self.context, "project", rows, required=("title",))
        self.open_file = Button(self.kit, self.kit.t("Open a coaching file"), icon="briefcase")
        self.open_file.clicked.connect(self._open_file)
        column.addWidget(self.form)
        column.addWidget(Row(self.open_file))
        return inner

    def fill(self) -> None:
        """Show the project."""
        self.form.show_record(self.part.project)

    @Slot()
    def _open_file(self) -> None:
        today = self.kit.clock.today()
        file = CoachingFile(project_id=self.part.project.id, opened_on=today, recorded_on=today)
        self.file_added.emit(file.id)
        name = self.context.settings.profile_name
        self.context.write(partial(_open_file, file, name), toast=self.kit.t("Coaching file opened."))


class FileRow(PartRow):
    """One coaching file."""

    type_key = "coaching_file"
    part: FileCard

    def __init__(self, context: Context, part: FileCard, lists: Lists) -> None:
        """Show a file, closed."""
        super().__init__(context, part)
        self._lists = lists
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
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        kept = [track.id for track in self.part.tracks]
        self.tracks = InlineMultiChoice(self.kit, t("Tracks"), named_options(self._lists.tracks, language, kept))
        self.tracks.committed.connect(self._set_tracks)
        rows = (("opened_on", "closed_on"), ("close_reason",), ("plan",))
        self.form = RecordForm(self.context, "coaching_file", rows)
        self.managers = ManagersCard(self.context, profile_options(self._lists.profiles))
        for widget in (self.tracks, self.form, self.managers):
            column.addWidget(widget)
        return inner

    def fill(self) -> None:
        """Show the file."""
        self.tracks.set_value(track.id for track in self.part.tracks)
        self.form.show_record(self.part.file)
        self.managers.file_id = self.part.file.id
        self.managers.show_parts(self.part.managers)

    @Slot(object)
    def _set_tracks(self, keys: tuple[UUID, ...]) -> None:
        command = ChangeSet(
            type_key="coaching_file_track",
            owner_field="coaching_file_id",
            owner_id=self.part.file.id,
            member_field="track_id",
            members=keys,
            title=self.title.text(),
        )
        self.context.write(partial(jobs.change_set, command))


class ManagersCard(PartsCard):
    """Who accompanies a file, with dated roles."""

    def __init__(self, context: Context, profiles: list[Option]) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Account managers"), t("Nobody yet."), add=t("Add an account manager"))
        self.file_id: UUID | None = None
        self._profiles = profiles

    def make_row(self, part: FileManager) -> PartRow:
        """Return the row of a manager."""
        return ManagerRow(self.context, part, self._profiles)

    def key_of(self, part: FileManager) -> UUID:
        """Return the id of the role."""
        return part.record.id

    @Slot()
    def begin_adding(self) -> None:
        """Add the user, or whoever comes first; the row opens to choose."""
        if self.file_id is None:
            return
        today = self.kit.clock.today()
        job = partial(_add_manager, self.file_id, self.context.settings.profile_name, today)
        self.context.write(job, self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ManagerRow(PartRow):
    """One manager of a file."""

    type_key = "coaching_file_manager"
    part: FileManager

    def __init__(self, context: Context, part: FileManager, profiles: list[Option]) -> None:
        """Show a manager, closed."""
        super().__init__(context, part)
        self._profiles = profiles

    def record_id(self) -> UUID:
        """Return the id of the role."""
        return self.part.record.id

    def words(self) -> None:
        """Say name and role."""
        record = self.part.record
        self.say(self.part.name, self.kit.t(choice_label(record.role)))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (("profile_id", "role"), ("from_on", "to_on"))
        self.form = RecordForm(self.context, self.type_key, rows, {"profile_id": self._profiles})
        return self.form

    def fill(self) -> None:
        """Show the role."""
        self.form.show_record(self.part.record)


def _open_file(file: CoachingFile, profile_name: str, desk: "Desk") -> OpResult[Record]:
    lead = _profile(profile_name, desk)
    parts: tuple[Record, ...] = ()
    if lead is not None:
        parts = (CoachingFileManager(coaching_file_id=file.id, profile_id=lead.id, from_on=file.opened_on),)
    return jobs.add(AddRecord(record=file, parts=parts), desk)


def _add_manager(file_id: UUID, profile_name: str, today: object, desk: "Desk") -> OpResult[Record]:
    taken = {one.profile_id for one in desk.store.find(CoachingFileManager, coaching_file_id=file_id)}
    free = [one for one in desk.store.find(Profile) if one.id not in taken]
    own = _profile(profile_name, desk)
    chosen = own if own is not None and own.id not in taken else next(iter(free), own)
    if chosen is None:
        chosen = Profile(name=profile_name or "?")
        jobs.add(AddRecord(record=chosen), desk)
    role = ManagerRole.SUPPORT if taken else ManagerRole.LEAD
    return jobs.add(
        AddRecord(record=CoachingFileManager(coaching_file_id=file_id, profile_id=chosen.id, role=role, from_on=today)),  # type: ignore[arg-type]
        desk,
    )


def _profile(name: str, desk: "Desk") -> Profile | None:
    wanted = name.strip().casefold()
    return next((one for one in desk.store.find(Profile) if one.name.casefold() == wanted), None)
