"""Numbers that are telling by their pattern: NHS numbers and United Kingdom telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NHS = re.compile(r"(?<![\d.+/-])(?!0)\d{3}([ \-.]?)\d{3}\1\d{4}(?![\d/]|[.-]\d)")
_TELEPHONE = re.compile(
    r"(?<![\w.+/-])(?:(?:\+|00)\s?44(?:[\s\-.()]{0,2}\d){9,11}|\(?0[1-9](?:[\s\-.()]{0,2}\d){8,9})(?!\d)"
)


def has_valid_checksum(number: str) -> bool:
    """True when the tenth digit is the check digit of an NHS number (modulus 11)."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = (
        11
        - sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
        % 11
    )
    return rest % 11 == digits[9]


def nhs_numbers(letters: str) -> Iterator[tuple[int, int]]:
    """Yield the places of numbers in the pattern 3-3-4 with a valid check digit."""
    for found in _NHS.finditer(letters):
        if has_valid_checksum(found[0]):
            yield found.span()


def telephone_numbers(letters: str) -> Iterator[tuple[str, int, int]]:
    """Yield each telephone number in one form, with its place."""
    for found in _TELEPHONE.finditer(letters):
        yield (one_form(found[0]), *found.span())


def one_form(number: str) -> str:
    """Return the digits of a telephone number, beginning with 0 whatever way it is written."""
    digits = re.sub(r"\D", "", number)
    for abroad in ("00440", "0044", "440", "44"):
        if digits.startswith(abroad) and len(digits) - len(abroad) >= 9:
            return "0" + digits[len(abroad) :]
    return digits
