"""One report of a period, from all cases to the finished files.

cases -> figures, actions, claims -> what people wrote -> context -> gaps? -> files -> record
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lscp_docs.casefile.case_folder import PARTNERSHIP_FILE, load_partnership
from lscp_docs.casefile.published_tables import KEY as TABLES_KEY
from lscp_docs.casefile.published_tables import recorded
from lscp_docs.casefile.report_file import ReportFolder
from lscp_docs.casefile.writing import free_name
from lscp_docs.catalogue import ANNEX, REPORTS, report
from lscp_docs.documents.paper_type import PaperType
from lscp_docs.errors import (
    CaseFileError,
    MissingFactsError,
    Problem,
    UsageError,
    did_you_mean,
)
from lscp_docs.model.partnership import Agency, Partnership
from lscp_docs.paper import (
    COUNTED,
    RESTRICTED,
    Format,
    LookedFor,
    Paper,
    Readers,
    Standing,
    filed,
    looked_for_in,
    missing_words,
    page_of,
    sha256,
)
from lscp_docs.register.identities import Defect
from lscp_docs.register.measures import Statistics
from lscp_docs.register.period import Period
from lscp_docs.reports.coherence import gaps_in_file
from lscp_docs.reports.gathered import Gathered, gathered
from lscp_docs.reports.material import ReportMaterial
from lscp_docs.reports.report_type import ReportType
from lscp_docs.reports.written import FILE
from lscp_docs.wording import Gap, gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest:
    """How a report is asked for: its period, its day, where it goes, and for which agency."""

    period: Period
    today: dt.date
    to: Path
    standing: Standing = Standing.FINAL
    format: Format = Format.BOTH
    agency: str | None = None
    own_templates: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProducedReport:
    """What was made of a report, with the figures that it is made of."""

    report: str
    period: Period
    title: str
    standing: Standing
    as_at: dt.date
    files: tuple[Path, ...]
    annex: tuple[Path, ...]
    """The restricted list of the cases behind every figure."""
    statistics: Statistics
    gaps: tuple[Gap, ...]
    defects: tuple[Defect, ...]
    """Why figures cannot be relied on; a final report has none."""
    warnings: tuple[str, ...]
    """What may be wrong with its words, with the paragraph; they stop nothing."""
    advice: tuple[str, ...]
    """What a person must look at before it leaves."""


def produce_report(home: Path, row: ReportType, request: ReportRequest) -> ProducedReport:
    """Write a report of a period with its restricted annex, and give what was made.

    It bears the date that its report.toml gives, else today's. Raises UsageError for an agency
    that there is not; CaseFileError with every problem of every case or of report.toml;
    MissingFactsError with every gap, and every reason why its figures cannot be relied on, where a
    final report was asked for; TemplateError, OutputError; and DisclosureError when a finished
    file would tell its readers what its profile hides. Then nothing is written.
    """
    return ReportJob(row=row, request=request, gathered=_gathered(home, row, request)).written()


def figures_of(home: Path, row: ReportType, request: ReportRequest) -> Statistics:
    """Give every figure that a report of a period can name; writes nothing.

    Raises CaseFileError as `produce_report` does.
    """
    return _gathered(home, row, request).statistics


def _gathered(home: Path, row: ReportType, request: ReportRequest) -> Gathered:
    agency = _agency(load_partnership(home), row, request.agency)
    found = gathered(home, row, request.period, today=request.today, agency=agency)
    _refuse_unknown_reports(found.folder)
    return found


def _refuse_unknown_reports(folder: ReportFolder) -> None:
    """Raise CaseFileError for each further report that the catalogue does not have."""
    known = [row.key for row in REPORTS if row.key != ANNEX]
    problems = tuple(
        Problem(
            file=folder.place,
            path=f"further_reports.{number}.report",
            problem=f"There is no report called {each.report}.",
            hint=did_you_mean(each.report, known) or f"The reports are: {', '.join(known)}.",
        )
        for number, each in enumerate(folder.file.further_reports, start=1)
        if each.report is not None and each.report not in known
    )
    if problems:
        raise CaseFileError(f"{FILE} cannot be used: see what is to mend.", problems)


def _agency(partnership: Partnership, row: ReportType, key: str | None) -> Agency | None:
    if key is None:
        return None
    agency = partnership.agency(key)
    if agency is None:
        keys = ", ".join(each.key for each in partnership.agencies)
        raise UsageError(f"There is no agency {key}. The agencies are: {keys}.")
    if not row.is_per_agency:
        raise UsageError(f"{row.title} is not made for one agency: leave out --agency.")
    return agency


@dataclass(frozen=True, slots=True, kw_only=True)
class _Searched:
    """The files of a report or an annex, searched, under the name that they will have."""

    to: Path
    stem: str
    files: dict[str, bytes]
    """The bytes by the file's ending."""
    looked_for: LookedFor

    def filed(self, record: dict[str, object], *, records: Path | None = None) -> tuple[Path, ...]:
        """Write them with their record; give the paths of the files."""
        return filed(
            self.to, self.stem, self.files, record, notes=self.looked_for.notes, records=records
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob:
    """One report on its date, with everything that it is made of."""

    row: ReportType
    request: ReportRequest
    gathered: Gathered

    def written(self) -> ProducedReport:
        """Make, check and write the report and its annex."""
        material, broken = self.gathered.material(), self.gathered.defects
        context = self.row.context(material)
        missing = tuple(dict.fromkeys((*gaps(context), *self._gaps_in_file())))
        if self.request.standing is Standing.FINAL and (missing or broken):
            raise self._lacking(missing, broken)
        paper, annex = self.papers(material, context)
        made = self._searched(paper, self.request.to, self._stem(self.row))
        restricted = self._searched_annex(annex)
        record = self._record(paper, missing)
        if material.children is not None:
            record[TABLES_KEY] = recorded(material.children)
        if ".docx" in made.files:
            from lscp_docs.words.typed_since import counted_in

            record[COUNTED] = list(counted_in("the report", made.files[".docx"]))
        return ProducedReport(
            report=self.row.key,
            period=self.request.period,
            title=paper.page.title,
            standing=self.request.standing,
            as_at=self.gathered.as_at,
            # The record names every case: it is kept away from what is published.
            files=made.filed(record, records=self.request.to / RESTRICTED),
            annex=()
            if annex is None or restricted is None
            else restricted.filed(self._record(annex, ())),
            statistics=material.statistics,
            gaps=missing,
            defects=broken,
            warnings=self._warnings(made.files),
            advice=made.looked_for.advice,
        )

    def papers(self, material: ReportMaterial, context: object) -> tuple[Paper, Paper | None]:
        """Give the report and its annex in finished words."""
        return self._paper(self.row, context), self._annex(material)

    def _gaps_in_file(self) -> tuple[Gap, ...]:
        return gaps_in_file(
            self.gathered.folder.file,
            self.request.period,
            len(self.row.appendices),
            names_period=self.row.names_period,
            publishes_tables=self.row.publishes_tables,
        )

    def _paper(self, row: ReportType, context: object) -> Paper:
        period = self.request.period
        return Paper(
            row=row,
            page=page_of(
                row,
                self.gathered.partnership,
                title=self.gathered.folder.file.title or row.title_for(period),
                reference=period.words[:1].upper() + period.words[1:],
                standing=self.request.standing,
                version=self.gathered.folder.file.version,
                as_at=self.gathered.as_at,
            ),
            context=context,
            as_at=self.gathered.as_at,
            own_templates=self.request.own_templates,
        )

    def _annex(self, material: ReportMaterial) -> Paper | None:
        """Give the restricted annex; None for the report that is the annex itself."""
        if self.row.key == ANNEX:
            return None
        row = report(ANNEX)
        annex = self._paper(row, row.context(replace(material, row=row)))
        return replace(annex, page=replace(annex.page, title=row.title))

    def _searched_annex(self, annex: Paper | None) -> _Searched | None:
        if annex is None:
            return None
        return self._searched(annex, self.request.to / RESTRICTED, self._stem(self.row, annex.row))

    def _searched(self, paper: Paper, to: Path, stem: str) -> _Searched:
        """Make the files of a paper and search them for what is hidden of every case."""
        files = paper.rendered(self.request.format)
        free = free_name(to, stem, tuple(files), self.request.to / RESTRICTED)
        readers = Readers(
            key=self.row.key,
            title=paper.page.title,
            profile=paper.row.profile,
            hidden=self.gathered.hidden(paper.row.profile),
            partnership=self.gathered.partnership,
            printed_days=self.gathered.days_of_actions,
            closely=self.gathered.counted_cases,
        )
        named = {f"{free}{ending}": data for ending, data in files.items()}
        return _Searched(to=to, stem=free, files=files, looked_for=looked_for_in(named, readers))

    def _warnings(self, files: dict[str, bytes]) -> tuple[str, ...]:
        """Give what the checks on words find in the report."""
        from lscp_docs.words.check import findings
        from lscp_docs.words.report_texts import found_in_texts
        from lscp_docs.words.rules import rules
        from lscp_docs.words.word_files import word_text

        folder = self.gathered.folder
        found = [
            f"{folder.place}: {place}: {each}"
            for place, each in found_in_texts(folder.file, self.request.period.years)
        ]
        if ".docx" not in files:
            return tuple(found)
        own = rules(self.request.own_templates).of(self.gathered.partnership)
        text = word_text("the report", files[".docx"])
        warned = findings(text.paragraphs, own, document_date=self.gathered.as_at, title=text.title)
        return (*found, *(f"paragraph {each.paragraph}: {each}" for each in warned))

    def _lacking(self, missing: tuple[Gap, ...], broken: tuple[Defect, ...]) -> MissingFactsError:
        problems = [
            Problem(file=FILE, path=gap.path, problem=f"Needed: {gap.asked_for}.")
            for gap in missing
        ]
        problems += [
            Problem(file=", ".join(defect.cases), problem=defect.sentence) for defect in broken
        ]
        parts = [f"lacks {missing_words(missing)}"] if missing else []
        parts += ["has figures that cannot be relied on"] if broken else []
        return MissingFactsError(
            f"{self.row.title} for {self.request.period.words} {' and '.join(parts)}. Add what is "
            f"missing to {self.gathered.folder.place} and mend the cases, or make a draft that "
            "shows each gap with --draft.",
            tuple(problems),
        )

    def _stem(self, row: PaperType, annex: PaperType | None = None) -> str:
        """Give the name of the files without their ending; an annex is named after its report."""
        period, agency = self.request.period, self.gathered.agency
        parts = [row.key, period.first.isoformat(), period.last.isoformat()]
        parts += [agency.key] if agency is not None else []
        parts += [f"dated-{self.gathered.as_at.isoformat()}"]
        parts += [annex.key] if annex is not None else []
        parts += [(annex or row).marking.value]
        parts += ["DRAFT"] if self.request.standing is Standing.DRAFT else []
        return "_".join(part for part in parts if part)

    def _record(self, paper: Paper, missing: tuple[Gap, ...]) -> dict[str, object]:
        """Give what the files were made from, so that they can be made again and compared."""
        partnership = (self.gathered.home / PARTNERSHIP_FILE).read_bytes()
        return {
            "report": paper.row.key,
            "period": [self.request.period.first.isoformat(), self.request.period.last.isoformat()],
            "agency": None if self.gathered.agency is None else self.gathered.agency.key,
            "standing": self.request.standing.value,
            "as_at": self.gathered.as_at.isoformat(),
            "audience": paper.row.audience,
            "profile": paper.row.profile.value,
            "made_from": {
                PARTNERSHIP_FILE: sha256(partnership),
                **dict(self._hashes()),
                **paper.hashes_of_templates(),
            },
            "gaps": [gap.path for gap in missing],
        }

    def _hashes(self) -> Iterator[tuple[str, str]]:
        if self.gathered.folder.sha256:
            yield self.gathered.folder.place, self.gathered.folder.sha256
        for each in self.gathered.told:
            yield f"cases/{each.row.reference}", each.sha256
