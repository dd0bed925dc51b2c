"""A window on the binder of the pictures, in any language."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from clusterdesk.gui.shell.main_window import MainWindow
from tests.screens.binder import Subjects, make_binder
from tests.screens.studio import Studio


@pytest.fixture(scope="session")
def binder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Subjects]:
    folder = tmp_path_factory.mktemp("screens") / "binder"
    return folder, make_binder(folder)


@pytest.fixture
def open_window(
    qapp: QApplication, binder: tuple[Path, Subjects], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[[str], tuple[Studio, MainWindow]]]:
    """A function that opens the window in a language; no error may be shown in it."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))
    errors: list[BaseException] = []
    opened = []

    def open_it(language: str, scale: float = 1.0, *, welcome: bool = False) -> tuple[Studio, MainWindow]:
        studio = Studio(*binder)
        manager = studio.window(language, "light", errors.append, scale, welcome=welcome)
        opened.append(manager)
        return studio, manager.__enter__()

    yield open_it
    for manager in opened:
        manager.__exit__(None, None, None)
    assert errors == []
