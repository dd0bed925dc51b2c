"""The import law: who may import whom, and which library lives in which room."""

from collections.abc import Mapping, Set

import pytest

from tests.architecture.source import layer_of, modules, our_imports, third_party_imports

_UPPER = {"services", "sync", "exchange", "briefs", "charts", "domain", "i18n", "config"}
_MIDDLE = {"store", "domain", "i18n", "config"}

# What a layer may import besides `base` and itself. TYPE_CHECKING imports count: what is typed is depended on.
LAW: dict[str, set[str]] = {
    "base": set(),
    "domain": set(),
    "i18n": set(),
    "config": set(),
    "charts": set(),
    "store": {"domain", "config"},
    "services": _MIDDLE,
    "sync": _MIDDLE | {"services"},
    "exchange": _MIDDLE | {"services"},
    "briefs": {"charts", "domain", "i18n", "config"},
    "cli": _UPPER,
    "gui": _UPPER,
    "bootstrap": _UPPER | {"store"},
}
# The edges: the entry point picks gui or cli; both receive the assembled desk from bootstrap.
# The entry point is also that of the helper processes, in which large lists are read and the shared drive is touched.
LAW["__main__"] = {"gui", "cli", "bootstrap", "config", "i18n", "exchange", "sync"}
LAW["cli"] = LAW["cli"] | {"bootstrap"}
LAW["gui"] = LAW["gui"] | {"bootstrap"}

# A library and the only layers that may import it.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"gui"},
    "shiboken6": {"gui"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlcipher3": {"store"},
    "sqlite3": {"store"},
    "pandas": {"exchange"},
    "reportlab": {"briefs"},
}

_UNTOLD_LAYERS = sorted({module.layer for module in modules()} - set(LAW) - {""})


def test_every_layer_stands_in_the_law() -> None:
    assert _UNTOLD_LAYERS == []


def test_no_module_imports_a_layer_it_may_not() -> None:
    broken = [
        f"{module.place}: {module.layer} imports {imported}"
        for module in modules()
        for imported in sorted(our_imports(module))
        if layer_of(imported) not in LAW.get(module.layer, set()) | {module.layer, "base", ""}
    ]
    assert broken == []


def test_base_needs_the_standard_library_only() -> None:
    import sys

    broken = [
        f"{module.place}: {imported}"
        for module in modules()
        if module.layer == "base"
        for imported in sorted(third_party_imports(module) - sys.stdlib_module_names)
    ]
    assert broken == []


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_a_library_lives_in_its_room(library: str) -> None:
    strays = [
        module.place
        for module in modules()
        if library in third_party_imports(module) and module.layer not in LIBRARIES[library]
    ]
    assert strays == []


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {module.name: our_imports(module) for module in modules()}
    assert _circle(graph) == []


def test_no_two_layers_import_each_other() -> None:
    pairs = {
        (module.layer, layer_of(imported))
        for module in modules()
        for imported in our_imports(module)
        if layer_of(imported) not in ("", module.layer)
    }
    assert sorted((one, other) for one, other in pairs if (other, one) in pairs and one < other) == []


def _circle(graph: Mapping[str, Set[str]]) -> list[str]:
    """Return the names along one circle of imports, or nothing. A package and its own modules are told apart."""
    done: set[str] = set()
    for start in sorted(graph):
        trail: list[str] = []
        pending = [(start, iter(sorted(graph[start])))]
        if start in done:
            continue
        trail.append(start)
        while pending:
            name, following = pending[-1]
            step = next(following, None)
            if step is None:
                done.add(name)
                trail.pop()
                pending.pop()
            elif step in trail:
                return [*trail[trail.index(step) :], step]
            elif step not in done:
                trail.append(step)
                pending.append((step, iter(sorted(graph.get(step, ())))))
    return []


def test_the_search_for_circles_finds_one() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert _circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
