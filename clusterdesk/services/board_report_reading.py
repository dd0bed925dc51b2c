"""Reading what stands on the later pages of the report to the Advisory Board, cleared for its readers."""

from dataclasses import replace

from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.groups import Meeting, WorkingGroup
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.services import board_report_field as field
from clusterdesk.services.board_report_conditions import Clear, obtained_answers, vision_states
from clusterdesk.services.year_statistics import year_statistics
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.chains import ChainReader
from clusterdesk.store.queries.difficulties import DifficultyReader
from clusterdesk.store.queries.production import production_projects
from clusterdesk.store.queries.programme import ProgrammeReader
from clusterdesk.store.queries.prospects import prospect_counts


def with_field(store: Store, report: BoardReport, clear: Clear) -> BoardReport:
    """Return a report with its pages about the field: chains, the year, vision, difficulties, the programme."""
    day, edition = report.as_of, report.edition
    with store.read() as connection:
        chains = ChainReader(connection, day).views()
        projects = production_projects(connection).rows
        difficulties = DifficultyReader(connection).rows()
        programme = ProgrammeReader(connection)
        prospects = prospect_counts(connection, day)
        kinds, themes = programme.kinds_of(day.year, day), programme.themes_of(day.year + 1)
    groups, meetings = store.find(WorkingGroup), store.find(Meeting, revoked_on=None)
    files = store.find(CoachingFile, revoked_on=None)
    return replace(
        report,
        shares=field.track_shares(files, store.find(CoachingFileTrack), store.find(Track), day),
        chains=field.chain_states(chains, projects, groups, meetings, day),
        prospects=prospects,
        year=year_statistics(store, day.year, author=report.footer.author, edition=edition, until=day),
        visions=vision_states(store, day, edition, clear),
        difficulties=field.difficulty_themes(difficulties, day),
        answers=obtained_answers(difficulties, day, edition, clear),
        commitments=field.commitment_states(kinds, day),
        themes=field.ranked_themes(themes, {one.record.id: clear(one.record.title) for one in themes}),
    )
