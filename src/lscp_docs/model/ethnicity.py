"""The broad ethnic groups of published statistics, and the codes that belong to each.

The codes are the main ones of the Department for Education’s approved list, read in a copy of it
(documentine.com, "Ethnicity codes - DfE Approved", in part); which group each belongs to was not
checked against the department’s own page. Nothing is read out of a description in words: a child
without a code that the list has is in no group.
"""

from lscp_docs.model.vocabulary import Term


class EthnicGroup(Term):
    """The broad groups in which the Department for Education publishes ethnicity."""

    WHITE = "white", "White"
    MIXED = "mixed", "Mixed or multiple ethnic groups"
    ASIAN = "asian", "Asian or Asian British"
    BLACK = "black", "Black, African, Caribbean or Black British"
    OTHER = "other", "other ethnic group"
    NOT_KNOWN = "not_known"


_CODES = {
    EthnicGroup.WHITE: ("WBRI", "WIRI", "WIRT", "WROM", "WOTH"),
    EthnicGroup.MIXED: ("MWBC", "MWBA", "MWAS", "MOTH"),
    EthnicGroup.ASIAN: ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    EthnicGroup.BLACK: ("BCRB", "BAFR", "BOTH"),
    EthnicGroup.OTHER: ("OOTH",),
}
_GROUPS = {code: group for group, codes in _CODES.items() for code in codes}


def group_of(code: str | None) -> EthnicGroup:
    """Return the broad group of a code; not known where there is none or the list lacks it."""
    return _GROUPS.get((code or "").strip().upper(), EthnicGroup.NOT_KNOWN)
