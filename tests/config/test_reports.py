"""Error reports: listed, read, deleted; and there is no name of anybody in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clusterdesk.base.bug_report import report_text, write_report
from clusterdesk.base.errors import KnownError
from clusterdesk.config.reports import LOG, delete_report, report_content, reports
from clusterdesk.domain.records.organisations import Organisation

MOMENT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
SECRETS = ("Atelier Noord", "Sofie", "0403019261", "Devis de la ponceuse", "claire", "Delvaux")


def _fault(organisation: Organisation) -> BaseException:
    """Return a fault whose message, cause, notes and local variables are full of names."""
    note = "Devis de la ponceuse pour Sofie"
    try:
        try:
            raise ValueError(f"{organisation.name} ({organisation.enterprise_number}): {note}")
        except ValueError as cause:
            cause.add_note("Claire Delvaux")
            path = Path("/home/claire/Documents/Atelier Noord.xlsx")
            raise KeyError(str(path)) from cause
    except KeyError as error:
        return error


def test_a_report_names_places_in_the_program_and_nobody() -> None:
    fault = _fault(Organisation(name="Atelier Noord", enterprise_number="0403019261"))
    text = report_text(fault, MOMENT, "0.1.0")
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "_fault" in text
    assert [secret for secret in SECRETS if secret.casefold() in text.casefold()] == []


def test_a_known_error_is_named_by_its_code_only() -> None:
    error = KnownError("number_taken", "{name} has it.", advice="Look at {name}.", name="Atelier Noord")
    assert "[number_taken]" in report_text(error, MOMENT, "0.1.0")
    assert "Atelier" not in report_text(error, MOMENT, "0.1.0")


def test_reports_and_logs_are_listed_newest_first_read_and_deleted(tmp_path: Path) -> None:
    assert reports(tmp_path / "nowhere") == ()
    made = write_report(tmp_path, ValueError("x"), MOMENT, "0.1.0")
    assert made is not None
    (tmp_path / LOG).write_text("a line\n", encoding="utf-8")
    (tmp_path / "something else.txt").write_text("x", encoding="utf-8")

    found = {one.name: one.is_log for one in reports(tmp_path)}
    assert found == {made.name: False, LOG: True}
    assert "builtins.ValueError" in report_content(made.name, tmp_path)
    delete_report(made.name, tmp_path)
    assert [one.name for one in reports(tmp_path)] == [LOG]


@pytest.mark.parametrize("name", ["nothing.txt", "../settings.toml", "something else.txt", ""])
def test_only_what_is_listed_is_read_or_deleted(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (tmp_path / "settings.toml").write_text("x", encoding="utf-8")
    (folder / "something else.txt").write_text("x", encoding="utf-8")
    for act in (report_content, delete_report):
        with pytest.raises(KnownError):
            act(name, folder)
    assert (tmp_path / "settings.toml").exists()
