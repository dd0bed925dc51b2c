"""Commands are run as the entry point runs them, on a real binder copied for each test."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.__main__ import main


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did: exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """Return the error of the JSON document."""
        found: dict[str, Any] = self.json["error"]
        return found


Run = Callable[..., Done]


@pytest.fixture(scope="session")
def template_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a binder with a few records once, through the commands themselves."""
    data = tmp_path_factory.mktemp("cli")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLUSTERDESK_DATA", str(data / "data"))
        binder = str(data / "binder")
        for command in (
            ["binder", "create", binder],
            [
                "organisation",
                "add",
                "--name",
                "Atelier Noord",
                "--enterprise-number",
                NUMBER,
                "--languages",
                "fr,nl",
                "--notes",
                "Déjà vu la menuiserie",
                "--value-chain",
                "Bois",
            ],
            ["organisation", "add", "--name", "Ateliers du Nord", "--kind", "project-holder"],
            ["organisation", "add", "--name", "Élan Vélo", "--summary", "Répare des vélos cargo"],
            ["contact", "add", "--first-name", "Zoé", "--last-name", "Peeters"],
            ["contact-role", "add", "--contact", "Zoé Peeters", "--organisation", "élan vélo", "--role", "Gérante"],
            ["project", "add", "--title", "Chaises en chutes", "--organisation", "atelier noord"],
            [
                "session",
                "add",
                "--organisation",
                "atelier noord",
                "--on",
                "2026-11-16",
                "--state",
                "held",
                "--subject",
                "Tour de l'atelier",
            ],
        ):
            assert main(["--binder", binder, "--quiet", *command]) == 0
    return data


NUMBER = "0403.170.701"


@pytest.fixture
def binder(template_folder: Path, tmp_path: Path) -> Path:
    """Return the folder of a binder of this test's own."""
    shutil.copytree(template_folder / "binder", tmp_path / "binder")
    return tmp_path / "binder"


@pytest.fixture
def run_bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in English without naming a binder."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("CLUSTERDESK_BINDER", raising=False)

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        language = () if "--language" in arguments else ("--language", "en")
        code = main([*language, *arguments])
        written = capsys.readouterr()
        return Done(code, written.out, written.err)

    return run


@pytest.fixture
def run(run_bare: Run, binder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on the test's binder."""
    monkeypatch.setenv("CLUSTERDESK_BINDER", str(binder))
    return run_bare
