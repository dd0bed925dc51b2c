"""Known errors tell what failed, whether data is safe, what to do; in any language."""

import pickle
from datetime import date

import pytest

from clusterdesk.base.errors import DATA_SAFE, BugError, DeskError, ErrorTexts, KnownError
from clusterdesk.base.marks import N_


def a_disk_error() -> KnownError:
    """Return an error with values in two of its texts."""
    return KnownError(
        "disk_full",
        N_("{file} could not be written: the disk is full."),
        advice=N_("Free some space on {disk}, then try again."),
        file="{a}.pdf",
        disk="C:",
    )


def shout(message: str, /, **params: object) -> str:
    """Stand for a translator."""
    return message.upper() + "".join(f"|{key}={value}" for key, value in sorted(params.items()))


def test_families() -> None:
    assert issubclass(KnownError, DeskError)
    assert issubclass(BugError, DeskError)
    assert not issubclass(BugError, KnownError)


def test_english_text_is_filled_and_values_are_never_read_for_placeholders() -> None:
    assert str(a_disk_error()) == "{a}.pdf could not be written: the disk is full."


def test_texts_go_through_the_translator() -> None:
    texts = a_disk_error().texts(shout)
    assert texts == ErrorTexts(
        "{FILE} COULD NOT BE WRITTEN: THE DISK IS FULL.|disk=C:|file={a}.pdf",
        DATA_SAFE.upper() + "|disk=C:|file={a}.pdf",
        "FREE SOME SPACE ON {DISK}, THEN TRY AGAIN.|disk=C:|file={a}.pdf",
    )


def test_values_may_be_called_code_or_message() -> None:
    error = KnownError("refused", "Line {code}: {message}", advice="Correct it.", code="A1", message="no date")
    assert str(error) == "Line A1: no date"
    assert error.code == "refused"


def test_a_missing_value_never_hides_the_error() -> None:
    assert str(KnownError("x", "No {file}", advice="Look.")) == "No {file}"


class OwnError(KnownError):
    """A known error of an area, with a constructor of its own."""

    def __init__(self, name: str) -> None:
        super().__init__("own", "No {name}", advice="Look.", name=name)


@pytest.mark.parametrize("error", [a_disk_error(), OwnError("x")])
def test_errors_cross_a_process_boundary(error: KnownError) -> None:
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(back) is type(error)
    assert str(back) == str(error)
    assert (back.code, back.advice, back.safe, back.params) == (error.code, error.advice, error.safe, error.params)


def test_a_date_is_shown_as_people_write_it() -> None:
    error = KnownError("x", N_("Since {day}."), advice="", day=date(2026, 11, 6))
    assert error.texts(shout).message == "SINCE {DAY}.|day=06/11/2026"
