"""The settings file loses nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Settings
from clusterdesk.config.settings_store import SettingsStore


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "ClusterDesk" / "settings.toml")


def write(store: SettingsStore, text: str | bytes) -> None:
    """Put a file there by hand."""
    store.path.parent.mkdir(parents=True, exist_ok=True)
    store.path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_no_file_gives_the_defaults_and_makes_none(store: SettingsStore) -> None:
    assert store.load() == Settings()
    assert not store.path.exists()


def test_a_change_is_there_for_the_next_reader(store: SettingsStore) -> None:
    assert store.change(language="nl", text_scale=1.5).language == "nl"
    again = SettingsStore(store.path)
    assert again.load() == Settings(language="nl", text_scale=1.5)
    assert again.get("text_scale") == 1.5


def test_typed_by_a_person(store: SettingsStore) -> None:
    assert store.set("silent_after_days", "120") == 120
    assert store.load().silent_after_days == 120
    assert store.reset("silent_after_days") == 90
    assert store.load() == Settings()
    assert store.reset("silent_after_days") == 90


def test_a_wrong_value_changes_nothing(store: SettingsStore) -> None:
    store.change(language="nl")
    before = store.path.read_bytes()
    with pytest.raises(KnownError):
        store.change(theme="dark", language="de")
    with pytest.raises(KnownError):
        store.change(colour="red")
    with pytest.raises(KnownError):
        store.get("colour")
    assert store.path.read_bytes() == before


def test_unknown_keys_and_foreign_tables_stay(store: SettingsStore) -> None:
    write(store, 'from_the_future = [1, 2]\nlanguage = "en"\n\n[plugin]\nx = "é"\n')
    store.change(theme="dark")
    text = store.path.read_text(encoding="utf-8")
    assert "from_the_future" in text
    assert 'x = "é"' in text
    assert store.load() == Settings(language="en", theme="dark")


def test_a_value_that_does_not_fit_is_told_and_kept(store: SettingsStore) -> None:
    write(store, 'language = "de"\ntheme = "dark"\n')
    assert store.load() == Settings(theme="dark")
    assert [notice.code for notice in store.notices] == ["setting_value"]
    store.change(theme="light")
    assert 'language = "de"' in store.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["language = ", b"\xff\xfe\x00", "a = 1\na = 2\n", "x = " + "[" * 5000])
def test_a_damaged_file_is_set_aside_and_told(store: SettingsStore, content: str | bytes) -> None:
    write(store, content)
    before = store.path.read_bytes()
    assert store.load() == Settings()
    (notice,) = store.notices
    assert notice.code == "settings_damaged"
    kept = store.path.with_name("settings (damaged).toml")
    assert notice.params["path"] == kept
    assert kept.read_bytes() == before
    assert store.change(language="nl").language == "nl"
    write(store, content)
    store.load()
    assert store.path.with_name("settings (damaged) (2).toml").read_bytes() == before
    assert kept.read_bytes() == before


def test_a_file_with_a_byte_order_mark_is_read(store: SettingsStore) -> None:
    write(store, b'\xef\xbb\xbflanguage = "nl"\n')
    assert store.load().language == "nl"


def test_a_refusing_disk_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as caught:
        SettingsStore(tmp_path / "file" / "settings.toml").change(language="nl")
    assert caught.value.code in {"settings_unwritable", "settings_unreadable"}
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(KnownError) as caught:
        SettingsStore(tmp_path / "folder.toml").load()
    assert caught.value.code == "settings_unreadable"


@given(st.text(st.characters(codec="utf-8"), max_size=50))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    store = SettingsStore(tmp_path_factory.mktemp("settings") / "settings.toml")
    store.change(house_name=text)
    assert store.load().house_name == text


def test_a_first_start_loads_no_parser() -> None:
    program = (
        "import sys, pathlib\n"
        "from clusterdesk.config.settings_store import SettingsStore\n"
        "SettingsStore(pathlib.Path('/nowhere/at/all.toml')).load()\n"
        "sys.exit(bool({'tomllib', 'tomli_w', 'platformdirs'} & sys.modules.keys()))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
