"""Everything that ships is listed with its licence, offline."""

import importlib.metadata
import socket
from pathlib import Path

import pytest

from clusterdesk.base.resources import resource
from clusterdesk.config.licences import LIBRARY, licences, versions

LOCK = Path(__file__).resolve().parents[2] / "requirements.txt"


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def test_every_library_of_the_packaged_app_is_listed() -> None:
    locked = {
        _plain(line.partition("==")[0].strip())
        for line in LOCK.read_text("utf-8").splitlines()
        if "==" in line and not line.startswith((" ", "#", "-"))
    }
    here = {_plain(one.metadata["Name"]) for one in importlib.metadata.distributions()}
    listed = {_plain(one.name) for one in licences() if one.kind == LIBRARY}
    assert locked & here - listed == set()


def test_each_part_says_its_licence_and_what_ships_brings_its_text() -> None:
    parts = licences()
    assert [one.name for one in parts if not one.licence] == []
    assert [one.name for one in parts if one.kind != LIBRARY and not one.text().strip()] == []
    texts = {one.name: one.text() for one in parts}
    assert "SIL OPEN FONT LICENSE" in texts["Inter"]
    assert "ISC License" in texts["Lucide"]
    assert "Permission is hereby granted" in texts["NACE-BEL"]
    with_text = [one for one in parts if one.text().strip()]
    assert len(with_text) >= 0.8 * len(parts)


def test_every_licence_file_among_the_resources_is_shown() -> None:
    shown = {path for one in licences() for path in one.files}
    files = [path for path in resource("").rglob("*") if path.name.startswith(("LICENSE", "OFL"))]
    assert files
    assert [path for path in files if path not in shown] == []


def test_nothing_is_asked_of_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("asked for a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    licences.cache_clear()
    assert licences()
    assert versions().startswith("ClusterDesk ")
