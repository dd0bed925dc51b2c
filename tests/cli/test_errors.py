"""Whatever is given, an answer comes: three lines, an exit code, never a traceback."""

import sqlite3
from pathlib import Path

import pytest

from clusterdesk.cli.edge import run as run_at_edge
from clusterdesk.config.settings import Settings
from tests.cli.conftest import Run

UNKNOWN_ID = "01a20739-e138-7000-96b8-a152709eaf56"
KNOWN = [
    (["organisation", "show", UNKNOWN_ID], "no_such_record"),
    (["organisation", "show", "nowhere at all"], "no_such_record"),
    (["organisation", "edit", "0403170702", "--name", "x"], "no_such_record"),
    (["session", "add", "--organisation", UNKNOWN_ID, "--on", "2026-11-23"], "no_such_record"),
    (["history", UNKNOWN_ID], "no_such_record"),
    (["bin", "restore", "never deleted"], "no_such_record"),
    (["contact", "add"], "name_missing"),
    (["organisation", "add", "--name", "x" * 1001], "text_too_long"),
    (["import", "archive", "no such file.zip"], "no_such_file"),
    (["brief", "report", "ateliers du nord"], "no_session_held"),
]
WRONG = [
    (["organisation"], "wrong_use"),
    (["organisation", "add"], "wrong_use"),
    (["organisation", "zork"], "wrong_use"),
    (["zork"], "wrong_use"),
    (["organisatie", "list"], "wrong_use"),
    (["organisation", "list", "--zork"], "wrong_use"),
    (["--zork", "organisation", "list"], "wrong_use"),
    (["organisation", "edit", "noord"], "wrong_use"),
    (["organisation", "edit", "noord", "--name", ""], "wrong_use"),
    (["organisation", "add", "--name", "x", "--founded-on", "31/04/2024"], "no_such_date"),
    (["organisation", "add", "--name", "x", "--enterprise-number", "0403.170.702"], "check_digits"),
    (["organisation", "add", "--name", "x", "--kind", "zork"], "unknown_choice"),
    (["organisation", "add", "--name", "x", "--sole-trader", "perhaps"], "not_yes_or_no"),
    (["session", "add", "--organisation", "noord", "--on", "some day"], "not_a_date"),
    (["session", "add", "--organisation", "noord", "--on", "2024"], "day_needed"),
    (["session", "add", "--organisation", "noord", "--on", "2026-11-23", "--starts-at", "25:99"], "unreadable_value"),
    (["session", "add", "--organisation", "noord", "--on", "2026-11-23", "--minutes", "long"], "not_a_duration"),
    (["organisation", "list", "--limit", "-1"], "unreadable_value"),
    (["organisation", "list", "--limit", "many"], "unreadable_value"),
    (["organisation", "list", "--filter", "zork=1"], "unknown_field"),
    (["organisation", "list", "--sort", "zork"], "unknown_field"),
    (["organisation", "add", "--name", "half \udce9 letter"], "wrong_use"),
    (["search"], "wrong_use"),
    (["history", "noord", "--at", "31/04/2026"], "unreadable_value"),
    (["brief", "zork", "noord"], "wrong_use"),
    (["brief", "visit", "noord", "--edition", "advisory"], "wrong_use"),
    (["brief", "visit", "noord", "--in", "de"], "wrong_use"),
    (["brief", "visit", "noord", "élan vélo", "--output", "one.pdf"], "wrong_use"),
    (["import", "zork", "x.csv"], "wrong_use"),
    (["check", "--language", "de"], "wrong_use"),
    (["history", "zork", "x"], "wrong_use"),
    (["settings", "get", "zork"], "unknown_setting"),
    (["settings", "set", "zork", "1"], "unknown_setting"),
    (["settings", "set", "theme", "pink"], "setting_value"),
]


@pytest.mark.parametrize(("arguments", "code"), KNOWN)
def test_a_known_error_is_told_in_three_lines(arguments: list[str], code: str, run: Run) -> None:
    done = run(*arguments, "--json")
    assert done.code == 1
    assert done.error["code"] == code
    assert done.err.splitlines()[-3:] == [done.error["message"], done.error["safe"], done.error["advice"]]


@pytest.mark.parametrize(("arguments", "code"), WRONG)
def test_wrong_use_is_told_in_three_lines(arguments: list[str], code: str, run: Run) -> None:
    done = run(*arguments, "--json")
    assert done.code == 2
    assert done.error["code"] == code
    assert done.err.splitlines()[-3:] == [done.error["message"], done.error["safe"], done.error["advice"]]
    assert "{" not in done.err


