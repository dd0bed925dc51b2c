"""Who is meant: an organisation, a person of it, or a bare name; the same in members, at meetings and on sheets."""

from dataclasses import dataclass
from uuid import UUID

from clusterdesk.domain.parsing.text import folded, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An organisation, a contact person, or a name; a person may come for an organisation."""

    organisation_id: UUID | None = None
    contact_id: UUID | None = None
    name: str = ""

    @property
    def is_nobody(self) -> bool:
        """Tell whether nobody is named."""
        return self.organisation_id is None and self.contact_id is None and not one_line(self.name)

    @property
    def key(self) -> str:
        """Return what tells them apart at one meeting: the person, else the name, else the organisation.

        Somebody without a record who comes for an organisation is told apart by both.
        """
        if self.contact_id is not None:
            return str(self.contact_id)
        name = folded(self.name)
        organisation = str(self.organisation_id or "")
        return f"{organisation}/{name}" if name else organisation
