"""Employment attestations: what stands on them, signed on the spot or on paper, kept as evidence, undone."""

import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import new_id
from clusterdesk.briefs.attestation import attestation_pdf
from clusterdesk.briefs.house import House
from clusterdesk.briefs.statement import fingerprint, statement
from clusterdesk.domain.commands.employment import AskAttestation, FollowEmployment, KeepAttestation, NoteHeadcount
from clusterdesk.domain.commands.records import ErasePerson
from clusterdesk.domain.dropped import DroppedFile, DroppedKind
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel
from clusterdesk.domain.signature import Signature
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.filing.page_codes import codes_in_pdf
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.attestation_views import attestation_view
from clusterdesk.services.attestations import ask_attestation, keep_attestation
from clusterdesk.services.employment import read_employment
from clusterdesk.services.employment_baselines import follow_employment
from clusterdesk.services.erasure import erase_person
from clusterdesk.services.filing_places import places_for
from clusterdesk.services.headcounts import note_headcount
from clusterdesk.services.undo import undo
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.services.wanted_attestations import wanted_attestation_view
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import overprints, pdf_text, pdf_words
from tests.factories import make_contact, make_file, make_organisation, make_visit

STROKES = Signature((((0.0, 0.0), (40.0, 30.0), (90.0, 4.0)), ((20.0, 40.0), (60.0, 44.0))))


def _grown(store: Store, **values: Any) -> tuple[Organisation, CoachingFile]:
    organisation = make_organisation(store, languages=("nl",), enterprise_number="0403019261", **values)
    file = make_file(store, organisation, opened_on=date(2024, 2, 1), tracks=("employment",))
    make_visit(store, organisation, date(2024, 2, 12), "Notes", coaching_file_id=file.id)
    for on, fte, created in (
        ("2024-01-31", "5.5", None),
        ("2024-03-28", "6", "0.5"),
        ("2024-06-30", "7", "1"),
        ("2024-12-20", "7.5", None),
    ):
        command = NoteHeadcount(
            organisation_id=organisation.id,
            on=date.fromisoformat(on),
            fte=Decimal(fte),
            created=Decimal(created) if created else None,
        )
        note_headcount(store, command)
    follow_employment(store, FollowEmployment(coaching_file_id=file.id))
    return organisation, file


def _view(store: Store, file: CoachingFile, language: str = "fr") -> Attestation:
    return attestation_view(store, file.id, new_id(), page_footer(store, "Claire", Edition.SHAREABLE), language)


def text_of(pdf: bytes) -> str:
    """Read the text back, on one line."""
    return " ".join(pdf_text(pdf).split())


def _pdf(view: Attestation, language: str) -> bytes:
    return attestation_pdf(view, Translator(language), Formats(language), House("Cluster"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Attestation d’emploi", "5,5", "7,5", "+2,0", "Contrat à durée indéterminée", "31/01/2024")),
        ("nl", ("Tewerkstellingsattest", "5,5", "7,5", "+2,0", "Contract van onbepaalde duur", "Handtekening")),
        ("en", ("Employment attestation", "5,5", "7,5", "+2,0", "Permanent contract", "Signature")),
    ],
)
def test_the_page_says_before_and_after_in_the_language_of_the_organisation(
    store: Store, language: str, words: tuple[str, ...]
) -> None:
    _organisation, file = _grown(store)
    view = replace(
        _view(store, file, language), signer="Sofie Peeters", signed_on=date(2026, 11, 23), signature=STROKES
    )
    content = _pdf(view, language)
    text = text_of(content)
    assert overprints(pdf_words(content)) == []
    for word in (*words, "Sofie Peeters", "Atelier Noord", "0403.019.261", view.code):
        assert word in text, word
    assert "(6,0 + 7,0 + 7,5) ÷ 3 = 6,83" in text
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        assert list(pdf.pages[0].get_images()) == []  # the signature is drawn as lines, not as a picture


def test_the_fingerprint_is_that_of_the_sentences_and_names_nobody(store: Store) -> None:
    _organisation, file = _grown(store)
    view = replace(_view(store, file), signer="Sofie Peeters", signature=STROKES)
    t, formats = Translator("fr"), Formats("fr")
    lines = statement(view, t, formats)
    digest = fingerprint(lines)
    printed = text_of(_pdf(view, "fr")).replace(" ", "").replace("\n", "")
    assert digest in printed
    assert "Sofie" not in " ".join(lines)
    assert fingerprint(statement(replace(view, created=Decimal(9)), t, formats)) != digest
    assert fingerprint(statement(replace(view, signer="Jan"), t, formats)) == digest


