"""A prospect joins: in one step it becomes an organisation, or is one, and takes the place it was sought for."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.prospects import JoinProspect
from clusterdesk.domain.parsing.text import many_lines, one_line
from clusterdesk.domain.prospects.states import DAYS, can_join, state_of
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.prospects import ProspectState, ProspectStep
from clusterdesk.services.prospect_organisations import organisation_of
from clusterdesk.services.prospect_places import places_taken
from clusterdesk.services.prospects import live_prospect, steps_of
from clusterdesk.store.desk_store import Store


def join_prospect(store: Store, cmd: JoinProspect) -> OpResult[Organisation]:
    """Let a prospect join; one undo takes all of it back.

    Raises:
        KnownError: it joined already, an organisation like it is known and none was chosen, the day does not fit, or
            something lies in the bin.
    """
    prospect = live_prospect(store, cmd.prospect_id)
    steps, today = steps_of(store, prospect), store.clock.today()
    if not can_join(state_of(steps)):
        raise KnownError(
            "prospect_joined",
            N_("“{name}” joined already."),
            advice=N_("Open the organisation it became."),
            name=prospect.name,
        )
    on, by = cmd.on or today, one_line(cmd.by) or store.author
    DAYS.check_next(steps, on, today)
    organisation, changes = organisation_of(store, cmd, prospect)
    changes += places_taken(store, cmd, prospect, organisation.id, on)
    step = ProspectStep(
        prospect_id=prospect.id, state=ProspectState.JOINED, on=on, by=by, remark=many_lines(cmd.remark)
    )
    after = replace(prospect, organisation_id=organisation.id, next_step="", next_step_on=None)
    changes += [Insert(step), *differences(prospect, after)]
    return OpResult(organisation, store.apply(replace(cmd, name=prospect.name), changes))
