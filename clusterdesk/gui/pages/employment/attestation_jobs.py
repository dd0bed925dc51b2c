"""What signing an attestation asks of the database worker and of the lane for files."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.briefs.filenames import BriefKind, brief_filename, kind_name
from clusterdesk.briefs.statement import fingerprint, statement
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.employment import AskAttestation, KeepAttestation
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.gui.briefing.drawing import HouseFacts, house
from clusterdesk.gui.pages.employment.attestation_reading import Prepared
from clusterdesk.gui.tasks import Progress
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class DrawSigned:
    """A job of the lane for files: the PDF of a signed attestation, with its name."""

    def __init__(self, view: Attestation, language: str, facts: HouseFacts) -> None:
        """Draw ``view`` in a language."""
        self._view, self._language, self._house = view, language, facts

    def __call__(self, progress: Progress) -> tuple[str, bytes]:
        """Return the name and the bytes of the file.

        Raises:
            KnownError: a font is missing.
        """
        from clusterdesk.briefs.attestation import attestation_pdf

        t, formats = Translator(self._language), Formats(self._language)
        name = brief_filename(BriefKind.ATTESTATION, self._view.signed_on, self._view.organisation, t)
        return name, attestation_pdf(self._view, t, formats, house(self._house))


def keep(prepared: Prepared, view: Attestation, drawn: tuple[str, bytes], desk: "Desk") -> OpResult[Evidence]:
    """Keep a signed attestation with the sentences that were signed and their fingerprint."""
    from clusterdesk.services.attestations import keep_attestation

    t, formats = Translator(prepared.language), Formats(prepared.language)
    lines = statement(view, t, formats)
    filename, content = drawn
    command = KeepAttestation(
        coaching_file_id=prepared.coaching_file_id,
        evidence_id=prepared.evidence_id,
        name=kind_name(BriefKind.ATTESTATION, t),
        filename=filename,
        statement="\n".join((*lines, f"SHA-256 {fingerprint(lines)}")),
        on=view.signed_on,
    )
    return keep_attestation(desk.store, command, content)


def ask(coaching_file_id: UUID, name: str, desk: "Desk") -> OpResult[Evidence]:
    """Note that a signed attestation is wanted."""
    from clusterdesk.services.attestations import ask_attestation

    return ask_attestation(desk.store, AskAttestation(coaching_file_id=coaching_file_id, name=name))
