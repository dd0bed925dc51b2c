"""Which of Debian's packages are missing, whatever name this release gives them."""

from tooling.system_packages import TESTS, WINDOW, missing


def test_a_renamed_package_counts_as_there() -> None:
    assert missing([("libglib2.0-0", "libglib2.0-0t64")], ["libglib2.0-0t64"]) == []


def test_what_is_not_there_is_named() -> None:
    assert missing([("libgl1",), ("xvfb",)], ["libgl1"]) == [("xvfb",)]


def test_a_bare_image_misses_everything() -> None:
    assert missing(WINDOW + TESTS, []) == list(WINDOW + TESTS)
