"""Every long job of the window is stopped by Cancel, and leaves the binder as it was.

The jobs are asked to stop before the worker has come to them, or in the midst of their first report.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.exchange.archive.load import import_archive, plan_archive
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.pages.backups.page import BackupsPage
from clusterdesk.gui.pages.merging.duplicates import DuplicatesPage
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.shortcuts import SETTINGS
from clusterdesk.gui.tasks import CancelledError, Progress
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.services import binders, maintenance
from clusterdesk.services.duplicates import find_duplicates
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask

type Work = Callable[[Store, Path, Progress], object]


def _export(store: Store, path: Path, progress: Progress) -> object:
    return export_archive(store, path / "tout.zip", progress.named("Exporter"))


def _plan(store: Store, path: Path, progress: Progress) -> object:
    return plan_archive(store, path / "autre.zip", progress=progress.named("Lire"))


def _take_over(store: Store, path: Path, progress: Progress) -> object:
    return import_archive(store, path / "autre.zip", progress.named("Importer"))


def _check(store: Store, _path: Path, progress: Progress) -> object:
    return maintenance.check(store, progress.named("Vérifier"))


def _back_up(store: Store, _path: Path, progress: Progress) -> object:
    return maintenance.back_up(store, "manual", progress.named("Sauvegarder"))


def _restore(store: Store, _path: Path, progress: Progress) -> object:
    newest = maintenance.backups(store)[0]
    return binders.restore_backup(store, newest.path, progress.named("Revenir"))


def _compare(store: Store, _path: Path, progress: Progress) -> object:
    return maintenance.difference(store, maintenance.backups(store)[0].path, progress.named("Comparer"))


def _duplicates(store: Store, _path: Path, progress: Progress) -> object:
    return find_duplicates(store, progress=progress.named("Doublons"))


_WORKS = (_export, _plan, _take_over, _check, _back_up, _restore, _compare, _duplicates)


@pytest.mark.parametrize("work", _WORKS, ids=lambda work: work.__name__)
def test_work_stops_at_its_first_report_and_changes_nothing(
    work: Work, desk: DeskWorker[Desk], ask: Ask, tmp_path: Path, qtbot: QtBot
) -> None:
    def prepare(store: Store) -> bool:
        make_organisation(store, "Scierie du Canal")
        maintenance.back_up(store)
        export_archive(store, tmp_path / "autre.zip")
        return True

    ask(prepare)
    before = sorted(path.name for path in tmp_path.rglob("*") if path.suffix in {".db", ".zip", ".tmp"})
    version = ask(Store.data_version)
    ended: list[object] = []

    def job(opened: Desk, progress: Progress) -> object:
        progress.listen(lambda *_: progress.cancel())  # somebody presses Cancel as soon as there is something to see
        return work(opened.store, tmp_path, progress)

    desk.submit_long(
        job,
        lambda _result: ended.append("done"),
        ended.append,
        on_progress=lambda *_: None,
        on_cancelled=lambda: ended.append(CancelledError),
    )
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [CancelledError]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.suffix in {".db", ".zip", ".tmp"}) == before
    assert ask(Store.data_version) == version
    assert ask(lambda store: maintenance.check(store).ok)
    assert ask(lambda store: len(store.find(Organisation)))


def test_the_pages_offer_to_stop(show: Show, settle: Settle, ask: Ask, tmp_path: Path) -> None:
    ask(lambda store: make_organisation(store, "Atelier Noord SRL"))
    settings = show(Route(SETTINGS.id))
    assert isinstance(settings, SettingsPage)
    card = settings.binder
    for begin in (card.start_check, lambda: card.export_to(tmp_path / "tout.zip")):
        begin()
        _stop(card.busy)
        settle()
        assert card._buttons.isEnabled()
        assert card.outcome.isHidden()
    assert not (tmp_path / "tout.zip").exists()

    backups = show(routes.backups())
    assert isinstance(backups, BackupsPage)
    count = len(backups.model.ids)
    backups.now.click()
    _stop(backups.busy)
    settle()
    assert backups.now.isEnabled()
    assert len(backups.model.ids) == count

    pairs = show(Route(routes.DUPLICATES))
    assert isinstance(pairs, DuplicatesPage)
    assert pairs.pairs
    pairs.refresh(None)
    _stop(pairs.busy)
    settle()
    assert pairs.busy.isHidden()
    assert pairs.pairs  # what was found before stays


def _stop(bar: BusyBar) -> None:
    bar.show_now()
    assert bar._cancel.isVisible()
    bar._cancel.click()
