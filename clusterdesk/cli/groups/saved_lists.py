"""organisation list --saved: the organisations that a saved or a ready-made filter shows."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.context import Context
from clusterdesk.cli.filters import count
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.saved_filters import READY
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationOrder
from clusterdesk.domain.views.record_ref import RecordFilter, RecordPage


def add_option(parser: Parser, t: Translate) -> None:
    """Let a list of organisations be that of a filter."""
    parser.options.add_argument(
        "--saved",
        metavar=t("NAME"),
        help=t("those of a saved filter, or of a ready-made one: {names}", names=", ".join(READY)),
    )


def saved_page(context: Context, options: Namespace) -> tuple[RecordFilter, RecordPage]:
    """Return the page of a filter, in its order.

    Raises:
        WrongUseError: it is combined with other conditions, or there is no such filter.
    """
    from clusterdesk.services.list_views import list_organisations

    if options.filter or options.sort:
        raise WrongUseError(N_("--saved goes without --filter and --sort: the saved filter says both."))
    wanted, order = _meant(context, options.saved)
    store = context.desk.store
    ids = list_organisations(store, wanted, order)
    limit = None if options.limit is None else count("--limit", options.limit)
    offset = count("--offset", options.offset)
    chosen = ids[offset : None if limit is None else offset + limit]
    found = {one.id: one for one in store.find(Organisation, id=chosen)}
    page = RecordPage(len(ids), tuple(found[one] for one in chosen if one in found))
    return RecordFilter(limit=limit, offset=offset), page


def _meant(context: Context, name: str) -> tuple[OrganisationFilter, OrganisationOrder]:
    from clusterdesk.domain.records.lists import SavedFilter
    from clusterdesk.domain.saved_filters import filter_from, order_from
    from clusterdesk.services.saved_filters import own_profile

    desk, settings = context.desk, context.settings
    day, days, profile = desk.clock.today(), settings.silent_after_days, own_profile(desk.store, settings.profile_name)
    ready = READY.get(name.strip().lower().replace("_", "-"))
    if ready is not None:
        chosen = {ready.field: True}
        wanted = OrganisationFilter(day, silent_after_days=days, profile_id=profile, **chosen)  # type: ignore[arg-type]
        return wanted, OrganisationOrder()
    saved = desk.store.get(SavedFilter, references.target(context, name, "saved_filter"))
    return filter_from(saved.criteria, day, days, profile), order_from(saved.sort)
