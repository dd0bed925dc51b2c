"""How `dev.py` talks: plain ASCII sentences, so that they print under every locale and in every console."""

import shlex
import subprocess
import sys
from typing import Dict, List, Optional


class SetupError(Exception):
    """Something `dev.py` cannot mend by itself, told in one sentence that says what to do."""


def say(sentence: str) -> None:
    """Print one line about what is being done, at once and on the error stream: the output belongs to the command."""
    sys.stderr.write("dev.py: " + sentence.encode("ascii", "backslashreplace").decode("ascii") + "\n")
    sys.stderr.flush()


def shown(command: List[str]) -> str:
    """Return a command as one would type it."""
    return " ".join(shlex.quote(part) for part in command)


def succeeds(command: List[str], env: Optional[Dict[str, str]] = None, seconds: float = 60) -> bool:
    """Tell whether a command runs and exits 0; one that is missing or hangs does not."""
    return output_of(command, env=env, seconds=seconds) is not None


def output_of(command: List[str], env: Optional[Dict[str, str]] = None, seconds: float = 60) -> Optional[str]:
    """Return what a command prints, or None when it is missing, fails or takes longer than `seconds`."""
    try:
        done = subprocess.run(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    if done.returncode:
        return None
    return done.stdout.decode("utf-8", "replace")
