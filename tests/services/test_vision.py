"""The common vision and communication: stages, who may be named, who was never featured, the papers."""

from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from docx import Document

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.drawing import docx_of, pdf_of
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord, ChangeSet
from clusterdesk.domain.commands.vision import MoveChapter
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.communication import CommunicationItem, Feature
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.organisations import Membership, MembershipStatus, Organisation
from clusterdesk.domain.records.vision import (
    OpenQuestion,
    VisionChapter,
    VisionContributor,
    VisionDossier,
    VisionSource,
    VisionStage,
    VisionStep,
)
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import merging, records, vision
from clusterdesk.services.communication import read_communication
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.printed_pages import PageWish, read_page
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import pdf_text
from tests.factories import make_organisation


def _add[R: Record](store: Store, record: R) -> R:
    records.add_record(store, AddRecord(record=record))
    return record


def _dossier(store: Store) -> UUID:
    return _add(store, VisionDossier(title="Produire en ville", question="Quelle place ?")).id


def _member(store: Store, name: str, *, cited: bool | None = None) -> Organisation:
    one = make_organisation(store, name=name)
    _add(store, Membership(organisation_id=one.id, status=MembershipStatus.MEMBER))
    if cited is not None:
        _add(store, Consent(organisation_id=one.id, purpose=ConsentPurpose.CITATION, given=cited, on=date(2026, 1, 5)))
    return one


def _printed(store: Store, kind: str, subject: UUID, language: str = "fr", edition: Edition = Edition.SHAREABLE) -> str:
    spoken, view = read_page(store, kind, subject, PageWish(language=language, author="Claire", edition=edition))
    job = BriefJob(view, Translator(spoken, strict=True), Formats(spoken))
    written = Document(BytesIO(docx_of(job, House("Le cluster"))))
    text = pdf_text(pdf_of(job, House("Le cluster")))
    for paragraph in written.paragraphs:  # both say the same
        for word in paragraph.text.split():
            assert word in text, (kind, word)
    return text


def test_a_dossier_goes_from_stage_to_stage_and_each_step_can_be_taken_back(store: Store) -> None:
    one, today = _dossier(store), store.clock.today()
    assert vision.read_vision(store, one).stage is None
    vision.move_dossier(store, one, VisionStage.SCOPE, on=date(2026, 2, 3), remark="Validé")
    vision.move_dossier(store, one, VisionStage.COLLECTION)
    page = vision.read_vision(store, one)
    assert (page.stage, page.next_stage) == (VisionStage.COLLECTION, VisionStage.WORKING_GROUPS)
    assert [each.on for each in page.stages] == [date(2026, 2, 3), today, None, None, None]
    undo(store)
    assert vision.read_vision(store, one).stage is VisionStage.SCOPE


@pytest.mark.parametrize(
    ("stage", "on", "code"),
    [
        (VisionStage.COLLECTION, date(2999, 1, 1), "vision_day_to_come"),
        (VisionStage.SCOPE, None, "vision_stage_reached"),
        (VisionStage.COLLECTION, date(2026, 1, 1), "vision_days"),
    ],
)
def test_a_stage_that_makes_no_sense_is_refused(store: Store, stage: VisionStage, on: date | None, code: str) -> None:
    one = _dossier(store)
    vision.move_dossier(store, one, VisionStage.SCOPE, on=date(2026, 2, 3))
    with pytest.raises(KnownError) as caught:
        vision.move_dossier(store, one, stage, on=on)
    assert caught.value.code == code
    step = VisionStep(vision_dossier_id=one, stage=stage, on=on or store.clock.today())
    with pytest.raises(KnownError) as caught:
        _add(store, step)
    assert caught.value.code == code, "nor by the generic command"
    assert len(vision.read_vision(store, one).steps) == 1


def test_chapters_keep_the_order_they_are_put_into(store: Store) -> None:
    one = _dossier(store)
    chapters = [
        _add(store, VisionChapter(vision_dossier_id=one, title=title, position=place))
        for place, title in enumerate(("Espace", "Métiers", "Matière"), start=1)
    ]
    vision.move_chapter(store, MoveChapter(chapter_id=chapters[2].id, up=True))
    assert [each.title for each in vision.read_vision(store, one).chapters] == ["Espace", "Matière", "Métiers"]
    assert not vision.move_chapter(store, MoveChapter(chapter_id=chapters[0].id, up=True)).changes
    undo(store)
    assert [each.title for each in vision.read_vision(store, one).chapters] == ["Espace", "Métiers", "Matière"]


