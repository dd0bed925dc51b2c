"""What is compiled from text at every start, kept between starts."""

import builtins
import dataclasses
import re
from pathlib import Path

import pytest

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
        assert len(kept._codes) == 1
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


def _point() -> object:
    @dataclasses.dataclass(frozen=True, order=True)
    class Point:
        x: int
        y: int = 2

    assert Point(1) == Point(1, 2) < Point(2)
    assert repr(Point(1)).endswith("Point(x=1, y=2)")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Point(1).x = 2  # type: ignore[misc]
    return Point


def test_the_methods_of_data_classes_are_kept(tmp_path: Path) -> None:
    with KeptCode(tmp_path):
        _point()
    made = _kept(tmp_path)[0].stat().st_mtime_ns
    with KeptCode(tmp_path) as kept:
        assert kept._codes
        _point()
    assert _kept(tmp_path)[0].stat().st_mtime_ns == made
    assert "exec" not in vars(dataclasses)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE | re.VERBOSE])
def test_regular_expressions_are_kept_as_python_makes_them(tmp_path: Path, flags: int) -> None:
    text = r"(?P<word>[a-zé]+) (\d{2,4})? (?(2)x|y)"
    plain = re.compile(text, flags)
    for _ in ("made", "found"):
        re.purge()
        with KeptCode(tmp_path):
            found = re.compile(text, flags)
            with pytest.raises(re.error):
                re.compile("(")
        assert found == plain
        assert found.groupindex == plain.groupindex
        for tried in ("été 123 x", "été  y", "ÉTÉ12x", "été123x"):
            assert _groups(found, tried) == _groups(plain, tried)
    re.purge()


def _groups(pattern: re.Pattern[str], text: str) -> object:
    found = pattern.search(text)
    return found and (found.span(), found.groups(), found.groupdict())


def test_a_python_with_other_private_parts_uses_its_own_compiler(tmp_path: Path) -> None:
    kept = KeptCode(tmp_path)
    kept._machine = object()
    re.purge()
    with kept:
        assert re.compile(r"a(?P<n>[0-9]+)").fullmatch("a12") is not None
    assert kept._patterns == {}
    re.purge()
