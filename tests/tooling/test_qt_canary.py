"""PySide6 loses references to None and True under some Pythons and aborts after a few thousand calls.

A plain loop over such calls tells whether this pair of versions does, before a user's afternoon does.
"""

import subprocess
import sys

_CALLS = """
from PySide6.QtCore import QObject, Signal
class Sender(QObject):
    told = Signal(bool)
    heard = 0
    def hear(self, yes):
        self.heard += yes
sender = Sender()
sender.told.connect(sender.hear)
for number in range(20_000):
    assert sender.setObjectName("canary") is None
    assert sender.blockSignals(False) is False
    sender.told.emit(True)
print(sender.heard)
"""


def test_twenty_thousand_calls_lose_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", _CALLS], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, "20000")
