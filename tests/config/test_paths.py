"""Where things are, and how tests and a stick may move them."""

import sys
from pathlib import Path

import platformdirs
import pytest

from clusterdesk.base import resources
from clusterdesk.config import paths


@pytest.fixture(autouse=True)
def no_overrides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLUSTERDESK_DATA", raising=False)
    monkeypatch.delenv("CLUSTERDESK_CONFIG", raising=False)


def test_usual_folders_are_absolute_and_named_after_the_program() -> None:
    for path in (paths.data_dir(), paths.binders_dir(), paths.reports_dir(), paths.cache_dir(), paths.config_file()):
        assert path.is_absolute()
        assert "ClusterDesk" in path.parts


@pytest.mark.parametrize("given", [None, "", " ", "/elsewhere/of mine", "relative", "~/mine"])
@pytest.mark.parametrize("home", [None, "", "/home/somebody", "relative"])
def test_the_short_way_to_a_folder_leads_where_the_long_one_does(
    monkeypatch: pytest.MonkeyPatch, given: str | None, home: str | None
) -> None:
    for name, value in ("HOME", home), *((f"XDG_{kind}_HOME", given) for kind in ("DATA", "CACHE", "CONFIG")):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert paths.data_dir() == platformdirs.user_data_path("ClusterDesk", appauthor=False)
    assert paths.cache_dir() == platformdirs.user_cache_path("ClusterDesk", appauthor=False)
    assert paths.config_file().parent == platformdirs.user_config_path("ClusterDesk", appauthor=False)


def test_data_folder_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path))
    assert paths.binders_dir() == tmp_path / "binders"
    assert paths.reports_dir() == tmp_path / "reports"
    assert paths.cache_dir() == tmp_path / "cache"
    assert paths.config_file() == tmp_path / "settings.toml"


def test_settings_file_moves_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path))
    assert paths.config_file() == tmp_path / "settings.toml"
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "mine.toml"))
    assert paths.config_file() == tmp_path / "mine.toml"


def test_resources_of_the_source_tree() -> None:
    assert paths.resource("locale").is_dir()
    assert paths.resource("a", "b") == resources.resource_root() / "a" / "b"


def test_resources_of_the_frozen_app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.resource_root.__wrapped__() == tmp_path / "resources"
