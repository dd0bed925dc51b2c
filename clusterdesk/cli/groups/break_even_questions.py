"""breakeven target, mix and steps: what must be sold, starting from the last complete period of a ledger."""

from argparse import Namespace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.break_even_reference import break_even_meant, of_ledger
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.break_even_plan import add_numbers, assumptions_meant
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.breakeven.given import plain
from clusterdesk.domain.breakeven.questions import Footing, Product, Step, footing_of
from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.domain.parsing.numbers import MONEY_UNITS, parse_decimal

if TYPE_CHECKING:
    from clusterdesk.services.break_even_question_words import QuestionWords

_USUAL_TAX = "25"
_NO_LIMIT = "-"


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the questions of a company's table."""
    target = actions.add("target", t("what must be sold in a year to keep a result after tax"), wanted)
    target.options.add_argument("--result", metavar=t("AMOUNT"), required=True, help=t("to keep a year, after tax"))
    target.options.add_argument(
        "--tax", metavar="%", default=_USUAL_TAX, help=t("tax rate in percent; 25 where it is not given")
    )
    products = actions.add("mix", t("what must be sold of several products to cover the fixed charges"), mix)
    products.options.add_argument(
        "--product",
        nargs=4,
        action="append",
        required=True,
        metavar=(t("NAME"), t("SHARE"), t("PRICE"), t("VARIABLE")),
        help=t("a product: its share of the units sold, price and variable charges of a unit; once for each"),
    )
    steps = actions.add("steps", t("from which volume on fixed charges that rise in steps are covered"), stepped)
    steps.options.add_argument(
        "--step",
        nargs=2,
        action="append",
        required=True,
        metavar=(t("UP-TO"), t("EXTRA")),
        help=t("up to a volume (- for the last: without limit) so much is added to the fixed charges; once for each"),
    )
    for action in (target, products, steps):
        of_ledger(action, t)
        add_numbers(action, t, Input.PRICE, Input.VARIABLE_COST, Input.FIXED_COSTS)


def wanted(context: Context, options: Namespace) -> Answer:
    """Answer what a result after tax takes."""
    from clusterdesk.domain.breakeven.questions import wanted_result

    net, tax = _number(options.result, "--result"), _number(options.tax, "--tax")
    footing, words = _footing(context, options)
    found = wanted_result(footing, net, tax)
    document = {
        **_document(footing),
        "result": plain(found.net),
        "tax": plain(found.tax),
        "before_tax": plain(found.before_tax),
        "units": found.units,
        "revenue": _text(found.revenue),
        "revenue_now": plain(found.now),
    }
    return _answer(document, found.messages, words.wanted(found), words)


def mix(context: Context, options: Namespace) -> Answer:
    """Answer what several products take."""
    from clusterdesk.domain.breakeven.questions import product_mix

    products = [Product(name, *(_number(text, "--product") for text in numbers)) for name, *numbers in options.product]
    footing, words = _footing(context, options)
    found = product_mix(footing.fixed, products)
    document = {
        **_document(footing),
        "weighted_margin": plain(found.margin),
        "units": found.units,
        "products": [{"name": name, "units": units} for name, units in found.each],
        "revenue": _text(found.revenue),
    }
    return _answer(document, found.messages, words.mix(found), words)


def stepped(context: Context, options: Namespace) -> Answer:
    """Answer from which volume on each step of fixed costs pays."""
    from clusterdesk.domain.breakeven.questions import stepped_costs

    steps = [
        Step(None if end.strip() == _NO_LIMIT else _volume(end), _number(extra, "--step"))
        for end, extra in options.step
    ]
    footing, words = _footing(context, options)
    found = stepped_costs(footing, steps)
    document = {
        **_document(footing),
        "steps": [
            {"from": one.start, "up_to": one.end, "fixed_costs": plain(one.fixed), "break_even": one.first}
            for one in found.zones
        ],
        "result_now": _text(found.result),
    }
    return _answer(document, found.messages, words.steps(found), words)


def _footing(context: Context, options: Namespace) -> "tuple[Footing, QuestionWords]":
    """Return what the ledger starts from, and who says the answer."""
    from clusterdesk.services.break_even_question_words import QuestionWords

    view = break_even_meant(context, options)
    base = assumptions_meant(context, options, view.today_base)
    footing = footing_of(base, view.judged)
    return footing, QuestionWords(context.t, context.formats, view.currency, footing)


def _document(footing: Footing) -> dict[str, Any]:
    return {
        "per_unit": footing.per_unit,
        "price": plain(footing.price),
        "variable_cost": plain(footing.variable),
        "fixed_costs": plain(footing.fixed),
        "volume": plain(footing.volume),
        "periods_a_year": footing.a_year,
    }


def _answer(
    document: dict[str, Any], messages: tuple[Any, ...], sentences: tuple[str, ...], words: "QuestionWords"
) -> Answer:
    document |= {"sentences": list(sentences), "messages": [one.value for one in messages]}
    return Answer(document, [Lines([*sentences, words.footing()])])


def _number(text: str, flag: str) -> Decimal:
    parsed = parse_decimal(text.strip().removesuffix("%"), units=MONEY_UNITS)
    if parsed.value is None or not parsed.clean:
        raise WrongUseError(N_("{flag}: “{text}” is not a number."), flag=flag, text=text[:40])
    return parsed.value


def _volume(text: str) -> int:
    volume = _number(text, "--step")
    if volume != volume.to_integral_value():
        raise WrongUseError(N_("{flag}: “{text}” is not a number."), flag="--step", text=text[:40])
    return int(volume)


def _text(value: Fraction | None) -> str | None:
    return plain(value) if value is not None else None
