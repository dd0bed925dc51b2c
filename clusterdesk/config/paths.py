"""The folders of this installation.

``CLUSTERDESK_DATA`` (a folder) and ``CLUSTERDESK_CONFIG`` (the settings file, or its folder) replace the usual
places, for tests and for a program carried on a stick. Nothing here makes a folder: whoever writes does.
"""

import os
import sys
from pathlib import Path

from clusterdesk.base.resources import resource

__all__ = ["binders_dir", "cache_dir", "config_file", "data_dir", "reports_dir", "resource"]

APP = "ClusterDesk"
DATA_VARIABLE = "CLUSTERDESK_DATA"
CONFIG_VARIABLE = "CLUSTERDESK_CONFIG"
_SETTINGS_NAME = "settings.toml"
_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "config": ("XDG_CONFIG_HOME", ".config"),
}


def data_dir() -> Path:
    """Return the folder of everything the program keeps for this user, never a roaming or synchronised one."""
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given).expanduser()
    return _own_folder("data")


def binders_dir() -> Path:
    """Return the folder where new binders are made: ``<data dir>/binders``."""
    return data_dir() / "binders"


def reports_dir() -> Path:
    """Return the folder of the local error reports."""
    return data_dir() / "reports"


def cache_dir() -> Path:
    """Return the folder of what may be thrown away at any time."""
    if os.environ.get(DATA_VARIABLE):
        return data_dir() / "cache"
    return _own_folder("cache")


def start_list() -> Path:
    """Return the file with the names of what a start of the window reads."""
    return cache_dir() / "start.list"


def config_file() -> Path:
    """Return the path of the settings file."""
    given = os.environ.get(CONFIG_VARIABLE)
    if given:
        path = Path(given).expanduser()
        return path if path.suffix == ".toml" else path / _SETTINGS_NAME
    if os.environ.get(DATA_VARIABLE):
        return data_dir() / _SETTINGS_NAME
    return _own_folder("config") / _SETTINGS_NAME


def _own_folder(kind: str) -> Path:
    """Return our folder of a kind. On Linux that is a variable; the library that knows every system costs 8 ms more."""
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        given, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
        if os.path.isabs(given):
            return Path(given, APP)
        if os.path.isabs(home):
            return Path(home, usual, APP)
    import platformdirs

    ways = {
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
    }
    return ways[kind](APP, appauthor=False)
