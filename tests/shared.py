"""Data that lies beside the project on some machines and that is not ours to ship."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
ABSENT = "shared data is absent"


def shared_data(path: str) -> Path:
    """Return a file or folder of the shared data; skip the test, with a listed reason, where the folder is absent.

    Args:
        path: relative to the shared data, with forward slashes, such as "members/x.csv".
    """
    if not SHARED_DATA.is_dir():
        pytest.skip(ABSENT)
    found = SHARED_DATA / path
    assert found.exists(), f"{path} is not in the shared data"
    return found
