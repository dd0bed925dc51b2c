from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.text import CUT, Paragraph, Span, line_width, paragraph


def shown(block: Paragraph) -> list[str]:
    return ["".join(run.text for run in line) for line in block.lines]


def test_words_fill_lines() -> None:
    lines = shown(paragraph("un deux trois quatre cinq", 60, size=10))
    assert " ".join(lines) == "un deux trois quatre cinq"
    assert all(line_width(line, size=10) <= 60 for line in lines)


def test_nothing_gives_no_line() -> None:
    assert paragraph(" \n\x00", 100, size=10).lines == ()


def test_a_cut_text_carries_the_sign_inside_the_width() -> None:
    block = paragraph("un deux trois quatre cinq six sept huit", 60, size=10, max_lines=2)
    assert block.is_cut
    assert shown(block)[-1].endswith(CUT)
    assert all(line_width(line, size=10) <= 60 for line in shown(block))


def test_a_sentence_is_kept_whole_when_it_ends_late_enough() -> None:
    text = "Une phrase assez longue pour être gardée. Une autre qui ne tient pas du tout ici."
    assert shown(paragraph(text, 150, size=10, max_lines=2, by_sentence=True))[-1].endswith("gardée. …")


def test_a_run_in_title_keeps_its_face() -> None:
    block = paragraph([Span("Titre", Face.BOLD), Span("puis du texte")], 400, size=10)
    assert [(run.text, run.face) for run in block.lines[0]] == [("Titre ", Face.BOLD), ("puis du texte", Face.REGULAR)]
    assert block.lines[0][1].x == line_width("Titre", size=10, face=Face.BOLD) + line_width(" ", size=10)


def test_no_break_spaces_hold() -> None:
    assert shown(paragraph("prix 48\u202f200\u00a0€", 45, size=10)) == ["prix", "48\u202f200\u00a0€"]


def test_no_line_begins_with_a_sign_a_french_typist_puts_after_a_space() -> None:
    text = "Qui manque ici ? Un « ponceur » ; un chauffeur : rien d'autre !"
    for width in range(75, 300, 3):
        lines = shown(paragraph(text, width, size=10))
        assert not [line for line in lines if line[0] in "?;:!»" or line.endswith("«")], lines
    assert shown(paragraph("12:30, a:b; wel?", 300, size=10)) == ["12:30, a:b; wel?"]


@given(text=st.text(max_size=300), width=st.floats(12, 500), limit=st.integers(1, 4))
def test_no_line_is_wider_than_its_column(text: str, width: float, limit: int) -> None:
    block = paragraph(text, width, size=9.5, max_lines=limit)
    assert len(block.lines) <= limit
    widest = max((line_width(character, size=9.5) for character in text), default=0.0)
    for line in shown(block):
        assert line_width(line, size=9.5) <= max(width, widest) + 0.02
