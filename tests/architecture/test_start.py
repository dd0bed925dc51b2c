"""Start-up budgets: what a command does not need, it does not import; nor does the window before its first paint."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

HEAVY = ("PySide6", "sqlalchemy", "alembic", "sqlcipher3", "pandas", "reportlab", "docx", "babel", "pikepdf", "PIL")

_REPORT = """
import sys
from clusterdesk.__main__ import main
try:
    code = main({arguments!r})
except SystemExit as leaving:
    code = leaving.code
sys.stderr.write(" ".join(name for name in {heavy!r} if name in sys.modules))
sys.exit(code)
"""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_a_question_about_the_program_imports_nothing_heavy(arguments: list[str]) -> None:
    script = _REPORT.format(arguments=arguments, heavy=HEAVY)
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0
    assert done.stdout.strip()
    assert done.stderr.split() == []


# What the first screen has no use for; a name stands for what is in it, too.
AFTER_THE_PAINT = (
    *(name for name in HEAVY if name not in ("PySide6", "sqlcipher3")),
    "PySide6.QtNetwork",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "clusterdesk.domain.discretion",
    "asyncio",
    "hashlib",
    "json",
    "logging.handlers",
    "socket",
    "ssl",
    "subprocess",
    "clusterdesk.bootstrap",
    "clusterdesk.briefs",
    "clusterdesk.charts",
    "clusterdesk.cli.answer",
    "clusterdesk.cli.commands",
    "clusterdesk.cli.groups",
    "clusterdesk.domain.commands",
    "clusterdesk.domain.record_types",
    "clusterdesk.domain.records",
    "clusterdesk.exchange",
    "clusterdesk.gui.binder_state",
    "clusterdesk.gui.briefing",
    "clusterdesk.gui.dialogs",
    "clusterdesk.gui.forms",
    "clusterdesk.gui.models",
    "clusterdesk.gui.pages.importing",
    "clusterdesk.gui.pages.organisation.page",
    "clusterdesk.gui.pages.organisations",
    "clusterdesk.gui.pages.session",
    "clusterdesk.gui.pages.settings",
    "clusterdesk.gui.pages.today.arrived",
    "clusterdesk.gui.pages.today.names_card",
    "clusterdesk.gui.pages.today.planning",
    "clusterdesk.gui.pages.today.promise_days",
    "clusterdesk.gui.pages.today.reading",
    "clusterdesk.gui.shell.hit_panel",
    "clusterdesk.gui.widgets.fields",
    "clusterdesk.gui.widgets.rows_table",
    "clusterdesk.gui.widgets.toast",
    "clusterdesk.services.binders",
    "clusterdesk.store.desk_store",
)
OUR_MODULES_BEFORE_THE_PAINT = 130
WIDGETS_NOBODY_NAMES = frozenset({"QCalendarWidget", "QDockWidget", "QMdiSubWindow", "QWizardPage"})

_AT_PAINT = """
import sys
from clusterdesk.__main__ import main
from clusterdesk.gui import app, first_look
app.import_qt()
from clusterdesk.gui import application
told = first_look.measured
def at_paint(*, filled):
    imported = sorted(sys.modules)
    import json
    from PySide6.QtWidgets import QWidget
    widgets = [one.__name__ for one in QWidget.__subclasses__()]
    sys.stderr.write(json.dumps({"filled": filled, "modules": imported, "widgets": widgets}))
    return told(filled=filled)
application.measured = at_paint
sys.exit(main(["--language", "fr", "--binder", sys.argv[1]]))
"""


def test_the_window_imports_little_before_its_first_paint(tmp_path: Path) -> None:
    binder = tmp_path / "binder"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "CLUSTERDESK_DATA": str(tmp_path / "data"),
        "CLUSTERDESK_CONFIG": str(tmp_path / "settings.toml"),
        "CLUSTERDESK_BENCH_EXIT": "painted",
    }
    make = [sys.executable, "-m", "clusterdesk", "binder", "create", str(binder)]
    subprocess.run(make, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=120)
    command = [sys.executable, "-c", _AT_PAINT, str(binder)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stderr[done.stderr.index('{"filled"') :])
    assert seen["filled"]
    imported = [name for name in seen["modules"] if _is_one_of(name, AFTER_THE_PAINT)]
    assert imported == []
    ours = [name for name in seen["modules"] if name.startswith("clusterdesk.")]
    assert len(ours) <= OUR_MODULES_BEFORE_THE_PAINT
    # The bindings set a class up when it is first named; all of them, where they have to guess what Qt has made.
    assert WIDGETS_NOBODY_NAMES.isdisjoint(seen["widgets"])


def _is_one_of(name: str, unwanted: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in unwanted)
