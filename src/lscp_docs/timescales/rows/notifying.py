"""What law and guidance say of notifying."""

from __future__ import annotations

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import (
    GENERAL_KNOWLEDGE,
    GOV_UK_2018,
    GOV_UK_LATER,
    GOV_UK_RENAMED,
    LEEDS_PROCESS,
    LEEDS_REVIEWS,
    STATISTICS_METHOD,
    STATUTE_2018,
    WT2018,
    WT2023,
    day_before,
)

NOTIFYING = (
    Citation(
        key="notification-statute",
        text=(
            "Where a local authority in England knows or suspects that a child has been abused or "
            "neglected, the local authority must notify the Child Safeguarding Practice Review "
            "Panel if (a) the child dies or is seriously harmed in the local authority’s area, or "
            "(b) while normally resident in the local authority’s area, the child dies or is "
            "seriously harmed outside England."
        ),
        source=f"wirralsafeguarding.co.uk notifiable incidents; {STATISTICS_METHOD}",
        in_force=STATUTE_2018,
        reference="Children Act 2004, section 16C(1)",
        note="Both pages give these words; one runs in a remark of its own after “Review”.",
    ),
    Citation(
        key="criterion-location",
        text=(
            "in the local authority’s area, or outside England while normally resident in the "
            "local authority’s area"
        ),
        source=f"wirralsafeguarding.co.uk notifiable incidents; {STATISTICS_METHOD}",
        in_force=STATUTE_2018,
        reference="Children Act 2004, section 16C(1)",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="notification-duty",
        text="the duty to notify events to the Panel rests with the local authority",
        source=f"{LEEDS_PROCESS}, 2.2",
        in_force=WT2018,
        until=day_before(WT2023),
        reference="Working Together to Safeguard Children 2018, chapter 4.14",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="notification-duty",
        text="the local authority performs this duty on behalf of the safeguarding partners",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
        reference="Working Together to Safeguard Children 2023",
    ),
    Citation(
        key="notification-time-limit",
        text=(
            "all notifications to the National Child Safeguarding Practice Review Panel must be "
            "made within 5 working days of the local authority being made aware of the incident"
        ),
        source=f"{LEEDS_PROCESS}, footnote 6",
        in_force=WT2018,
        until=day_before(WT2023),
        reference="Working Together 2018",
    ),
    Citation(
        key="notification-time-limit",
        text="It should do so within five working days of becoming aware it has occurred.",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
        reference="Working Together to Safeguard Children 2023",
    ),
    Citation(
        key="outside-the-area",
        text=(
            "This includes those children that maybe temporarily outside the local authority’s "
            "area in which they usually reside."
        ),
        source=LEEDS_REVIEWS,
        in_force=WT2023,
        note="“maybe” is the source's.",
    ),
    Citation(
        key="unborn-children",
        text="can include unborn children",
        source="lincolnshirechildcare.trixonline.co.uk death or serious injury",
        in_force=GOV_UK_RENAMED,
        reference="Report the death or serious harm of a child or care leaver",
    ),
    Citation(
        key="notification-children",
        text=(
            "A separate form for each child that died; one form for serious harm to siblings; "
            "separate forms for children who are not siblings; one form with a main child for a "
            "large operation against child sexual exploitation."
        ),
        source=GOV_UK_2018,
        in_force=WT2018,
        until=day_before(WT2023),
        wording=Wording.SUMMARISED,
        verified=False,
        note="The rule is the page's; the day on which it ended is not known.",
    ),
    Citation(
        key="notification-children",
        text=(
            "One notification for each incident, with details of up to 4 children; further "
            "children in the further information."
        ),
        source=GOV_UK_LATER,
        in_force=WT2023,
        wording=Wording.SUMMARISED,
        note="In force earlier; since when is not known.",
    ),
    Citation(
        key="looked-after-child-death",
        text=(
            "The local authority must also notify the Secretary of State and Ofsted where a looked "
            "after child has died, whether or not abuse or neglect is known or suspected."
        ),
        source="wirralsafeguarding.co.uk notifiable incidents",
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="looked-after-child-death",
        text=(
            "The local authority has a separate duty to notify the DfE and Ofsted when a looked "
            "after child dies, up to and including the age of 24 (in accordance with its leaving "
            "care duties)."
        ),
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="care-leaver-death",
        text="up to and including the age of 24",
        source=f"{LEEDS_REVIEWS}; safeguardingchildren.co.uk death of a care leaver guide",
        in_force=WT2023,
        note="Read as before the 25th birthday; one council says up to age 25.",
    ),
    Citation(
        key="looked-after-child-review",
        text=(
            "There is no automatic requirement for a local child safeguarding practice review, "
            "unless the criteria are met. However local partners may convene a local review if "
            "they think learning may be gained."
        ),
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="no-panel-consideration",
        text=(
            "The Panel does not consider the death of a looked-after child where abuse or neglect "
            "is neither known nor suspected."
        ),
        source=GOV_UK_LATER,
        in_force=WT2023,
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="care-leaver-rapid-review",
        text=(
            "No rapid review is required for the death of a care leaver; for a care leaver under "
            "18 the criteria for a serious incident must be considered."
        ),
        source="sloughchildcare.proceduresonline.com serious incident procedure",
        in_force=WT2023,
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="care-leaver-status",
        text="eligible, relevant, former relevant or qualifying",
        source=GENERAL_KNOWLEDGE,
        in_force=WT2023,
        wording=Wording.SUMMARISED,
        verified=False,
    ),
)
