"""Every hiding place of a finished file, with a maker of a file that hides a secret there."""

from __future__ import annotations

from tests.hiding import HidingPlace as HidingPlace
from tests.hiding_elsewhere import ELSEWHERE
from tests.hiding_in_pdf import IN_PDF
from tests.hiding_in_sheets import IN_SHEETS
from tests.hiding_in_word import IN_WORD

HIDING_PLACES: tuple[HidingPlace, ...] = (*IN_WORD, *IN_PDF, *IN_SHEETS, *ELSEWHERE)
