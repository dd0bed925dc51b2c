"""Hooks of the build: dependencies read from requirements.in, message catalogues compiled before a wheel is made."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class ResourcesBuildHook(BuildHookInterface[Any]):
    """Puts resources/ into the wheel as clusterdesk/resources, with its message catalogues compiled."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the resources to a wheel; an editable install reads them in the source tree, a copy would be stale."""
        if version == "editable" or self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        try:
            from clusterdesk.i18n.catalogue import main
        finally:
            sys.path.remove(self.root)
        if main(["compile"]):
            raise RuntimeError("The message catalogues did not compile.")
        build_data["force_include"][str(Path(self.root, "resources"))] = "clusterdesk/resources"


class DependencyMetadataHook(MetadataHookInterface):
    """Takes the dependencies from requirements.in, the one list that the lock is made from too."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill `dependencies` with the lines of requirements.in, comments left out."""
        lines = Path(self.root, "requirements.in").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
