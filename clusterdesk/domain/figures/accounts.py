"""What annual accounts say of break-even: the result of the year without subsidies, before depreciation.

In the Belgian scheme of accounts (annual accounts of companies, Code of companies and associations) the operating
result, 9901, is after depreciation, 630, and holds the operating subsidies, 740. So

    core = operating result + depreciation − operating subsidies

which is what the months of a ledger are judged by: turnover less costs, without depreciation and subsidies. Abridged
schemes may leave out turnover, but not the operating result. A year with core below zero is a start below break-even.
"""

from decimal import Decimal

from clusterdesk.domain.records.figures import AnnualAccounts

_ZERO = Decimal(0)


def core_of_year(accounts: AnnualAccounts) -> Decimal | None:
    """Return the core of a financial year; None where it cannot be told.

    Without depreciation known a negative result may be positive before it: only one that is not negative then tells.
    """
    if accounts.operating_result is None:
        return None
    core = accounts.operating_result - (accounts.operating_subsidies or _ZERO)
    if accounts.depreciation is None and core < 0:
        return None
    return core + (accounts.depreciation or _ZERO)
