"""Start-up budgets: what a command does not need, it does not import."""

import subprocess
import sys

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
