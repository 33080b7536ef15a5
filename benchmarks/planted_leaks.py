"""Every spelling of a name in every hiding place of a file: what a check finds and misses.

With a number N only each Nth is planted; all take several minutes.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from itertools import islice

from tests.planted import Outcome, every_plant, family_of, outcome_of

FUZZY_TARGET = 0.97


def main(step: int = 1) -> int:
    """Print the tables; give back 1 when a target is missed."""
    begun = time.perf_counter()
    told: Counter[tuple[str, str, Outcome]] = Counter()
    missed: list[str] = []
    sure: Counter[Outcome] = Counter()
    fuzzy: Counter[Outcome] = Counter()
    for plant in islice(every_plant(), 0, None, step):
        outcome = outcome_of(plant)
        told[family_of(plant.place), plant.maker.variant.value, outcome] += 1
        (fuzzy if plant.maker.is_fuzzy else sure)[outcome] += 1
        if outcome is not Outcome.FOUND:
            place = f"{plant.place.format[1:]}, {plant.place.name}"
            missed.append(f"{place}: {plant.maker.label}: {outcome.value}")
    print(f"{'files':12} {'spelling':42} {'planted':>8} {'found':>8} {'missed':>8}")
    for family, spelling in dict.fromkeys((key[0], key[1]) for key in told):
        numbers = [told[family, spelling, outcome] for outcome in Outcome]
        print(f"{family:12} {spelling:42} {sum(numbers):8} {numbers[0]:8} {sum(numbers[1:]):8}")
    print("\n".join(missed))
    for words, counted in (("exact and normalised", sure), ("fuzzy", fuzzy)):
        share = counted[Outcome.FOUND] / counted.total()
        print(f"{words}: {counted[Outcome.FOUND]} of {counted.total()} found, {share:.2%}")
    print(f"in {time.perf_counter() - begun:.0f} s")
    enough = fuzzy[Outcome.FOUND] >= FUZZY_TARGET * fuzzy.total()
    return int(not enough or sure[Outcome.FOUND] < sure.total())


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
