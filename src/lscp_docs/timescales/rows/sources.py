"""The days on which rules changed, and the sources that rows were read in, each named once."""

from __future__ import annotations

import datetime as dt

WT2015 = dt.date(2015, 3, 26)
STATUTE_2018 = dt.date(2018, 6, 29)
"""The duty to notify the Panel took effect, the day after SI 2018/789 was made."""
WT2018 = dt.date(2018, 7, 4)
WT2023 = dt.date(2023, 12, 15)
PANEL_2019 = dt.date(2019, 4, 1)
PANEL_2022 = dt.date(2022, 9, 1)
PANEL_2025 = dt.date(2025, 6, 1)
ICB = dt.date(2022, 7, 1)
GOV_UK_RENAMED = dt.date(2025, 11, 1)


def day_before(day: dt.date) -> dt.date:
    """Return the last day of the row that ends when another begins."""
    return day - dt.timedelta(days=1)


LEEDS_PROCESS = "Leeds SCP notification process report"
LEEDS_MINUTES = "Leeds scrutiny board minutes"
LEEDS_REVIEWS = "Leeds SCP reviews page"
SEFTON = "Sefton review activity report"
LEEDS_EXECUTIVE = "Leeds Executive Board report"
REGULATIONS = "legislation.gov.uk SI 2018/789"
STATISTICS_METHOD = "explore-education-statistics, serious incident notifications methodology"
GOV_UK_LATER = "gov.uk/guidance/report-a-serious-child-safeguarding-incident (later version)"
GOV_UK_2018 = "gov.uk/guidance/report-a-serious-child-safeguarding-incident (2018 version)"
SCHEDULE_12A = "legislation.gov.uk Local Government Act 1972, Schedule 12A (21 April 2022)"
PANEL_FAQ = "childsafeguarding.independent-panel.uk/about/faqs"
CAMBS = "safeguardingcambspeterborough.org.uk, serious case reviews and CSPR guidance"
TEES = "teescpp.org.uk serious child safeguarding incidents protocol"
GENERAL_KNOWLEDGE = "general knowledge, not checked"

SI_TITLE = "The Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018"
MONTH_ONLY = "The source gives the month alone; the first of it stands here."
