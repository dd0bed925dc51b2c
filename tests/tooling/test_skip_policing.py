"""The skip police fails a run for a skip that nobody listed, and only for that."""

import pytest

from tests.skip_policing import Allowance, Skip, unlisted

pytest_plugins = ["pytester"]

_LISTED = Allowance(tests="tests/a/*", reason="no printer*", why="not everywhere")


@pytest.mark.parametrize(
    ("test", "reason", "accepted"),
    [
        ("tests/a/test_x.py::test_y", "no printer here", True),
        ("tests/b/test_x.py::test_y", "no printer here", False),
        ("tests/a/test_x.py::test_y", "tired", False),
    ],
)
def test_a_skip_needs_both_its_place_and_its_reason_listed(test: str, reason: str, accepted: bool) -> None:
    assert (unlisted([Skip(test, reason)], [_LISTED]) == []) is accepted


@pytest.mark.parametrize("processes", ["0", "2"])
def test_unlisted_skips_fail_a_green_run_and_are_named(processes: str, pytester: pytest.Pytester) -> None:
    result = _run(
        pytester,
        f"-n{processes}",
        test_lazy="def test_lazy(): pytest.skip('tired')\ndef test_it(): pytest.xfail('not yet')",
        test_file="pytest.skip('the whole file', allow_module_level=True)",
    )
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    named = result.stdout.str().partition("skips that tests/skips.toml does not list")[2]
    assert all(name in named for name in ("test_lazy: tired", "test_it: xfail: not yet", "test_file.py: the whole"))


def test_a_listed_skip_leaves_the_run_green(pytester: pytest.Pytester) -> None:
    result = _run(pytester, test_listed="def test_fine(): pytest.skip('shared data is absent')")
    assert result.ret == pytest.ExitCode.OK


def _run(pytester: pytest.Pytester, *options: str, **files: str) -> pytest.RunResult:
    pytester.makepyfile(**{name: f"import pytest\n{body}\n" for name, body in files.items()})
    plain = [
        option for plugin in ("cacheprovider", "pytest-qt", "hypothesispytest") for option in ("-p", f"no:{plugin}")
    ]
    return pytester.runpytest_subprocess("-p", "tests.skip_policing", *plain, *options)