@pytest.mark.parametrize("arguments", [KNOWN[1][0], WRONG[1][0], WRONG[4][0], WRONG[9][0]])
@pytest.mark.parametrize("language", ["fr", "nl"])
def test_errors_speak_the_language_asked_for(arguments: list[str], language: str, run: Run) -> None:
    english = run(*arguments)
    other = run(*arguments, "--language", language)
    assert other.code == english.code
    assert other.out == ""
    lines = zip(other.err.splitlines(), english.err.splitlines(), strict=True)
    assert all(one != two for one, two in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["contact", "show", "nobody"], "« nobody » n’a pas été trouvé parmi : Personnes de contact."),
        (["organisation", "add", "--name", "x" * 1001], "« Nom » est trop long"),
        (["organisation", "list", "--limit", "-1"], "« -1 » ne convient pas pour --limit."),
        (["brief", "visit", "noord", "--in", "de"], "« de » n’est pas connu pour --in."),
        (["export", "archive", "no such folder/x.zip"], "n’a pas pu être écrite : ce dossier n’existe pas"),
    ],
)
def test_no_word_of_an_error_stays_in_english(arguments: list[str], said: str, run: Run) -> None:
    assert said in run(*arguments, "--language", "fr").err.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("binder", "code"),
    [
        ("no such folder", "no_binder"),
        (r"\\server\share\binder", "binder_not_local"),
        ("/proc/clusterdesk", "no_binder"),
        ("postgresql://host/db", "binder_not_local"),
    ],
)
def test_a_binder_that_is_not_there(binder: str, code: str, run_bare: Run) -> None:
    done = run_bare("organisation", "list", "--binder", binder, "--json")
    assert done.code == 1
    assert done.error["code"] == code


@pytest.mark.parametrize(
    ("place", "code"),
    [("OneDrive - House", "binder_not_local"), ("/proc/clusterdesk", "folder_refused")],
)
def test_a_place_where_no_binder_can_be_made(place: str, code: str, run_bare: Run, tmp_path: Path) -> None:
    done = run_bare("binder", "create", str(tmp_path / place), "--json")
    assert done.code == 1
    assert done.error["code"] == code


def test_without_any_binder_the_advice_is_to_make_one(run_bare: Run) -> None:
    done = run_bare("organisation", "list", "--json")
    assert (done.code, done.error["code"]) == (1, "no_binder_chosen")
    assert "clusterdesk demo" in done.error["advice"]


def test_a_binder_is_not_made_twice_in_one_place(run_bare: Run, binder: Path) -> None:
    assert run_bare("binder", "create", str(binder), "--json").error["code"] == "binder_exists"


def test_a_newer_binder_is_refused_and_left_as_it_is(run: Run, binder: Path) -> None:
    with sqlite3.connect(binder / "binder.db") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    done = run("organisation", "list", "--json")
    assert (done.code, done.error["code"]) == (1, "binder_newer")


def test_a_database_of_somebody_else_is_refused(run_bare: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "binder.db") as connection:
        connection.execute("CREATE TABLE cake (slice TEXT)")
    connection.close()
    done = run_bare("--binder", str(tmp_path), "check", "--json")
    assert (done.code, done.error["code"]) == (1, "not_a_binder")


class Falling:
    """Windows that fail as no window should."""

    def has_display(self) -> bool:
        return True

    def can_open(self) -> bool:
        return True

    def run(self, binder: Path | None, settings: Settings, language: str) -> int:
        raise ValueError("the name of a customer")

    def selftest(self, binder: Path, language: str) -> bool:
        return False


class Interrupted(Falling):
    def run(self, binder: Path | None, settings: Settings, language: str) -> int:
        raise KeyboardInterrupt


def test_a_bug_writes_a_report_without_values_and_says_where(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path))
    assert run_at_edge(["--language", "en"], Falling()) == 1
    written = capsys.readouterr()
    (report,) = (tmp_path / "reports").glob("report-*.txt")
    assert str(report) in written.err
    assert "Traceback (" not in written.err
    text = report.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "clusterdesk/cli/without_command.py" in text
    assert "customer" not in text
    assert str(Path.home()) not in text


def test_an_interruption_is_cancelled(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_at_edge(["--language", "en"], Interrupted()) == 130
    assert "Cancelled" in capsys.readouterr().err
