"""What a start reads is remembered, and asked for ahead of the next one."""

import os
import sys
from pathlib import Path

import pytest

from clusterdesk.base import fetch_ahead

pytestmark = pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="no files asked ahead on Windows")


def _asked_for(names: Path, monkeypatch: pytest.MonkeyPatch, *, in_memory: bool = False) -> list[int]:
    monkeypatch.setattr(fetch_ahead, "_is_there", lambda name: in_memory or os.path.isdir(name))
    asked: list[int] = []
    monkeypatch.setattr(os, "posix_fadvise", lambda descriptor, *_: asked.append(os.fstat(descriptor).st_ino))
    thread = fetch_ahead.fetch_ahead(names)
    assert thread is not None
    thread.join()
    return asked


def test_modules_and_more_are_asked_for_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names, font = tmp_path / "start.list", tmp_path / "letters.ttf"
    font.write_bytes(b"letters")
    fetch_ahead.remember(names, [font])
    listed = names.read_text(encoding="utf-8").splitlines()
    spec = sys.modules["clusterdesk.base.fetch_ahead"].__spec__
    assert spec is not None
    assert {str(spec.cached), str(font)} <= set(listed)
    assert "frozen" not in listed
    assert font.stat().st_ino in _asked_for(names, monkeypatch)


def test_a_list_that_says_nothing_new_is_left_alone(tmp_path: Path) -> None:
    names = tmp_path / "start.list"
    fetch_ahead.remember(names)
    made = names.stat().st_mtime_ns
    fetch_ahead.remember(names)
    assert names.stat().st_mtime_ns == made


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"/nowhere/at all\n/\n"])
def test_nothing_happens_where_nothing_can_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    names = tmp_path / "start.list"
    if content is not None:
        names.write_bytes(content)
    assert len(_asked_for(names, monkeypatch)) <= 1  # a folder can be opened, too


def test_a_large_file_is_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large, names = tmp_path / "large.so", tmp_path / "start.list"
    with large.open("wb") as file:
        file.truncate(20_000_000)
    names.write_text(str(large), encoding="utf-8")
    assert _asked_for(names, monkeypatch) == []


def test_what_is_in_memory_is_not_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names, file = tmp_path / "start.list", tmp_path / "file"
    file.write_bytes(b"read just now")
    names.write_text(str(file), encoding="utf-8")
    assert _asked_for(names, monkeypatch, in_memory=True) == []


def test_a_file_that_is_gone_is_not_in_memory(tmp_path: Path) -> None:
    assert not fetch_ahead._is_there(str(tmp_path / "gone"))
