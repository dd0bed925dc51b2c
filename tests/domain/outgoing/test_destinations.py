"""Where exports go: templates filled, safe on every system, never out of the team's folder."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import safe_filename
from clusterdesk.domain.outgoing.destinations import LONGEST_PATH, candidates, destination

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("briefs/{year}/{organisation}/", "briefs/2026/Élan Vélo/Fiche.pdf"),
        ("briefs/{year}/{organisation}", "briefs/2026/Élan Vélo/Fiche.pdf"),
        ("{year}-{month}-{day}", "2026-03-09/Fiche.pdf"),
        ("a/{project}/b", "a/b/Fiche.pdf"),
        ("{organisation} – {project}", "Élan Vélo/Fiche.pdf"),
        ("a\\{year}", "a/2026/Fiche.pdf"),
        ("a//./b", "a/b/Fiche.pdf"),
        ("", "Fiche.pdf"),
    ],
)
def test_a_template_is_filled_and_what_is_not_known_leaves_its_folder_out(template: str, path: str) -> None:
    assert destination(template, {"organisation": "Élan Vélo", "project": ""}, DAY, "Fiche.pdf") == path


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("briefs/{yaer}", "template_placeholder"),
        ("{0}", "template_placeholder"),
        ("../other", "template_outside"),
        ("a/../../b", "template_outside"),
        ("/etc", "template_outside"),
        ("\\\\server\\share", "template_outside"),
        ("C:/x", "template_outside"),
        ("clusterdesk/devices", "template_reserved"),
    ],
)
def test_a_template_that_leads_nowhere_is_refused(template: str, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        destination(template, {}, DAY, "Fiche.pdf")
    assert caught.value.code == code


def test_values_cannot_climb_out_or_make_folders() -> None:
    path = destination("a/{organisation}/b", {"organisation": "../../{year}/c\\d"}, DAY, "../x.pdf")
    folders = path.split("/")
    assert len(folders) == 4
    assert ".." not in folders
    assert "\\" not in path


@given(
    st.lists(st.text(max_size=80), max_size=3),
    st.text(max_size=300),
    st.text(min_size=1, max_size=300),
    st.integers(min_value=0, max_value=60),
)
def test_any_words_make_a_short_safe_path_or_a_refusal(
    folders: list[str], organisation: str, name: str, room_taken: int
) -> None:
    template = "/".join(["x", *(part.replace("{", "").replace("}", "") for part in folders), "{organisation}"])
    try:
        path = destination(template, {"organisation": organisation}, DAY, f"x{name}.pdf")
        names = list(candidates(path, room_taken, most=12))
    except KnownError as error:
        refused = error.code
    else:
        refused = ""
    assert refused in ("", "template_outside", "destination_too_long")
    if refused:
        return
    assert len(set(names)) == 12
    for each in names:
        assert len(each) + room_taken <= LONGEST_PATH
        parts = each.split("/")
        assert not {"", ".", ".."} & set(parts)
        assert parts[-1].endswith(".pdf")
        assert each == unicodedata.normalize("NFC", each)
        assert [safe_filename(part) for part in parts] == parts


def test_a_second_name_keeps_its_suffix_however_long_the_first_was() -> None:
    long = f"briefs/{'é' * 60}.pdf"
    assert list(candidates("a/Fiche.pdf", 0, most=3)) == ["a/Fiche.pdf", "a/Fiche (2).pdf", "a/Fiche (3).pdf"]
    assert [name[-8:] for name in candidates(long, 60, most=2)] == ["éééé.pdf", " (2).pdf"]
