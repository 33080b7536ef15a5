"""Titles of law and guidance, by date."""

from __future__ import annotations

from lscp_docs.timescales.citation import Citation, Wording
from lscp_docs.timescales.rows.sources import (
    CAMBS,
    LEEDS_PROCESS,
    LEEDS_REVIEWS,
    MONTH_ONLY,
    PANEL_2019,
    PANEL_2022,
    PANEL_2025,
    REGULATIONS,
    SEFTON,
    SI_TITLE,
    STATUTE_2018,
    TEES,
    WT2015,
    WT2018,
    WT2023,
    day_before,
)

TITLES = (
    Citation(
        key="working-together",
        text="Working Together to Safeguard Children 2015",
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
    ),
    Citation(
        key="working-together",
        text="Working Together to Safeguard Children 2018",
        source=f"{LEEDS_PROCESS}, 2.1",
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="working-together",
        text="Working Together to Safeguard Children 2023",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
    ),
    Citation(
        key="working-together-short",
        text="Working Together 2015",
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2018),
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="working-together-short",
        text="Working Together 2018",
        source=f"{LEEDS_PROCESS}, footnote 6",
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="working-together-short",
        text="Working Together 2023",
        source=LEEDS_REVIEWS,
        in_force=WT2023,
        wording=Wording.SUMMARISED,
    ),
    Citation(
        key="working-together-full-title",
        text=(
            "Working Together to Safeguard Children: a guide to inter-agency working to safeguard "
            "and promote the welfare of children (Department for Education, 2018)"
        ),
        source=SEFTON,
        in_force=WT2018,
        until=day_before(WT2023),
    ),
    Citation(
        key="learning-chapter",
        text="chapter 4",
        source=SEFTON,
        in_force=WT2015,
        until=day_before(WT2023),
        wording=Wording.SUMMARISED,
    ),
    Citation(key="learning-chapter", text="chapter 5", source=TEES, in_force=WT2023),
    Citation(
        key="children-act", text="Children Act 2004", source=LEEDS_REVIEWS, in_force=STATUTE_2018
    ),
    Citation(
        key="review-regulations",
        text=SI_TITLE,
        source=REGULATIONS,
        in_force=STATUTE_2018,
        reference="SI 2018/789",
        wording=Wording.QUOTED,
    ),
    Citation(
        key="panel-guidance",
        text="Child Safeguarding Practice Review Panel: practice guidance (April 2019)",
        source="Panel practice guidance, title page (vdocuments.site copy)",
        in_force=PANEL_2019,
        until=day_before(PANEL_2022),
        note=MONTH_ONLY,
    ),
    Citation(
        key="panel-guidance",
        text=(
            "Child Safeguarding Practice Review Panel guidance for safeguarding partners "
            "(September 2022)"
        ),
        source=f"{LEEDS_PROCESS}, 3.9 and footnote 10",
        in_force=PANEL_2022,
        until=day_before(PANEL_2025),
        note=MONTH_ONLY,
    ),
    Citation(
        key="panel-guidance",
        text="Child Safeguarding Practice Review Panel guidance (June 2025)",
        source=CAMBS,
        in_force=PANEL_2025,
        wording=Wording.SUMMARISED,
        note=f"{MONTH_ONLY} The exact title of this edition was not seen.",
    ),
    Citation(
        key="sudic-guidance",
        text="Sudden unexpected death in infancy and childhood (2016)",
        source=f"{LEEDS_PROCESS}, footnote 5",
        in_force=WT2018,
        reference="The Royal College of Paediatrics and Child Health",
        wording=Wording.SUMMARISED,
    ),
)
