"""The links that a value chain lacks in the Region, and how far talking to prospects for them has come."""

from collections.abc import Iterator, Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.text import Span
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import ChainState
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def hole_strips(chains: Sequence[ChainState], t: Translator) -> Iterator[Strip]:
    """Yield the links of each value chain that nobody fills."""
    told = False
    for one in chains:
        if one.chain is None or not one.links:
            continue
        told = True
        names = " · ".join(link.name_in(t.language) for link in one.holes)
        label = Span(t("{chain}:", chain=one.chain.name_in(t.language)), Face.BOLD)
        yield from flow.text([label, Span(names or t("every link is filled"))])
    if not told:
        yield from flow.soft(t("The links of the value chains have not been described yet."))


def prospect_strips(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    """Yield how far talking to prospects has come, by value chain."""
    if not view.prospects:
        yield from flow.soft(t("No prospect has been noted yet."))
        return
    for one in view.prospects:
        chain = one.chain.name_in(t.language) if one.chain is not None else t("in no value chain")
        told = [
            t("{what}: {number}", what=t(choice_label(state)), number=formats.number(one.counts[state]))
            for state in ProspectState
            if one.counts.get(state)
        ]
        yield from flow.text([Span(t("{chain}:", chain=chain), Face.BOLD), Span(" · ".join(told))])
