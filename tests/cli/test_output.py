"""What people read: aligned tables that fit, in any encoding of the console."""

import argparse
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from clusterdesk.cli.answer import Pairs, Table
from clusterdesk.cli.commands import COMMANDS, RECORDS
from clusterdesk.cli.layout import pair_lines, table_lines
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.i18n.translator import Translator
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
TABLE = Table(["Nom", "Nombre"], [["Élan Vélo", "3"], ["日本 workshop", "12"], ["e\u0301te\u0301", ""]], frozenset({1}))


def test_columns_are_aligned_whatever_the_letters() -> None:
    assert table_lines(TABLE, None) == [
        "Nom            Nombre",
        "─────────────  ──────",
        "Élan Vélo           3",
        "日本 workshop      12",
        "e\u0301te\u0301",
    ]


def test_a_line_is_cut_to_the_terminal() -> None:
    long = Table(["Name", "Text"], [["a" * 30, "words " * 40]])
    lines = table_lines(long, 50)
    assert max(map(len, lines)) <= 50
    assert lines[2].endswith("…")
    assert max(map(len, table_lines(long, None))) > 200


def test_the_lines_of_a_value_stand_under_its_first() -> None:
    assert pair_lines(Pairs([("Notes", "one\ntwo"), ("A", "")]), None) == ["Notes  one", "       two", "A"]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_every_command_and_each_of_its_actions_helps(language: str) -> None:
    t = Translator(language)
    names = [(entry.name, f"clusterdesk.cli.groups.{entry.module}") for entry in COMMANDS]
    names += [(key.replace("_", "-"), f"clusterdesk.cli.groups.{RECORDS}") for key in RECORD_TYPES]
    for name, module in names:
        parser = Parser(prog=name, t=t)
        import_module(module).build(parser, t, name)
        for each in _with_actions(parser):
            assert "%%" not in each.format_help(), each.prog


def _with_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from _with_actions(each)


def test_headings_of_the_help_are_set_as_the_language_wants(run: Run) -> None:
    for language, wanted in (("fr", "Options\u00a0:"), ("nl", "Opties:"), ("en", "Options:")):
        lines = run("brief", "--help", "--language", language).out.splitlines()
        assert wanted in lines


def test_a_text_cannot_steer_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "Red \x1b[31mrope\x1b[0m \x9b31m \u202egpj"
    with monkeypatch.context() as before:
        before.setattr("clusterdesk.store.journal.checks.clean_value", lambda _spec, value: value)
        run("organisation", "add", "--name", name, "--language", "fr")
    listed = run("organisation", "list", "--filter", "rope")
    assert "Red [31mrope[0m 31m gpj" in listed.out
    assert run("organisation", "list", "--filter", "rope", "--json").json["items"][0]["name"].startswith("Red \x1b")


def clusterdesk(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "clusterdesk", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "POSIX"}, "utf-8"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    ],
)
def test_any_console_can_show_any_text(environment: dict[str, str], encoding: str, binder: Path) -> None:
    place = {"CLUSTERDESK_BINDER": str(binder), "CLUSTERDESK_DATA": str(binder.parent / "data"), **environment}
    name = "Ş日本 Élan 🪵"
    added = clusterdesk("organisation", "add", "--name", name, "--language", "fr", **place)
    assert added.returncode == 0, added.stderr
    shown = clusterdesk("organisation", "list", "--language", "fr", **place)
    assert shown.returncode == 0
    assert shown.stdout.decode(encoding)
    answered = clusterdesk("organisation", "list", "--json", **place)
    names = [one["name"] for one in json.loads(answered.stdout)["items"]]
    assert name in names


def test_a_reader_that_has_seen_enough_is_no_error(binder: Path) -> None:
    place = {**os.environ, "CLUSTERDESK_BINDER": str(binder), "CLUSTERDESK_DATA": str(binder.parent / "data")}
    command = [sys.executable, "-m", "clusterdesk", "question", "list", "--json"]
    with subprocess.Popen(command, cwd=ROOT, env=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(timeout=120) == 0


def test_only_the_document_stands_on_standard_output(binder: Path) -> None:
    done = clusterdesk("check", "--json", "--binder", str(binder), CLUSTERDESK_DATA=str(binder.parent / "data"))
    assert json.loads(done.stdout)["ok"]
    assert done.stderr
    wrong = clusterdesk("organisation", "show", "nobody", "--json", "--binder", str(binder))
    assert wrong.returncode == 1
    assert json.loads(wrong.stdout)["error"]["code"] == "no_such_record"
    assert b"Traceback" not in wrong.stderr


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from clusterdesk import __version__
    from clusterdesk.__main__ import main

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ClusterDesk {__version__}\n"
    assert main(["--version", "--json"]) == 0
    assert json.load(io.StringIO(capsys.readouterr().out))
