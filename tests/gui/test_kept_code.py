"""The compiled code of Qt's bindings, kept between starts."""

import builtins
from pathlib import Path

from clusterdesk.gui.kept_code import KeptCode


def _kept(folder: Path) -> list[Path]:
    return list(folder.glob("bindings.*"))


def _result(text: str, name: str = "late.py") -> object:
    names: dict[str, object] = {}
    exec(compile(text.encode(), name, "exec"), names)
    return names["found"]


def test_a_text_is_compiled_once_and_then_found(tmp_path: Path) -> None:
    plain = builtins.compile
    with KeptCode(tmp_path):
        assert _result("found = 6 * 7") == 42
    assert builtins.compile is plain
    made = _kept(tmp_path)[0].stat().st_mtime_ns
    with KeptCode(tmp_path) as kept:
        assert len(kept._kept) == 1
        assert _result("found = 6 * 7") == 42
    assert _kept(tmp_path)[0].stat().st_mtime_ns == made


def test_another_text_under_the_same_name_is_another_text(tmp_path: Path) -> None:
    with KeptCode(tmp_path):
        _result("found = 1")
    with KeptCode(tmp_path):
        assert _result("found = 2") == 2


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    with KeptCode(tmp_path):
        _result("found = 1")
    file = _kept(tmp_path)[0]
    whole = file.read_bytes()
    for damage in (b"", b"nonsense", whole[: len(whole) // 2]):
        file.write_bytes(damage)
        with KeptCode(tmp_path):
            assert _result("found = 1") == 1
        assert file.read_bytes() == whole


def test_a_folder_that_refuses_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with KeptCode(tmp_path / "file"):
        assert _result("found = 1") == 1
