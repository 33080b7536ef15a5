"""The criteria of a serious case, and how the decision to notify is made."""

from __future__ import annotations

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import (
    LEEDS_MINUTES,
    LEEDS_PROCESS,
    SEFTON,
    STATISTICS_METHOD,
    STATUTE_2018,
    TEES,
    WT2015,
    WT2018,
    WT2023,
    day_before,
)

CRITERIA = (
    Citation(
        key="serious-case",
        text=(
            "(a) abuse or neglect of a child is known or suspected; and (b) either — (i) the child "
            "has died; or (ii) the child has been seriously harmed and there is cause for concern "
            "as to the way in which the authority, their Board partners or other relevant persons "
            "have worked together to safeguard the child."
        ),
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
        reference="Working Together to Safeguard Children 2015",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="serious-case",
        text=(
            "abuse or neglect of a child is known or suspected and the child has died or been "
            "seriously harmed"
        ),
        source=f"{LEEDS_PROCESS}, footnote 3",
        in_force=WT2018,
        until=day_before(WT2023),
        reference="Working Together to Safeguard Children 2018",
    ),
    Citation(
        key="serious-case",
        text=(
            "abuse or neglect of a child is known or suspected and the child has died or been "
            "seriously harmed"
        ),
        source=TEES,
        in_force=WT2023,
        reference="Working Together to Safeguard Children 2023, chapter 5",
    ),
    Citation(
        key="criterion-abuse",
        text="abuse or neglect of a child is known or suspected",
        source=f"{SEFTON}; {TEES}",
        in_force=WT2015,
    ),
    Citation(
        key="criterion-outcome",
        text=(
            "either the child has died, or the child has been seriously harmed and there is cause "
            "for concern as to the way in which the authority, their Board partners or other "
            "relevant persons have worked together to safeguard the child"
        ),
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="criterion-outcome",
        text="the child has died or been seriously harmed",
        source=f"{LEEDS_PROCESS}, footnote 3; {TEES}",
        in_force=WT2018,
    ),
    Citation(
        key="serious-harm",
        text=(
            "Serious harm includes but is not limited to, serious and/or long-term impairment of a "
            "child’s mental or physical health or intellectual, emotional, social or behavioural "
            "development."
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="serious-harm",
        text=(
            "Serious harm includes (but is not limited to) serious and/or long-term impairment of "
            "a child’s mental health or intellectual, emotional, social or behavioural development."
        ),
        source=TEES,
        in_force=WT2023,
    ),
    Citation(
        key="serious-harm-physical",
        text="It also covers impairment of physical health.",
        source=STATISTICS_METHOD,
        in_force=STATUTE_2018,
    ),
    Citation(
        key="serious-harm-long-term",
        text=(
            "This should include cases where impairment is likely to be long-term, even if this is "
            "not immediately certain."
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="serious-harm-long-term",
        text=(
            "When making decisions, judgement should be exercised in cases where impairment is "
            "likely to be long-term, even if this is not immediately certain."
        ),
        source=TEES,
        in_force=WT2023,
    ),
    Citation(
        key="serious-harm-recovery",
        text=(
            "Even if a child recovers, including from a one-off incident, serious harm may still "
            "have occurred."
        ),
        source=TEES,
        in_force=WT2023,
    ),
    Citation(
        key="harm-by-a-child",
        text="This may include cases where a child has caused serious harm to someone else.",
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
)

DECIDING = (
    Citation(
        key="decision-principles",
        text=(
            "having regard to public law principles including, but not limited to, applying the "
            "statutory criteria, taking into account all relevant information, and ignoring "
            "irrelevant considerations"
        ),
        source=f"{LEEDS_PROCESS}, 2.2",
        in_force=WT2018,
        note="Legal advice to Leeds SCP.",
    ),
    Citation(
        key="partner-views",
        text=(
            "in making that decision it is an integral part of the decision-making process that "
            "they are informed and guided by the views of statutory partners"
        ),
        source=f"{LEEDS_PROCESS}, 2.3",
        in_force=WT2018,
        note="Legal advice to Leeds SCP.",
    ),
    Citation(
        key="decision-not-delegated",
        text=(
            "There are no provisions within the legislation which permit a local authority to "
            "delegate this statutory duty to partners. The local authority remains accountable in "
            "law for the decisions made."
        ),
        source=f"{LEEDS_PROCESS}, 2.3",
        in_force=WT2018,
        note="Legal advice to Leeds SCP; the reason why option 2, a vote, is refused.",
    ),
    Citation(
        key="non-notification-rationale",
        text=(
            "where there is disagreement in relation to decision making, the rationale for the "
            "decision will be provided in writing to all RAG members by the Local Authority within "
            "the five-day notification timescale. This will then be provided to the LSCP Executive "
            "for noting."
        ),
        source=f"{LEEDS_PROCESS}, 3.7",
        in_force=WT2018,
        note="Leeds' own rule.",
    ),
    Citation(
        key="notification-rationale",
        text=(
            "If the decision is to notify to the national panel rationale for this decision is "
            "also provided."
        ),
        source=LEEDS_MINUTES,
        in_force=WT2018,
        note="Leeds' own rule.",
    ),
    Citation(
        key="option-3-letter",
        text=(
            "If no consensus, then the Local Authority maintain their position on notification but "
            "write to the National Safeguarding Practice Review Panel, LSCP Exec, Exec Lead for "
            "Children and Families and Scrutiny Chair with a rationale for the decision and "
            "commitment to initiate a learning process agreed by the LSCP Executive."
        ),
        source=f"{LEEDS_PROCESS}, 3.4, option 3",
        in_force=WT2018,
        note="Considered in Leeds and not adopted: option 1 was.",
    ),
)
