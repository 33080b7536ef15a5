"""A figure: a number that knows what it counts, in which period, of how many, and which cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lscp_docs.register.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of a report, with everything that it stands on.

    `value` is None where the number is not available, which is not 0. `cases` are the references
    of the cases counted, sorted; `among` those of the cases of which it is a share, None where it
    is no share of anything. Where one case counts more than once, as with actions, `value` and
    `denominator` are larger than the lists are long; figures of training count no cases at all, and
    cite those whose learning was taught. `is_about` when the number is an estimate.
    """

    key: str
    words: str
    value: int | None
    definition: str
    period: Period
    denominator: int | None = None
    cases: tuple[str, ...] = ()
    among: tuple[str, ...] | None = None
    is_about: bool = False

    @property
    def told(self) -> str:
        """The number as a report tells it: 539, about 1,000, or not available."""
        if self.value is None:
            return "not available"
        return f"about {self.value:,}" if self.is_about and self.value else f"{self.value:,}"

    @property
    def percent(self) -> float | None:
        """The share in percent, to one decimal place; None where there is nothing to share."""
        if self.value is None or not self.denominator:
            return None
        # In whole numbers, halves upwards: 1 of 16 is 6.3, whatever a float makes of 6.25.
        return (2000 * self.value // self.denominator + 1) // 2 / 10

    def cites(self, reference: str) -> bool:
        """True when the case stands behind the value or the denominator."""
        return reference in self.cases or reference in (self.among or ())


def counted(
    key: str,
    words: str,
    definition: str,
    period: Period,
    *,
    cases: Iterable[str],
    among: Iterable[str] | None = None,
) -> Figure:
    """Return the figure that counts cases; none of them is 0, a figure like any other."""
    counted_cases = tuple(sorted(cases))
    whole = None if among is None else tuple(sorted(among))
    return Figure(
        key=key,
        words=words,
        value=len(counted_cases),
        definition=definition,
        period=period,
        denominator=None if whole is None else len(whole),
        cases=counted_cases,
        among=whole,
    )
