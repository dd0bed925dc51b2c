"""The catalogues that ship: every text of the program in French and Dutch."""

from clusterdesk.base.resources import resource
from clusterdesk.i18n.catalogue import PACKAGE
from clusterdesk.i18n.catalogue_checks import problems
from clusterdesk.i18n.extraction import extract_package


def test_the_program_is_wholly_translated() -> None:
    assert list(problems(resource("locale"), extract_package(PACKAGE))) == []