def test_outside_only_those_are_named_who_agreed(store: Store) -> None:
    one = _dossier(store)
    agreed, refused = _member(store, "Rabot Vert", cited=True), _member(store, "Colle Vive", cited=False)
    silent = _member(store, "Vis Douce")
    for organisation in (agreed, refused, silent):
        _add(store, VisionContributor(vision_dossier_id=one, organisation_id=organisation.id))
    _add(store, VisionContributor(vision_dossier_id=one, name="Zénobie Sansaccord", organisation_id=agreed.id))
    text = _printed(store, "dossier", one)
    assert "Rabot Vert" in text
    assert not [name for name in ("Colle", "Vis Douce", "Zénobie", "Sansaccord") if name in text]
    inside = _printed(store, "dossier", one, edition=Edition.INTERNAL)
    assert all(name in inside for name in ("Rabot Vert", "Colle Vive", "Vis Douce", "Zénobie Sansaccord"))


def test_consent_taken_back_holds_from_its_day(store: Store) -> None:
    one = _member(store, "Rabot Vert", cited=True)
    assert _printed(store, "member", one.id)
    _add(store, Consent(organisation_id=one.id, purpose=ConsentPurpose.CITATION, given=False, on=date(2026, 1, 6)))
    with pytest.raises(KnownError) as caught:
        read_page(store, "member", one.id, PageWish())
    assert caught.value.code == "member_not_citable"


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_planted_sentences_stay_inside(store: Store, language: str) -> None:
    one = _dossier(store)
    shared = _add(store, VisionChapter(vision_dossier_id=one, title="Espace", text="Les ateliers bougent."))
    for place, mark in enumerate((Visibility.INTERNAL, Visibility.RESTRICTED)):
        word = f"Planté{place}"
        _add(store, VisionChapter(vision_dossier_id=one, title=word, text=word, visibility=mark))
        _add(store, VisionSource(vision_dossier_id=one, title=word, summary=word, visibility=mark))
        _add(store, OpenQuestion(vision_dossier_id=one, text=word, visibility=mark))
    _add(store, VisionSource(vision_dossier_id=one, vision_chapter_id=shared.id, title="Carnet"))
    text = _printed(store, "dossier", one, language)
    assert "Les ateliers bougent." in text
    assert "[1]" in text
    assert "Planté" not in text
    inside = _printed(store, "dossier", one, language, Edition.INTERNAL)
    assert "Planté0" in inside
    assert "Planté1" not in inside


def test_a_dossier_that_is_internal_does_not_leave(store: Store) -> None:
    one = _add(store, VisionDossier(title="Brouillon", visibility=Visibility.INTERNAL)).id
    with pytest.raises(KnownError, match="not marked as shareable"):
        read_page(store, "dossier", one, PageWish())
    assert "Brouillon" in _printed(store, "dossier", one, edition=Edition.INTERNAL)


def test_a_member_sheet_holds_public_data_only(store: Store) -> None:
    one = _member(store, "Rabot Vert", cited=True)
    for first, cited in (("Nora", True), ("Zénobie", None)):
        person = _add(store, Contact(first_name=first, last_name="Lejeune"))
        _add(store, ContactRole(contact_id=person.id, organisation_id=one.id, role="gérante"))
        if cited:
            _add(store, Consent(contact_id=person.id, purpose=ConsentPurpose.CITATION, on=date(2026, 1, 5)))
    item = _add(store, CommunicationItem(title="Portrait d’atelier", on=date(2026, 3, 3)))
    _add(store, Feature(communication_item_id=item.id, organisation_id=one.id))
    text = _printed(store, "member", one.id)
    assert "Nora Lejeune" in text
    assert "Zénobie" not in text
    assert "Portrait d’atelier" in text


def test_who_was_never_featured_comes_first_also_after_a_merge(store: Store) -> None:
    seen, never, twin = _member(store, "Vu"), _member(store, "Jamais"), make_organisation(store, name="Vu bis")
    item = _add(store, CommunicationItem(title="Portrait", on=date(2026, 3, 3)))
    command = ChangeSet(
        type_key="feature",
        owner_field="communication_item_id",
        owner_id=item.id,
        member_field="organisation_id",
        members=(twin.id,),
    )
    records.change_set(store, command)
    assert [one.name for one in read_communication(store).never] == ["Jamais", "Vu"]
    merging.merge_organisations(store, MergeOrganisations(kept_id=seen.id, absorbed_id=twin.id))
    page = read_communication(store)
    assert [one.name for one in page.never] == [never.name]
    assert [(one.name, one.times, one.last_on) for one in page.members][1] == ("Vu", 1, date(2026, 3, 3))
    assert [one.name for one in page.rows[0].featured] == ["Vu"]
    entries = read_timeline(store, seen.id).entries
    assert [one.title for one in entries if one.kind is TimelineKind.COMMUNICATION] == ["Portrait"]
