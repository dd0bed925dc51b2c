"""What reading lists needs is loaded when a list is read, not when the program starts."""

import subprocess
import sys

_HEAVY = ("phonenumbers", "stdnum", "python_calamine", "defusedxml", "tomli_w", "pandas", "xlsxwriter")
_SCRIPT = """
import sys
import clusterdesk.exchange.mapping.opened_list
import clusterdesk.domain.identifiers
print([name for name in {heavy!r} if name in sys.modules])
"""


def test_nothing_heavy_comes_with_the_modules() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(heavy=_HEAVY)], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
