"""A year given on the command line."""

from clusterdesk.base.errors import KnownError
from clusterdesk.cli.wrong_use import WrongUseError


def year_given(text: str) -> int:
    """Return the year that was written.

    Raises:
        WrongUseError: it is none.
    """
    from clusterdesk.services.year_statistics import year_of

    try:
        return year_of(text)
    except KnownError as error:
        raise WrongUseError(error.message, code=error.code, advice=error.advice, text=text.strip()[:20]) from error
