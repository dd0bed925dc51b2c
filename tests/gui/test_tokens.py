"""The themes keep their contrast."""

import pytest

from clusterdesk.gui.tokens import BORDER_CONTRAST, BORDER_PAIRS, TEXT_PAIRS, THEMES, Tone, contrast, load_tokens


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(theme: str, pair: tuple[str, str]) -> None:
    tokens = load_tokens(theme)
    front, back = (getattr(tokens.colours, name) for name in pair)
    assert contrast(front, back) >= max(tokens.minimum_contrast, 4.5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", BORDER_PAIRS, ids="-on-".join)
def test_outlines_can_be_seen(theme: str, pair: tuple[str, str]) -> None:
    colours = load_tokens(theme).colours
    assert contrast(*(getattr(colours, name) for name in pair)) >= BORDER_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_a_front_and_a_ground(theme: str, tone: Tone) -> None:
    colours = load_tokens(theme).colours
    assert contrast(colours.front(tone), colours.back(tone)) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
