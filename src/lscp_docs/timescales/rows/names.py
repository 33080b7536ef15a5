"""Names of bodies, reviews and systems, by date."""

from __future__ import annotations

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import (
    GENERAL_KNOWLEDGE,
    GOV_UK_2018,
    GOV_UK_LATER,
    GOV_UK_RENAMED,
    ICB,
    LEEDS_MINUTES,
    LEEDS_PROCESS,
    LEEDS_REVIEWS,
    REGULATIONS,
    SEFTON,
    STATUTE_2018,
    WT2015,
    WT2018,
    WT2023,
    day_before,
)

NAMES = (
    Citation(
        key="panel",
        text="National Child Safeguarding Practice Review Panel",
        source=f"{LEEDS_PROCESS}, 2.4",
        in_force=STATUTE_2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="panel",
        text="Child Safeguarding Practice Review Panel",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="review",
        text="serious case review",
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
    ),
    Citation(
        key="review",
        text="child safeguarding practice review",
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="review",
        text="local child safeguarding practice review",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="health-body",
        text="clinical commissioning group",
        source=f"{REGULATIONS}, explanatory note",
        in_force=STATUTE_2018,
        until=day_before(ICB),
        verified=False,
        note="The day on which it ended is general knowledge, not checked.",
    ),
    Citation(
        key="health-body",
        text="integrated care board",
        source=GENERAL_KNOWLEDGE,
        in_force=ICB,
        until=day_before(WT2023),
        verified=False,
        note=(
            "The day on which it began is general knowledge, not checked; the Leeds minutes name "
            "one in autumn 2023, and SI 2018/789 still says clinical commissioning group."
        ),
    ),
    Citation(
        key="health-body",
        text="integrated care board",
        source=f"{LEEDS_MINUTES}; Working Together 2023 briefings",
        in_force=WT2023,
    ),
    Citation(
        key="notification-system",
        text="Child Safeguarding Online Notification System",
        source=LEEDS_REVIEWS,
        in_force=WT2018,
        note="The words of Working Together 2018 and 2023.",
    ),
    Citation(
        key="notification-system-on-gov-uk",
        text="child safeguarding incident notification system",
        source=f"{GOV_UK_LATER}; childsafeguarding.education.gov.uk",
        in_force=WT2023,
        note="In use earlier; since when is not known.",
    ),
    Citation(
        key="notification-page",
        text="Report a serious child safeguarding incident",
        source=GOV_UK_2018,
        in_force=WT2018,
        until=day_before(GOV_UK_RENAMED),
        wording=Wording.SUMMARISED,
        note="Title taken from the page's address.",
    ),
    Citation(
        key="notification-page",
        text="Report the death or serious harm of a child or care leaver",
        source="lincolnshirechildcare, lbbdcs and calderdalechildcare pages on trixonline.co.uk",
        in_force=GOV_UK_RENAMED,
        note="Renamed by November 2025; the exact day is not known.",
    ),
    Citation(
        key="notification-guide",
        text="Serious Incident Notification: a guide for local authorities",
        source="lincolnshirechildcare, lbbdcs and calderdalechildcare pages on trixonline.co.uk",
        in_force=GOV_UK_RENAMED,
        note="Published by November 2025; the exact day is not known.",
    ),
    Citation(
        key="notifier-role",
        text="childsafeguarding notifier",
        source=GOV_UK_LATER,
        in_force=WT2023,
        note="The role that a person asks for when registering; since when is not known.",
    ),
)
