"""One difficulty as a paper tells it: its texts, how many meet it and where, what was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self
from uuid import UUID

from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.difficulties.cells import LEAST, ChainCell, Place, spread_of
from clusterdesk.domain.difficulties.known import IdentifierKind
from clusterdesk.domain.difficulties.reading import rounded
from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.organisations import OrganisationKind
from clusterdesk.domain.views.difficulties import DifficultyRow, QuoteLine
from clusterdesk.domain.views.difficulty_papers import Met, Naming, PaperDifficulty, PaperQuote, PaperText
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.known_identifiers import BODIES
from clusterdesk.services.paper_texts import BlockedTexts, PaperTexts


@dataclass(frozen=True, slots=True)
class Told:
    """A difficulty with what the edition may tell of it; ``places`` of all organisations that the paper tells of.

    ``named`` are the organisations that stand on the paper by name.
    """

    row: DifficultyRow
    joined: tuple[Difficulty, ...]
    quotes: tuple[QuoteLine, ...]
    places: Mapping[UUID, Place]
    kinds: Mapping[UUID, OrganisationKind]
    named: frozenset[UUID]

    @classmethod
    def of(
        cls,
        row: DifficultyRow,
        quotes: Iterable[QuoteLine],
        places: Mapping[UUID, Place],
        kinds: Mapping[UUID, OrganisationKind],
        *,
        naming: Naming,
        edition: Edition,
    ) -> Self:
        """Leave out what the edition may not tell."""
        named = frozenset(
            one.organisation_id
            for one in row.organisations
            if naming is Naming.INTERNAL or (naming is Naming.AGREED and one.named)
        )
        joined = tuple(one for one in row.joined if edition.admits(one.visibility))
        standing = {row.record.id, *(one.id for one in joined)}
        said = tuple(
            one for one in quotes if edition.admits(one.record.visibility) and one.record.difficulty_id in standing
        )
        return cls(row, joined, said, places, kinds, named)

    @property
    def organisations(self) -> frozenset[UUID]:
        """Return the organisations that meet it."""
        return frozenset(one.organisation_id for one in self.row.organisations)


def met_by(told: Sequence[Told]) -> Met:
    """Return how many organisations meet difficulties; where, only of those without a name and where it is safe."""
    every = frozenset[UUID]().union(*(one.organisations for one in told))
    names = {each.organisation_id: each.name for one in told for each in one.row.organisations}
    # One that stands by name for one difficulty and not for another is not named for both together.
    named = {one for one in every if all(one in each.named for each in told if one in each.organisations)}
    rest = [told[0].places.get(one, Place()) for one in sorted(every - named)]
    spread = spread_of(rest)
    total = spread.total
    if named:
        total = len(every) if not rest or len(rest) >= LEAST else None
    return Met(total, spread.chains, tuple(sorted((names[one] for one in named), key=str.casefold)), bool(rest))


def told_chains(told: Sequence[Told], cells: Iterable[ChainCell]) -> dict[UUID, UUID]:
    """Return the value chain of each organisation of which it may be told: where the cell is large enough."""
    safe = {one.chain for one in cells if one.chain is not None}
    found = {}
    for organisation_id in frozenset[UUID]().union(*(one.organisations for one in told)):
        chain = told[0].places.get(organisation_id, Place()).chain
        if chain is not None and chain in safe:
            found[organisation_id] = chain
    return found


def told_difficulty(
    told: Told, wanted: PaperWanted, texts: PaperTexts, met: Met, chains: Mapping[UUID, UUID]
) -> PaperDifficulty:
    """Return a difficulty as the paper tells it; ``chains`` are named instead of the organisations themselves."""
    by_name = {each.organisation_id: each.name for each in told.row.organisations if each.organisation_id in told.named}
    blocked = texts.of(by_name, chains)
    one, about = told.row.record, wanted.naming.leaves
    theme = told.row.theme
    recipient = told.row.recipient
    internal = not wanted.naming.leaves
    return PaperDifficulty(
        id=one.id,
        title=blocked(one.title),
        theme=blocked(theme.name_in(wanted.language)).text if theme is not None else "",
        # A day may be that of a visit; what leaves tells the month.
        on=one.on if internal else one.on.replace(day=1),
        severity=one.severity,
        state=one.state,
        met=met,
        happens=_happens(told, blocked),
        cost=rounded(one.cost) if about and one.cost is not None else one.cost,
        currency=one.currency,
        about=about,
        cost_remark=blocked(one.cost_remark),
        wish=blocked(one.wish),
        quotes=tuple(_quote(told, each, blocked, internal=internal) for each in told.quotes),
        sent_to=blocked(recipient.name_in(wanted.language)).text if recipient is not None and one.sent_on else "",
        sent_on=one.sent_on,
        answered_on=one.answered_on,
        answer=blocked(one.answer),
        result=blocked(one.result),
        remark=blocked(one.remark if internal else ""),
    )


def counted_as(met: Met, number: int | None) -> Met:
    """Return what is told of one difficulty beside others of its theme: its number only where that is safe."""
    return replace(met, total=None if met.total is None else number, chains=())


def _happens(told: Told, blocked: BlockedTexts) -> tuple[PaperText, ...]:
    """Return what happens, and what those say that were joined into it; the same words once."""
    texts = [told.row.record.happens, *(each.happens or each.title for each in told.joined)]
    found = [blocked(text) for text in dict.fromkeys(text.strip() for text in texts) if text]
    return tuple(found)


def _quote(told: Told, line: QuoteLine, blocked: BlockedTexts, *, internal: bool) -> PaperQuote:
    said = line.record
    by = ""
    if said.organisation_id is not None:
        kept = next((one.organisation_id for one in told.row.organisations if one.name == line.organisation), None)
        owner = kept or said.organisation_id
        kind = IdentifierKind.BODY if told.kinds.get(owner) in BODIES else IdentifierKind.COMPANY
        by = line.organisation if internal or owner in told.named else blocked.by(owner, kind)
    on = said.on if internal or said.on is None else said.on.replace(day=1)
    return PaperQuote(blocked(said.text), by, on)
