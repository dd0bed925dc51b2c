"""Every binder that was ever released still opens, whole. One small binder per schema version lies beside this file."""

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import Figure, Precision
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.lists import SavedFilter
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.records.sessions import Session, SessionNote
from clusterdesk.services.undo import undo
from clusterdesk.store.integrity import check_store
from clusterdesk.store.journal.history import history
from clusterdesk.store.opening import open_store
from clusterdesk.store.tables import SCHEMA_VERSION

FOLDER = Path(__file__).parent
BINDERS = sorted(FOLDER.glob("binder_*.zip"))


def test_each_schema_version_has_its_binder() -> None:
    assert [path.stem for path in BINDERS] == [f"binder_{version:04d}" for version in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("path", BINDERS, ids=lambda path: path.stem)
def test_a_released_binder_opens_whole(path: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        packed.extract("binder.db", tmp_path / "binder")
    store = open_store(tmp_path / "binder", "this laptop")
    assert check_store(store).ok
    kept = store.find(Organisation)
    assert [(one.name, one.languages, str(one.founded_on)) for one in kept] == [
        ("Atelier Noord", ("fr", "nl"), "2019-03")
    ]
    assert [one.name for one in store.find(Organisation, deleted=True)] == ["Partie"]
    assert store.find(Address)[0].city == "Anderlecht"
    assert store.find(Project)[0].organisation_id == kept[0].id
    assert store.find(SessionNote)[0].text == "Le goulot passe au ponçage."
    notes = {one.text: str(one.due_on or one.filed_on) for one in store.find(QuickNote)}
    wanted = {"rappeler pour le bilan, ven.": "2026-11-27", "Cherche 200 m²": "2026-11-20"}
    assert notes == (wanted if path.stem >= "binder_0002" else {})
    told = ("Menuiserie de réemploi.", "shareable") if path.stem >= "binder_0003" else ("", "internal")
    assert (kept[0].summary, kept[0].summary_visibility) == told
    kept_filters = [(one.name, one.sort) for one in store.find(SavedFilter)]
    assert kept_filters == ([("Bois sans nouvelles", "last_contact")] if path.stem >= "binder_0004" else [])
    figures = [(one.period, one.amount, one.precision) for one in store.find(Figure)]
    kept_figures = [("2026-10", Decimal("48200.50"), Precision.EXACT)]
    assert figures == (kept_figures if path.stem >= "binder_0005" else [])
    needs = [(one.need, one.state) for one in store.find(Referral)]
    kept_needs = [("Trouver un distributeur aux Pays-Bas", ReferralState.CONSENT)]
    assert needs == (kept_needs if path.stem >= "binder_0008" else [])
    assert {one.next_step_visibility for one in store.find(Session)} == {Visibility.SHAREABLE}
    with store.read() as connection:
        entries = history(connection, "organisation", kept[0].id, with_parts=False)
    assert [(one.old, one.new) for one in entries if one.field == "name"] == [("Atelier Éloi", "Atelier Noord")]
    with pytest.raises(KnownError, match="nothing to undo"):
        undo(store)
    store.close()
