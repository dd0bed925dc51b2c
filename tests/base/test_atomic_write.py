"""A file is replaced whole or not at all."""

from pathlib import Path

import pytest

from clusterdesk.base.atomic_write import write_atomically


def test_it_writes_and_replaces_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_refusal_leaves_the_old_content_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomically(target, b"x")
    assert list(tmp_path.iterdir()) == [target]
