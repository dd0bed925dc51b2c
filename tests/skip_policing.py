"""A skipped test tests nothing: each skip and expected failure must stand in skips.toml, any other fails the run."""

import fnmatch
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Allowance:
    """One allowed skip: glob patterns of the test's id and of the reason it gives, and why we accept it."""

    tests: str
    reason: str
    why: str

    def covers(self, test: str, reason: str) -> bool:
        """Tell whether a skip is this one."""
        return fnmatch.fnmatchcase(test, self.tests) and fnmatch.fnmatchcase(reason, self.reason)


@dataclass(frozen=True, slots=True)
class Skip:
    """A skip or expected failure that happened."""

    test: str
    reason: str


def read_allowances(path: Path) -> list[Allowance]:
    """Return what a skips.toml allows."""
    return [Allowance(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("skip", [])]


def unlisted(skips: list[Skip], allowances: list[Allowance]) -> list[Skip]:
    """Return the skips that nothing allows."""
    return [skip for skip in skips if not any(allowed.covers(skip.test, skip.reason) for allowed in allowances)]


class SkipPolice:
    """Collects skips during a run and judges them at its end."""

    def __init__(self, allowances: list[Allowance]) -> None:
        self._allowances = allowances
        self._skips: list[Skip] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that was skipped, or failed as expected."""
        if report.skipped:
            self._skips.append(Skip(report.nodeid, _reason(report)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a whole file that was skipped."""
        if report.skipped:
            self._skips.append(Skip(report.nodeid, _reason(report)))

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that was green but for a skip nobody allowed."""
        if session.exitstatus == pytest.ExitCode.OK and unlisted(self._skips, self._allowances):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name the skips nobody allowed."""
        offenders = unlisted(self._skips, self._allowances)
        if offenders:
            terminalreporter.section("skips that tests/skips.toml does not list", red=True)
            for skip in offenders:
                terminalreporter.line(f"{skip.test}: {skip.reason}")


def pytest_configure(config: pytest.Config) -> None:
    """Put the police on duty."""
    allowances = read_allowances(Path(__file__).with_name("skips.toml"))
    config.pluginmanager.register(SkipPolice(allowances), "skip-police")


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    if getattr(report, "wasxfail", None) is not None:
        return f"xfail: {report.wasxfail}"
    if isinstance(report.longrepr, tuple):
        return report.longrepr[2].removeprefix("Skipped: ")
    return str(report.longrepr)
