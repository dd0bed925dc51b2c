"""What the pages of difficulties ask of the store, in the worker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.difficulties import NoteDifficulty
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyTheme
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.views.difficulties import DifficultyList

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class Noting:
    """From where a difficulty is noted: what was selected, whose page or session is in front, the jotted line.

    ``visibility`` is that of what the quote is taken from, where it is known already.
    """

    quote: str = ""
    organisation_id: UUID | None = None
    session_id: UUID | None = None
    quick_note_id: UUID | None = None
    visibility: Visibility | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the dialog knows at the beginning: the organisation meant, who may read the quote, the themes."""

    organisation_id: UUID | None
    organisation: str
    visibility: Visibility
    themes: tuple[DifficultyTheme, ...]
    profile_id: UUID | None = None
    line: str = ""


def read_list(desk: "Desk") -> DifficultyList:
    """Read all difficulties."""
    from clusterdesk.services.difficulty_views import list_difficulties

    return list_difficulties(desk.store)


def read_known(noting: Noting, own_name: str, desk: "Desk") -> Known:
    """Read what a new difficulty begins with."""
    from clusterdesk.services.difficulty_noting import begin_difficulty

    begun = begin_difficulty(desk.store, noting.quote, noting.organisation_id, noting.session_id)
    line = desk.store.get(QuickNote, noting.quick_note_id) if noting.quick_note_id is not None else None
    organisation = begun.organisation
    if organisation is None and line is not None and line.organisation_id is not None:
        organisation = begin_difficulty(desk.store, "", line.organisation_id, None).organisation
    own = next((one for one in desk.store.find(Profile) if one.name.casefold() == own_name.casefold()), None)
    return Known(
        organisation.id if organisation is not None else None,
        organisation.name if organisation is not None else "",
        (noting.visibility or begun.visibility) if line is None else line.visibility,
        begun.themes,
        own.id if own is not None else None,
        line.text if line is not None else "",
    )


def read_name(organisation_id: UUID, desk: "Desk") -> str:
    """Read the name of an organisation."""
    from clusterdesk.services.kept import kept_organisation

    return kept_organisation(desk.store, organisation_id).name


def note(command: NoteDifficulty, desk: "Desk") -> OpResult[Difficulty]:
    """Note a difficulty."""
    from clusterdesk.services.difficulties import note_difficulty

    return note_difficulty(desk.store, command)
