"""What the page of an organisation asks of the store."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.sessions import PlanSession
from clusterdesk.domain.records.lists import CircularModel, Named, Profile, Tag, Track, ValueChain
from clusterdesk.domain.records.sessions import Action, Session
from clusterdesk.domain.views.organisation_page import FileCard, OrganisationPage
from clusterdesk.domain.views.timeline import TimelineKind, TimelinePage
from clusterdesk.gui.forms.people_choices import PeopleChoices, people_choices
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation.note_jobs import quick_note_place
from clusterdesk.gui.widgets.fields.choice import Option

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class Lists:
    """The editable lists that fields of the page choose from."""

    value_chains: tuple[ValueChain, ...] = ()
    circular_models: tuple[CircularModel, ...] = ()
    tracks: tuple[Track, ...] = ()
    profiles: tuple[Profile, ...] = ()
    tags: tuple[Tag, ...] = ()

    def colleague(self, name: str) -> Profile | None:
        """Return the colleague of a name, whoever sits at this laptop."""
        return next((one for one in self.profiles if one.name.casefold() == name.casefold()), None)


@dataclass(frozen=True, slots=True)
class PageData:
    """All the page shows but the Fil, the note that was being written, and a promise kept that was asked for."""

    page: OrganisationPage
    lists: Lists
    quick_note: str = ""
    kept: Action | None = None

    def people(self) -> PeopleChoices:
        """Return whom fields of the page may name."""
        return people_choices(self.lists.profiles, self.page.contacts)


def read_page(organisation_id: UUID, kept_id: UUID | None, desk: "Desk") -> PageData:
    """Read the page and the lists; ``kept_id`` is a promise to show although it was kept."""
    from clusterdesk.services.drafts import draft_text
    from clusterdesk.services.page_views import read_organisation

    page = read_organisation(desk.store, organisation_id)
    draft = draft_text(desk.store, *quick_note_place(page.organisation.id))
    return PageData(page, read_lists(desk), draft, _kept(kept_id, desk))


def _kept(action_id: UUID | None, desk: "Desk") -> Action | None:
    """Return a promise that was kept, unless it was reopened or thrown away since."""
    action = desk.store.get(Action, action_id) if action_id is not None else None
    return action if action is not None and action.done_on is not None and not action.deleted else None


def read_lists(desk: "Desk") -> Lists:
    """Read the editable lists in their order."""
    store = desk.store
    return Lists(
        value_chains=tuple(sorted(store.find(ValueChain), key=_place)),
        circular_models=tuple(sorted(store.find(CircularModel), key=_place)),
        tracks=tuple(sorted(store.find(Track), key=_place)),
        profiles=tuple(sorted(store.find(Profile), key=_name)),
        tags=tuple(sorted(store.find(Tag), key=_name)),
    )


def read_fil(organisation_id: UUID, kinds: Collection[TimelineKind] | None, limit: int, desk: "Desk") -> TimelinePage:
    """Read the newest entries of the Fil."""
    from clusterdesk.services.page_views import read_timeline

    return read_timeline(desk.store, organisation_id, kinds=kinds, limit=limit)


def plan_visit(page: OrganisationPage, day: date, desk: "Desk") -> OpResult[Session]:
    """Put a visit into the agenda; it belongs to the open coaching file when there is exactly one."""
    from clusterdesk.services.sessions import plan_session

    file_id = page.open_files[0].file.id if len(page.open_files) == 1 else None
    command = PlanSession(organisation_id=page.organisation.id, on=day, coaching_file_id=file_id)
    return plan_session(desk.store, command)


def named_options(rows: Sequence[Named], language: str, kept: Collection[UUID] = ()) -> list[Option]:
    """Return the rows of a list that are in use, and those chosen before."""
    return [Option(one.id, one.name_in(language)) for one in rows if one.active or one.id in kept]


def profile_options(rows: Sequence[Profile]) -> list[Option]:
    """Return the colleagues."""
    return [Option(one.id, one.name) for one in rows]


def file_options(kit: Kit, page: OrganisationPage) -> list[Option]:
    """Return the coaching files of an organisation by project and tracks."""
    t = kit.t
    return [
        Option(file.file.id, t("{kind} · {title}", kind=project.project.title, title=_file_words(kit, file)))
        for project in page.projects
        for file in project.files
    ]


def _file_words(kit: Kit, file: FileCard) -> str:
    tracks = kit.formats.joined([track.name_in(kit.t.language) for track in file.tracks])
    return tracks or kit.t("since {day}", day=kit.formats.date(file.file.opened_on))


def _place(row: Named) -> tuple[int, str]:
    return row.position, row.key


def _name(row: Any) -> str:  # noqa: ANN401 - a profile or a tag
    return str(row.name).casefold()
