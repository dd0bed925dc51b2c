"""What pip was told about the package index reaches uv, in pip's order, without what is not there."""

import os
from pathlib import Path

from tooling.package_index import pip_files, pip_settings, uv_variables

MIRROR = "https://mirror.example/index/"


def _variables(home: Path, conf: str = "", **environment: str) -> dict[str, str]:
    """Return what uv is told on a machine with one pip.conf and these variables."""
    path = home / "pip.conf"
    path.write_text(conf, encoding="utf-8")
    return uv_variables(environment, pip_settings(environment, [path]))


def test_the_index_of_pip_conf_is_handed_on(tmp_path: Path) -> None:
    found = _variables(tmp_path, f"[global]\nindex-url = {MIRROR}\ntrusted-host = mirror.example\n")
    assert found == {"UV_DEFAULT_INDEX": MIRROR, "UV_INSECURE_HOST": "mirror.example"}


def test_a_variable_wins_over_the_file(tmp_path: Path) -> None:
    found = _variables(tmp_path, "[global]\nindex_url = https://other.example/\n", PIP_INDEX_URL=MIRROR)
    assert found == {"UV_DEFAULT_INDEX": MIRROR}


def test_what_uv_was_told_itself_is_left_alone(tmp_path: Path) -> None:
    assert _variables(tmp_path, PIP_INDEX_URL=MIRROR, UV_INDEX_URL="https://uv.example/") == {}


def test_local_folders_that_are_gone_are_left_out(tmp_path: Path) -> None:
    there, gone = tmp_path / "wheels", tmp_path / "gone"
    there.mkdir()
    extra = f"{gone.as_uri()} {there.as_uri()} {MIRROR}"
    found = _variables(tmp_path, PIP_FIND_LINKS=f"{there} {gone}", PIP_EXTRA_INDEX_URL=extra, PIP_CERT=str(gone))
    assert found["UV_FIND_LINKS"] == str(there)
    assert found["UV_INDEX"].split() == [there.as_uri(), MIRROR]
    assert "SSL_CERT_FILE" not in found


def test_a_broken_pip_conf_is_passed_over(tmp_path: Path) -> None:
    assert _variables(tmp_path, "index-url without a section\n") == {}


def test_pip_may_be_told_to_read_no_file_at_all(tmp_path: Path) -> None:
    assert _variables(tmp_path, f"[global]\nindex-url = {MIRROR}\n", PIP_CONFIG_FILE=os.devnull) == {}


def test_the_file_named_by_hand_is_read_last(tmp_path: Path) -> None:
    files = list(pip_files({"PIP_CONFIG_FILE": str(tmp_path / "own.conf")}, tmp_path))
    assert files[-1] == tmp_path / "own.conf"
    assert any(tmp_path in file.parents for file in files[:-1])
