"""The locks hold everywhere: every package pinned and hashed, no address, the same versions to run as to develop."""

import re

import pytest

from tests.shared import ROOT

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt")


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)(==\S+.*?) ?\\?$", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|^\s*-(?!-hash)|^[^#\n]*/", text, re.MULTILINE) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes(name: str) -> None:
    blocks = re.split(r"^(?=[a-z])", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert len(blocks) == len(_pins(name)) > 0
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_one_runs_with_what_was_tested() -> None:
    developed = _pins("requirements-dev.txt")
    assert {name: pin for name, pin in _pins("requirements.txt").items() if developed.get(name) != pin} == {}


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_every_wanted_package_is_in_the_lock(name: str) -> None:
    lines = (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()
    wanted = [re.split(r"[\[<>=~! ;]", line)[0].lower().replace("_", "-") for line in lines if line[:1].isalpha()]
    assert [package for package in wanted if package not in _pins(f"{name}.txt")] == []


def test_the_python_version_names_no_patch() -> None:
    assert (ROOT / ".python-version").read_text(encoding="utf-8").strip() == "3.13"
