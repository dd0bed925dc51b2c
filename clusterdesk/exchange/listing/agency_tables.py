"""The tables of the open export: facts that can be counted, no free text, no person unless that was agreed.

Rows that are restricted are never among them, whatever was agreed; of what is internal only kind, state and dates are
told, without the organisation it is about.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.views.listing import Listing
from clusterdesk.exchange.listing import agency_outcomes, agency_work
from clusterdesk.exchange.listing.agency_facts import AgencyFacts, Rows

_ORGANISATION = N_("Organisation")
_CHAINS = N_("Value chains")
type Table = tuple[str, tuple[str, ...], Callable[[AgencyFacts], Rows]]

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "organisations": (
            N_("Organisations"),
            (
                N_("Name"),
                N_("Enterprise number"),
                N_("Kind"),
                _CHAINS,
                N_("Postcode"),
                N_("City"),
                N_("Membership"),
                N_("Since"),
            ),
            agency_work.organisations,
        ),
        "projects": (
            N_("Projects"),
            (N_("Title"), N_("Holder"), N_("Kind"), N_("Stage"), _CHAINS, N_("Started on")),
            agency_work.projects,
        ),
        "coaching": (
            N_("Coaching files"),
            (
                _ORGANISATION,
                N_("Opened on"),
                N_("Closed on"),
                N_("Tracks"),
                N_("Coaching actions"),
                N_("Last coaching action"),
            ),
            agency_work.coaching,
        ),
        "advice": (
            N_("One-off advice"),
            (N_("Date"), N_("Kind"), _CHAINS, N_("Minutes spent")),
            agency_outcomes.advice,
        ),
        "results": (
            N_("Results"),
            (
                _ORGANISATION,
                N_("Result"),
                N_("Effective date"),
                N_("Confirmed on"),
                N_("Validated on"),
                N_("Best evidence (0–4)"),
            ),
            agency_outcomes.results,
        ),
        "headcounts": (
            N_("Head counts"),
            (_ORGANISATION, N_("Date"), N_("FTE"), N_("Persons"), N_("Precision")),
            agency_outcomes.headcounts,
        ),
        "referrals": (
            N_("Orientations"),
            (
                N_("Kind of orientation"),
                N_("Countries"),
                _CHAINS,
                N_("Receiving team"),
                N_("State"),
                N_("Handed over on"),
                N_("Decided on"),
                N_("Outcome"),
                N_("Date of the outcome"),
                N_("Value of the outcome"),
                N_("Currency"),
            ),
            agency_outcomes.referrals,
        ),
        "difficulties": (
            N_("Difficulties"),
            (
                N_("Theme"),
                N_("Severity"),
                N_("State"),
                N_("Noted on"),
                N_("Sent on"),
                N_("Answered on"),
                N_("Closed on"),
                N_("Organisations"),
            ),
            agency_outcomes.difficulties,
        ),
    }
)


def agency_listing(facts: AgencyFacts, key: str) -> Listing:
    """Return one of the tables by its key; KeyError for another."""
    title, headings, build = TABLES[key]
    t = facts.t
    return Listing(key, t(title), tuple(t(heading) for heading in headings), tuple(build(facts)))
