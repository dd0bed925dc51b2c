"""Reads our own source as syntax trees, once, for the tests of the house's shape."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "clusterdesk"


@dataclass(frozen=True, slots=True)
class Module:
    """One of our modules: dotted name, file, text and syntax tree."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def layer(self) -> str:
        """Return the top package or module it belongs to, such as "store" or "bootstrap"; "" for the package itself."""
        return layer_of(self.name)

    @property
    def place(self) -> str:
        """Return its path as shown in a failure."""
        return self.path.relative_to(ROOT).as_posix()


def layer_of(name: str) -> str:
    """Return the layer a dotted name of ours belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the application, in the order of their names."""
    return tuple(_read(path, ROOT) for path in sorted((ROOT / PACKAGE).rglob("*.py")))


@cache
def python_files() -> tuple[Module, ...]:
    """Return the application, its tests, its benchmarks and its tools."""
    folders = ("tests", "benchmarks", "tooling")
    others = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return modules() + tuple(_read(path, ROOT) for path in [*others, *sorted(ROOT.glob("*.py"))])


def _read(path: Path, root: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
    return Module(name, path, text, ast.parse(text, str(path)))


@cache
def known_names() -> frozenset[str]:
    """Return the dotted names of all our modules and packages."""
    return frozenset(module.name for module in modules())


@cache
def nodes(module: Module) -> tuple[ast.AST, ...]:
    """Return all of a module's syntax nodes, in no particular order."""
    return tuple(ast.walk(module.tree))


@cache
def our_imports(module: Module) -> frozenset[str]:
    """Return the modules of ours that a module imports, wherever: at the top, in a function, for types only."""
    found = set()
    for node in nodes(module):
        if isinstance(node, ast.Import):
            found |= {_ours(alias.name) for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {_ours(f"{node.module}.{alias.name}") for alias in node.names}
    return frozenset(found - {"", module.name})


@cache
def third_party_imports(module: Module) -> frozenset[str]:
    """Return the top names of everything a module imports that is not ours."""
    found = set()
    for node in nodes(module):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return frozenset(found - {PACKAGE})


def _ours(name: str) -> str:
    """Return the longest part of a dotted name that is a module of ours; "" when it is not ours at all."""
    while name and name not in known_names():
        name = name.rpartition(".")[0]
    return name