def test_what_is_internal_is_never_signed_for(store: Store) -> None:
    organisation, file = _grown(store)
    secret = NoteHeadcount(
        organisation_id=organisation.id,
        on=date(2025, 3, 31),
        fte=Decimal("93.15"),
        visibility=Visibility.INTERNAL,
        created=Decimal("41.05"),
    )
    note_headcount(store, secret)
    view = _view(store, file)
    assert view.after.fte == Decimal("7.5")
    text = text_of(_pdf(view, "fr"))
    assert "93,15" not in text
    assert "42,55" not in text


def test_a_sole_traders_number_stays_away(store: Store) -> None:
    _organisation, file = _grown(store, sole_trader=True)
    assert _view(store, file).number == ""


def test_signed_on_the_spot_it_is_document_and_evidence_in_one_step(store: Store) -> None:
    organisation, file = _grown(store)
    content = _pdf(replace(_view(store, file), signature=STROKES), "fr")
    command = KeepAttestation(
        coaching_file_id=file.id, evidence_id=new_id(), name="Attestation d’emploi", filename="Attestation.pdf"
    )
    made = keep_attestation(store, command, content).output
    (document,) = store.find(Document)
    assert store.documents.read(document.sha256) == content
    (evidence,) = store.find(Evidence)
    assert (evidence.id, evidence.level, evidence.indicator) == (made.id, EvidenceLevel.ATTESTATION, "job_growth")
    assert (evidence.document_id, evidence.wanted, evidence.project_id) == (document.id, False, file.project_id)
    assert read_employment(store, organisation.id).files[0].proposal.evidence == (evidence,)
    undo(store)
    assert (store.find(Document), store.find(Evidence)) == ([], [])


def test_a_scan_of_the_signed_paper_finds_back_by_its_code(store: Store) -> None:
    organisation, file = _grown(store)
    asked = ask_attestation(store, AskAttestation(coaching_file_id=file.id, name="Attestation d’emploi")).output
    assert ask_attestation(store, AskAttestation(coaching_file_id=file.id, name="Encore")).output.id == asked.id
    assert len(store.find(Evidence)) == 1
    language, view = wanted_attestation_view(store, asked.id, author="Claire")
    assert language == "nl"
    place = places_for(store, DroppedFile("scan.jpg", DroppedKind.OTHER, b"", (view.code,)))[0]
    assert (place.organisation_id, place.evidence_id) == (organisation.id, asked.id)


def test_the_printed_code_is_read_back_from_a_scan(store: Store) -> None:
    _organisation, file = _grown(store)
    view = _view(store, file)
    scan = _scanned(_pdf(view, "fr"))
    assert view.code in codes_in_pdf("scan.pdf", scan)


def test_there_is_nothing_to_attest_without_a_start_or_once_bankrupt(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, tracks=("employment",))
    with pytest.raises(KnownError, match="nothing to attest"):
        _view(store, file)


def test_erasing_a_person_leaves_no_name_in_the_records_of_the_attestation(store: Store) -> None:
    organisation, file = _grown(store)
    person = make_contact(store, organisation)
    view = replace(_view(store, file), signer=person.full_name, signature=STROKES)
    lines = statement(view, Translator("fr"), Formats("fr"))
    command = KeepAttestation(
        coaching_file_id=file.id,
        evidence_id=new_id(),
        name="Attestation d’emploi",
        filename="Attestation.pdf",
        statement="\n".join(lines),
    )
    keep_attestation(store, command, _pdf(view, "fr"))
    erase_person(store, ErasePerson(contact_id=person.id))
    (evidence,), (document,) = store.find(Evidence), store.find(Document)
    assert "Peeters" not in f"{evidence.title} {evidence.remark} {document.name} {document.remark}"


def _scanned(content: bytes) -> bytes:
    """Return a PDF that holds a picture of the page, as a scanner makes it."""
    command = ["pdftoppm", "-r", "150", "-png", "-"]
    picture = subprocess.run(command, input=content, capture_output=True, check=True).stdout
    made = BytesIO()
    with Image.open(BytesIO(picture)) as page:
        page.convert("RGB").save(made, "PDF", resolution=150)
    return made.getvalue()
