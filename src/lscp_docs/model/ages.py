"""The age bands in which public documents and published tables tell an age."""

AGE_BANDS = (
    (1, "under 1"),
    (3, "1 to 2"),
    (6, "3 to 5"),
    (11, "6 to 10"),
    (16, "11 to 15"),
    (18, "16 to 17"),
    (25, "18 to 24"),
)
"""Upper bound in full years and the words of each band; nobody older is counted as a child."""


def band_of(years: int) -> str:
    """Return the words of the band that an age in full years belongs to; the last one takes all."""
    return next((words for upper, words in AGE_BANDS if years < upper), AGE_BANDS[-1][1])
