"""Which groups a dossier of the vision has: those of its contributors, not all there are."""

from datetime import date
from uuid import UUID

from clusterdesk.domain.records.groups import GatheringState, GroupKind, GroupMember, Meeting, WorkingGroup
from clusterdesk.domain.records.vision import VisionContributor, VisionDossier
from clusterdesk.domain.views.board_beside import DossierState
from clusterdesk.services.board_beside import _dossiers
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

DAY = date(2026, 11, 28)


def met(store: Store) -> dict[str, tuple[int, int]]:
    found: tuple[DossierState, ...] = _dossiers(store, DAY)
    return {one.title: (one.held, one.meetings) for one in found}


def group(store: Store, name: str, *, organisation: UUID | None = None, contact: UUID | None = None) -> None:
    made = add(store, WorkingGroup(name=name, kind=GroupKind.VISION))
    add(store, GroupMember(working_group_id=made.id, organisation_id=organisation, contact_id=contact))
    for on, state in ((date(2026, 3, 3), GatheringState.HELD), (date(2026, 12, 3), GatheringState.PLANNED)):
        add(store, Meeting(working_group_id=made.id, on=on, state=state))


def test_meetings_stand_at_the_dossier_whose_contributors_meet(store: Store) -> None:
    noord, relave = make_organisation(store), make_organisation(store, "Relave")
    sofie = make_contact(store, noord)
    repair = add(store, VisionDossier(title="Réparer"))
    add(store, VisionContributor(vision_dossier_id=repair.id, organisation_id=relave.id))
    group(store, "Réparation", organisation=relave.id)
    group(store, "Sans personne de connu", contact=sofie.id)
    assert met(store) == {"Réparer": (2, 4)}, "the only dossier has all groups"
    wood = add(store, VisionDossier(title="Le bois"))
    add(store, VisionContributor(vision_dossier_id=wood.id, contact_id=sofie.id))
    assert met(store) == {"Réparer": (1, 2), "Le bois": (1, 2)}
    add(store, VisionDossier(title="Le textile"))
    assert met(store)["Le textile"] == (0, 0)
