"""What a start reads is remembered, and asked for ahead of the next one."""

import os
import sys
from pathlib import Path

import pytest

from clusterdesk.base import fetch_ahead

pytestmark = pytest.mark.skipif(not hasattr(os, "posix_fadvise"), reason="no files asked ahead on Windows")


def _asked_for(names: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
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
