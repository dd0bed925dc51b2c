"""The folders of this installation.

``CLUSTERDESK_DATA`` (a folder) and ``CLUSTERDESK_CONFIG`` (the settings file, or its folder) replace the usual
places, for tests and for a program carried on a stick. Nothing here makes a folder: whoever writes does.
"""

import os
from pathlib import Path

from clusterdesk.base.resources import resource

__all__ = ["binders_dir", "cache_dir", "config_file", "data_dir", "reports_dir", "resource"]

APP = "ClusterDesk"
DATA_VARIABLE = "CLUSTERDESK_DATA"
CONFIG_VARIABLE = "CLUSTERDESK_CONFIG"
_SETTINGS_NAME = "settings.toml"


def data_dir() -> Path:
    """Return the folder of everything the program keeps for this user, never a roaming or synchronised one."""
    given = os.environ.get(DATA_VARIABLE)
    if given:
        return Path(given).expanduser()
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


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
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def config_file() -> Path:
    """Return the path of the settings file."""
    given = os.environ.get(CONFIG_VARIABLE)
    if given:
        path = Path(given).expanduser()
        return path if path.suffix == ".toml" else path / _SETTINGS_NAME
    if os.environ.get(DATA_VARIABLE):
        return data_dir() / _SETTINGS_NAME
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False) / _SETTINGS_NAME
