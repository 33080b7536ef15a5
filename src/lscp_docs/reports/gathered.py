"""Everything that a report is made of, read from the home folder: cases, report.toml, training."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from lscp_docs.casefile.all_cases import from_cases
from lscp_docs.casefile.case_folder import load_partnership
from lscp_docs.casefile.published_tables import published_tables
from lscp_docs.casefile.report_file import ReportFolder, report_folder
from lscp_docs.casefile.returns_file import returns_of
from lscp_docs.casefile.training_file import load_training
from lscp_docs.disclosure.hidden import HiddenOfCase
from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.parts.tracked_actions import AsWritten, told_action
from lscp_docs.forms.identity import NO_CASE
from lscp_docs.model.answers.asked import Answers
from lscp_docs.model.partnership import Agency, Partnership
from lscp_docs.model.returned import Return
from lscp_docs.model.training import Training
from lscp_docs.register.action_changes import changes
from lscp_docs.register.action_measures import ActionFigure, action_defects, action_figures
from lscp_docs.register.briefing_measures import briefing_figures
from lscp_docs.register.characteristics import ReportTables, suppressed_tables
from lscp_docs.register.durations import claims
from lscp_docs.register.figures import Figure
from lscp_docs.register.identities import Defect, defects
from lscp_docs.register.measures import Statistics, statistics
from lscp_docs.register.period import Period, between
from lscp_docs.register.published_before import held_against
from lscp_docs.register.rows import RegisterRow
from lscp_docs.register.tracker import TrackedAction, most_pressing_first
from lscp_docs.register.training_measures import training_defects, training_figures
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.report_actions import ActionsOfReport, actions_of_reports
from lscp_docs.reports.report_type import ReportType
from lscp_docs.reports.told_case import ToldCase, told_case
from lscp_docs.reports.written import written

MOST_PERIODS_BEFORE = 4
"""How many periods before its own a report looks back on."""
OUTPUT = "output"


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What a report of a period and a day is made of."""

    home: Path
    row: ReportType
    period: Period
    today: dt.date
    as_at: dt.date
    folder: ReportFolder
    partnership: Partnership
    agency: Agency | None
    training: Training
    briefings: tuple[Return[Answers], ...]
    """The accepted records of the use of briefings that belong to no case."""
    told: tuple[ToldCase, ...]
    from_reports: tuple[ActionsOfReport, ...] = ()
    """The actions that come of reports."""

    @cached_property
    def rows(self) -> tuple[RegisterRow, ...]:
        """The register."""
        return tuple(each.row for each in self.told)

    @cached_property
    def statistics(self) -> Statistics:
        """Every figure of the period: of cases, actions, training and briefings."""
        uses = (*self.briefings, *(use for each in self.told for use in each.briefings))
        more = (
            *(each.figure for each in self._action_figures),
            *self._training_figures,
            *briefing_figures(uses, {row.reference for row in self.rows}, self.period),
        )
        return statistics(self.rows, self.period, more)

    @cached_property
    def defects(self) -> tuple[Defect, ...]:
        """Why figures that the report tells cannot be relied on."""
        of_actions, of_training = self._doubts
        return (
            *defects(self.rows, self.statistics),
            *(of_actions if self._names(each.figure for each in self._action_figures) else ()),
            *(of_training if self._tells_training else ()),
        )

    @property
    def _tells_training(self) -> bool:
        """True when the report prints the training of the period, or a text names its figures."""
        return self.row.tells_training or self._names(self._training_figures)

    @property
    def _doubts(self) -> tuple[tuple[Defect, ...], tuple[Defect, ...]]:
        """Why the figures of actions, and those of training, cannot be relied on."""
        figures = self._action_figures
        of_actions = action_defects(figures, self._at_end) if figures else ()
        return of_actions, training_defects(self.training, self.period)

    def _names(self, figures: Iterable[Figure]) -> bool:
        """True when a text of the report.toml names one of the figures."""
        texts = " ".join(text for _, text in self.folder.file.texts())
        return any(re.search(rf"['\"]{re.escape(each.key)}['\"]", texts) for each in figures)

    @cached_property
    def _training_figures(self) -> tuple[Figure, ...]:
        return training_figures(self.training, self.partnership, self.period)

    def hidden(self, profile: Profile) -> tuple[HiddenOfCase, ...]:
        """What a paper hides of each case; one inside the partnership tells their references."""
        hidden = (each.hidden for each in self.told if each.hidden is not None)
        if profile is Profile.PUBLIC:
            return tuple(hidden)
        return tuple(each.with_reference_told() for each in hidden)

    @property
    def counted_cases(self) -> frozenset[str]:
        """The cases behind the figures of the period: of these, people write in the report."""
        return frozenset(case for each in self.statistics.figures for case in each.cases)

    @property
    def days_of_actions(self) -> frozenset[dt.date]:
        """The days that a paper prints of actions: when each is due, was begun, was told of."""
        now = (*(a for each in self.told for a in each.tracked), *self._others(self.as_at))
        days = (
            day
            for action in now
            for day in (
                *(action.due, action.first_due, action.started_on, action.accepted_on),
                *(move.due for move in action.moves),
                *(news.on for news in action.news),
                *(evidence.on for evidence in action.evidence),
            )
        )
        return frozenset(day for day in days if day is not None)

    def material(self) -> ReportMaterial:
        """Give what the report's context is made of.

        Raises CaseFileError for a report.toml whose texts name what there is not.
        """
        proved = claims(self.rows, self.period)
        now = (*(a for each in self.told for a in each.tracked), *self._others(self.as_at))
        earlier = self._earlier
        shown = {action.key: action for each in self.told for action in each.actions}
        shown |= {a.key: told_action(a, AsWritten(), self.partnership) for a in now if not a.case}
        pressing = most_pressing_first(now)
        return ReportMaterial(
            row=self.row,
            partnership=self.partnership,
            period=self.period,
            today=self.today,
            as_at=self.as_at,
            written=written(self.folder.file, self.row.parts, self.statistics, proved),
            rows=self.rows,
            statistics=self.statistics,
            before=tuple(self._before())[::-1],
            claims=proved,
            actions=tuple(shown[action.key] for action in pressing),
            tracked=pressing,
            earlier=earlier,
            changes=changes(earlier, now),
            reviews=tuple(each.review for each in self.told if each.review is not None),
            lcsprs=tuple(each.lcspr for each in self.told if each.lcspr is not None),
            late=tuple(late for each in self.told for late in each.late),
            matters=tuple(matter for each in self.told for matter in each.matters),
            children=self._children(),
            acting=self._action_figures,
            doubts=tuple(dict.fromkeys(d.sentence for each in self._doubts for d in each)),
            agency=self.agency,
        )

    @property
    def _at_end(self) -> tuple[TrackedAction, ...]:
        day = min(self.period.last, self.as_at)
        return (*(a for each in self.told for a in each.at_end), *self._others(day))

    @cached_property
    def _earlier(self) -> tuple[TrackedAction, ...]:
        eve = self.period.eve
        return (*(a for each in self.told for a in each.earlier), *self._others(eve))

    def _others(self, day: dt.date) -> tuple[TrackedAction, ...]:
        """Give the actions of reports as at a day; a public report tells those of cases alone."""
        if self.row.profile is Profile.PUBLIC:
            return ()
        agency = None if self.agency is None else self.agency.key
        return tuple(a for each in self.from_reports for a in each.as_at(day, agency))

    @cached_property
    def _action_figures(self) -> tuple[ActionFigure, ...]:
        """The figures of actions, up to the day of a draft that is made within its period."""
        if self.as_at < self.period.first:
            return ()
        whole = self.period.last <= self.as_at
        counted = self.period if whole else between(self.period.first, self.as_at)
        return action_figures(self._earlier, self._at_end, counted)

    def _before(self) -> Iterator[Statistics]:
        """Yield the statistics of the periods before, back to the first referral."""
        first = min((row.began_on for row in self.rows if row.began_on is not None), default=None)
        period = self.period.previous()
        for _ in range(MOST_PERIODS_BEFORE):
            if first is None or period.last < first:
                return
            yield statistics(self.rows, period)
            period = period.previous()

    def _children(self) -> ReportTables | None:
        """Give the tables of children that are told, held against all that were told before."""
        if not self.folder.file.tells_children:
            return None
        made = suppressed_tables(self.rows, self.period)
        return held_against(made, published_tables(self.home / OUTPUT))


def gathered(
    home: Path, row: ReportType, period: Period, *, today: dt.date, agency: Agency | None = None
) -> Gathered:
    """Read what a report is made of; it bears the date that its report.toml gives, else today's.

    Raises CaseFileError with every problem of every case, of report.toml or of the training file.
    """
    folder = report_folder(home, row.key, period)
    as_at, partnership = folder.file.dated or today, load_partnership(home)
    if row.is_as_at_period_end:
        as_at = min(as_at, period.last)
    wanted = partial(
        told_case,
        profile=row.profile,
        as_at=as_at,
        period=period,
        agency=None if agency is None else agency.key,
    )
    return Gathered(
        home=home,
        row=row,
        period=period,
        today=today,
        as_at=as_at,
        folder=folder,
        partnership=partnership,
        agency=agency,
        training=load_training(home, partnership),
        briefings=returns_of(home, case=NO_CASE),
        # One process: narratives and what the profile hides refuse to be copied to another.
        told=from_cases(home, wanted),
        from_reports=actions_of_reports(home, partnership),
    )
