"""What law and guidance say of rapid reviews and practice reviews."""

from __future__ import annotations

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import (
    CAMBS,
    GENERAL_KNOWLEDGE,
    LEEDS_PROCESS,
    LEEDS_REVIEWS,
    MONTH_ONLY,
    PANEL_2025,
    PANEL_FAQ,
    REGULATIONS,
    SEFTON,
    STATUTE_2018,
    WT2015,
    WT2018,
    WT2023,
    day_before,
)

REVIEWING = (
    Citation(
        key="review-arrangements",
        text=(
            "safeguarding partners must make arrangements to identify and review serious child "
            "safeguarding cases which, in their view, raise issues of importance in relation to "
            "their area. They must commission and oversee the review of those cases, where they "
            "consider it appropriate for a review to be undertaken"
        ),
        source=f"{LEEDS_PROCESS}, 2.1",
        in_force=WT2018,
        until=day_before(WT2023),
        reference="Working Together to Safeguard Children 2018, chapter 4.7",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="review-purpose",
        text=(
            "The purpose of reviews of serious child safeguarding cases, at both local and "
            "national level, is to identify improvements to be made to safeguard and promote the "
            "welfare of children. Learning is relevant locally, but it has a wider importance for "
            "all practitioners working with children and families and for the government and "
            "policy-makers. Understanding whether there are systemic issues, and whether and how "
            "policy and practice need to change, is critical to the system being dynamic and "
            "self-improving."
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
        reference="Working Together to Safeguard Children 2018",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="rapid-review-duty",
        text=(
            "Once a SIN has been submitted, a rapid review is required unless it is subsequently "
            "determined that the case does not meet the criteria"
        ),
        source=PANEL_FAQ,
        in_force=WT2018,
        reference="Child Safeguarding Practice Review Panel, frequently asked questions",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="rapid-review-time-limit",
        text="within 15 working days of the notification being sent to the Panel",
        source=CAMBS,
        in_force=WT2018,
        wording=Wording.SUMMARISED,
        note="An expectation of guidance, not of statute.",
    ),
    Citation(
        key="rapid-review-purpose-facts",
        text=(
            "gather the facts about the case, as far as they can be readily established at the time"
        ),
        source=f"{SEFTON}; {LEEDS_REVIEWS}",
        in_force=WT2018,
    ),
    Citation(
        key="rapid-review-purpose-safety",
        text=(
            "discuss whether there is any immediate action needed to ensure children’s safety and "
            "share any learning appropriately"
        ),
        source=f"{SEFTON}; {LEEDS_REVIEWS}",
        in_force=WT2018,
    ),
    Citation(
        key="rapid-review-purpose-improvements",
        text=(
            "consider the potential for identifying improvements to safeguard and promote the "
            "welfare of children"
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="rapid-review-purpose-improvements",
        text=(
            "identify immediate learning and consider the potential for identifying improvements "
            "to safeguard and promote the welfare of children"
        ),
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="rapid-review-purpose-next-steps",
        text=(
            "decide what steps they should take next, including whether or not to undertake a "
            "child safeguarding practice review"
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="rapid-review-purpose-next-steps",
        text=(
            "decide what steps they should take next, including whether to undertake a local Child "
            "Safeguarding Practice Review"
        ),
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="rapid-review-purpose-agencies",
        text="set out each agency’s involvement and analyse the key practice episodes",
        source=CAMBS,
        in_force=PANEL_2025,
        wording=Wording.SUMMARISED,
        note=f"From a list based on the Panel's guidance of June 2025. {MONTH_ONLY}",
    ),
    Citation(
        key="rapid-review-purpose-context",
        text=(
            "consider the context of children’s and families’ lives, including how racism and "
            "inequalities linked to protected characteristics, including disability, may have "
            "influenced experiences and practice"
        ),
        source=CAMBS,
        in_force=PANEL_2025,
        wording=Wording.SUMMARISED,
        note=f"From a list based on the Panel's guidance of June 2025. {MONTH_ONLY}",
    ),
    Citation(
        key="review-local-decision",
        text=(
            "Meeting the criteria does not mean that safeguarding partners must automatically "
            "carry out a local child safeguarding practice review."
        ),
        source=SEFTON,
        in_force=WT2018,
    ),
    Citation(
        key="review-decision-transparent",
        text=(
            "Decisions on whether to undertake reviews should be made transparently and the "
            "rationale communicated appropriately, including to families."
        ),
        source=SEFTON,
        in_force=WT2018,
    ),
    Citation(
        key="regulation-11-a",
        text="improvements needed, including those previously identified",
        source=f"{REGULATIONS}, regulation 11",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 11",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="regulation-11-b",
        text="recurrent themes",
        source=f"{REGULATIONS}, regulation 11",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 11",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="regulation-11-c",
        text="concerns regarding two or more agencies working together",
        source=f"{REGULATIONS}, regulation 11",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 11",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="regulation-11-d",
        text="the Panel considered a local review more appropriate",
        source=f"{REGULATIONS}, regulation 11",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 11",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="national-importance",
        text="complex or of national importance",
        source="legislation.gov.uk Children Act 2004, section 16B",
        in_force=STATUTE_2018,
        reference="Children Act 2004, section 16B(1)",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="regulation-3-a",
        text=(
            "highlights or may highlight improvements needed to safeguard and promote the welfare "
            "of children, including where those improvements have been previously identified"
        ),
        source=f"{REGULATIONS}, as made",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 3(a)",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="regulation-3-b",
        text=(
            "raises or may raise issues requiring legislative change or changes to guidance issued "
            "under or further to any enactment"
        ),
        source=f"{REGULATIONS}, as made",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 3(b)",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="regulation-3-c",
        text=(
            "highlights or may highlight recurrent themes in the safeguarding and promotion of the "
            "welfare of children"
        ),
        source=f"{REGULATIONS}, as made",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 3(c)",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="reviewer-rules",
        text="the selection and removal of reviewers",
        source=GENERAL_KNOWLEDGE,
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulations 12 and 13",
        wording=Wording.SUMMARISED,
        verified=False,
    ),
    Citation(
        key="reviewer-independence",
        text=(
            "The LSCB Business Manager who completes the Rapid Review is Independent. The Chair of "
            "Sefton LSCB who makes the final decision is independent, as is the commissioned "
            "author of the report."
        ),
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
        wording=Wording.SUMMARISED,
        note="Sefton's own practice in serious case reviews; a footnote mark is left out.",
    ),
    Citation(
        key="review-monitoring",
        text=(
            "monitor at regular intervals the time that the review takes and its quality; requests "
            "to the reviewer for information or a draft are made in writing"
        ),
        source=f"{REGULATIONS}, regulation 14",
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 14",
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="final-report-content",
        text="recommended improvements and an analysis of systemic or underlying reasons",
        source=GENERAL_KNOWLEDGE,
        in_force=STATUTE_2018,
        reference="SI 2018/789, regulation 15",
        wording=Wording.SUMMARISED,
        verified=False,
    ),
    Citation(
        key="six-months",
        text="It is an expectation that Serious Case Reviews are completed within 6 months.",
        source=SEFTON,
        in_force=WT2015,
    ),
    Citation(
        key="panel-copy",
        text=(
            "The National Child Safeguarding Practice Review Panel is sent a copy of the final "
            "Report at least seven working days before the date of publication."
        ),
        source=SEFTON,
        in_force=WT2018,
    ),
)
