"""Names as they are compared: capitals, accents, spaces and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata

from lscp_docs.model.partnership import Agency, Partnership


def plain_name(written: str) -> str:
    """Give the letters and digits of a name in small letters: “Zoë O’Marlowe” is zoeomarlowe."""
    plain = unicodedata.normalize("NFKD", written.replace("&", " and ")).casefold()
    return re.sub(r"[\W_]+", "", plain)


def agency_named(written: str, partnership: Partnership) -> Agency | None:
    """Give the agency whose key or name this is; None where none has it."""
    wanted = plain_name(written)
    for agency in partnership.agencies:
        if wanted in (plain_name(agency.name), plain_name(agency.key)):
            return agency
    return None


def key_of_agency(written: str, partnership: Partnership) -> str:
    """Give the key of the agency that has this key or name; empty where none has it."""
    agency = agency_named(written, partnership)
    return agency.key if agency is not None else ""
