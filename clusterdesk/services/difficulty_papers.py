"""The note of a difficulty and the roll-up of many, as they may be read by whoever receives them."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.difficulties.reading import paper_sum
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, Naming
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.paper_choices import chosen_words, read_told
from clusterdesk.services.paper_parts import met_by, told_chains, told_difficulty
from clusterdesk.services.paper_texts import PaperTexts
from clusterdesk.services.paper_themes import PaperThemes
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store


def difficulty_paper(store: Store, wanted: PaperWanted, *, author: str) -> DifficultyPaper:
    """Return a note or a roll-up with nothing on it that may not leave, and the sum of what stands on it.

    Raises:
        KnownError: there is no such difficulty, or none of them may be told of.
    """
    edition = Edition.SHAREABLE if wanted.naming.leaves else Edition.INTERNAL
    told, left_out = read_told(store, wanted, edition)
    chosen = wanted.chosen if wanted.chosen is not None else chosen_words(store, [one.row.record.id for one in told])
    texts = PaperTexts(store, Translator(wanted.language), chosen, open_book=not wanted.naming.leaves)
    # Who maintains contact with whom tells something too.
    footer = page_footer(store, "" if wanted.naming is Naming.ANONYMOUS else author, edition)
    today = store.clock.today()
    if not wanted.roll_up:
        met = met_by(told[:1])
        note = told_difficulty(told[0], wanted, texts, met, told_chains(told[:1], met.chains))
        paper = DifficultyPaper(wanted.naming, wanted.language, today, footer, note)
        cells = met.chains
    else:
        themes = PaperThemes(told, wanted, texts)
        paper = DifficultyPaper(
            wanted.naming,
            wanted.language,
            today,
            footer,
            themes=themes.themes,
            organisations=themes.organisations,
            median_days=themes.median_days,
            left_out=left_out,
        )
        cells = tuple(cell for theme in themes.themes for cell in theme.met.chains)
    told_of = sorted({cell.chain for cell in cells if cell.chain is not None})
    return _summed(paper, tuple((one, texts.chain(one)) for one in told_of))


def _summed(paper: DifficultyPaper, chains: tuple[tuple[UUID, str], ...]) -> DifficultyPaper:
    named = replace(paper, chains=chains)
    return replace(named, sha256=paper_sum(named))
