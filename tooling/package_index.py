"""Hands the package index that pip is configured for to uv, which does not read pip's settings.

Whoever works behind a mirror has told pip once, in pip.conf or by PIP_* variables; asking twice would be rude. What uv
itself was told (UV_*) is left alone. The lock's hashes are checked wherever a file comes from.
"""

import configparser
import os
import sys
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, Optional
from urllib.parse import unquote, urlparse
from urllib.request import url2pathname

_SETTINGS = ("index-url", "extra-index-url", "find-links", "no-index", "cert", "trusted-host")


def uv_variables(environment: Dict[str, str], pip: Dict[str, str]) -> Dict[str, str]:
    """Return the variables that make uv use the index pip would; local folders that are gone are left out.

    Args:
        environment: where a UV_* variable stands, it is left alone.
        pip: pip's settings, from `pip_settings`.
    """
    index = _present(pip.get("index-url", ""))
    extra = _present(pip.get("extra-index-url", ""))
    links = _present(pip.get("find-links", ""))
    wanted: Dict[str, str] = {}
    if index:
        wanted["UV_DEFAULT_INDEX"] = index[0]
    if extra:
        wanted["UV_INDEX"] = " ".join(extra)
        # pip takes the best file of all indexes; safe here, since every file must match its hash in the lock
        wanted["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    if links:
        wanted["UV_FIND_LINKS"] = ",".join(links)
    if pip.get("no-index", "").lower() in ("1", "true", "yes", "on"):
        wanted["UV_NO_INDEX"] = "1"
    if pip.get("trusted-host"):
        wanted["UV_INSECURE_HOST"] = " ".join(pip["trusted-host"].split())
    if pip.get("cert") and Path(pip["cert"]).exists():
        wanted["SSL_CERT_FILE"] = pip["cert"]
    told = {"UV_DEFAULT_INDEX": "UV_INDEX_URL", "UV_INDEX": "UV_EXTRA_INDEX_URL"}
    return {
        name: value
        for name, value in wanted.items()
        if name not in environment and told.get(name, name) not in environment
    }


def pip_settings(environment: Dict[str, str], files: Iterable[Path]) -> Dict[str, str]:
    """Return pip's settings about indexes: from its files, then from the PIP_* variables that win over them."""
    settings: Dict[str, str] = {}
    if environment.get("PIP_CONFIG_FILE") != os.devnull:
        for path in files:
            settings.update(_read(path))
    for name in _SETTINGS:
        value = environment.get("PIP_" + name.upper().replace("-", "_"))
        if value is not None:
            settings[name] = value
    return settings


def pip_files(environment: Dict[str, str], home: Path) -> Iterator[Path]:
    """Yield the files pip reads, in its order: machine, person, environment, the one named by PIP_CONFIG_FILE."""
    if os.name == "nt":
        yield Path(environment.get("PROGRAMDATA", "C:\\ProgramData"), "pip", "pip.ini")
        yield home / "pip" / "pip.ini"
        yield Path(environment.get("APPDATA", str(home)), "pip", "pip.ini")
        yield Path(sys.prefix, "pip.ini")
    else:
        for folder in environment.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep):
            yield Path(folder, "pip", "pip.conf")
        yield Path("/etc/pip.conf")
        yield home / "Library" / "Application Support" / "pip" / "pip.conf"
        yield home / ".pip" / "pip.conf"
        yield Path(environment.get("XDG_CONFIG_HOME") or home / ".config", "pip", "pip.conf")
        yield Path(sys.prefix, "pip.conf")
    if environment.get("PIP_CONFIG_FILE"):
        yield Path(environment["PIP_CONFIG_FILE"])


def _read(path: Path) -> Dict[str, str]:
    parser = configparser.RawConfigParser()
    try:
        parser.read(str(path), encoding="utf-8")
    except (OSError, configparser.Error, UnicodeDecodeError):
        return {}
    found: Dict[str, str] = {}
    for section in ("global", "install"):
        if parser.has_section(section):
            items = {key.replace("_", "-"): value for key, value in parser.items(section)}
            found.update({name: items[name] for name in _SETTINGS if items.get(name) is not None})
    return found


def _present(value: str) -> List[str]:
    """Return the addresses of a setting, without local folders that do not exist (on another machine they did)."""
    return [address for address in value.split() if _reachable(address)]


def _reachable(address: str) -> bool:
    folder = _local_folder(address)
    return folder is None or folder.exists()


def _local_folder(address: str) -> Optional[Path]:
    parsed = urlparse(address)
    if parsed.scheme == "file":
        return Path(url2pathname(unquote(parsed.path)))
    if len(parsed.scheme) <= 1:  # no scheme, or the letter of a drive
        return Path(os.path.expanduser(address))
    return None
