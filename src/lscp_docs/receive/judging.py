"""What a file is, judged by what this home knows: its cases, its agencies, and what was sent."""

from __future__ import annotations

import tempfile
from functools import cached_property
from pathlib import Path

from lscp_docs.casefile.received import ReceivedFile
from lscp_docs.casefile.sent import sent_of
from lscp_docs.catalogue import FORMS
from lscp_docs.forms.classify import Known, Sending, Verdict, classify
from lscp_docs.forms.drafted import drafted
from lscp_docs.forms.identity import NO_CASE
from lscp_docs.forms.observed import Observed
from lscp_docs.forms.printed import read_print
from lscp_docs.forms.returned import Reader
from lscp_docs.model.answers.boxes import NOT_ANSWERED
from lscp_docs.model.partnership import Partnership

SENT = "sent"


class Judge:
    """Reads files in a child process, and says what each is.

    `matters` are the folders of all that a form can be sent for: the cases, and the reports with
    actions for which one was sent, by the names that the identity of a form gives them.
    """

    def __init__(
        self, home: Path, matters: dict[str, Path], partnership: Partnership, reader: Reader
    ) -> None:
        self.home = home
        self.matters = matters
        self.partnership = partnership
        self.reader = reader

    def seen(self, data: bytes) -> Observed:
        """Give what stands in a file."""
        # A copy of its own is read: whoever writes to the dropped file meanwhile changes nothing.
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "returned.pdf"
            copy.write_bytes(data)
            return self.reader.observe(copy)

    def judged(self, seen: Observed) -> Verdict:
        """Judge a file; what stood in its boxes when it was sent is read from the sent form."""
        verdict = classify(seen, self.known())
        issue = verdict.identity.issue if verdict.identity is not None else ""
        if verdict.understood is None or issue not in self._sendings:
            return verdict
        return classify(seen, self.known(issue))

    def known(self, issue: str = "") -> Known:
        """Give what is known here; of the sending `issue` also what stood in its boxes."""
        sendings = self._sendings
        if issue and not sendings[issue].prefilled:
            sendings[issue] = self._with_prefilled(sendings[issue])
        return Known(
            forms={row.key: row for row in FORMS},
            cases=frozenset(self.matters),
            agencies=frozenset(agency.key for agency in self.partnership.agencies),
            sendings=sendings,
        )

    @cached_property
    def _sendings(self) -> dict[str, Sending]:
        places = {NO_CASE: self.home, **self.matters}
        return {
            sent.issue: Sending(case=case, sent=sent)
            for case, place in places.items()
            for sent in sent_of(place)
        }

    def _with_prefilled(self, sending: Sending) -> Sending:
        form_sent = self.place_of(sending.case) / SENT / sending.sent.file
        if not form_sent.is_file():
            return sending
        seen = self.reader.observe(form_sent)
        nothing = ("", NOT_ANSWERED)
        prefilled = {f.name: f.value for f in seen.fields if f.value not in nothing}
        return Sending(case=sending.case, sent=sending.sent, prefilled=prefilled)

    def place_of(self, case: str) -> Path:
        """Give the folder of a case or a report, and the home for what belongs to none."""
        return self.matters.get(case, self.home)

    def drafted(self, record: ReceivedFile, data: bytes) -> ReceivedFile:
        """Add what stands where the boxes of the sent form stood, each answer to be confirmed."""
        row = next((row for row in FORMS if row.key == record.form), None)
        sending = self._sendings.get(record.issue)
        if row is None or sending is None:
            return record
        form_sent = self.place_of(sending.case) / SENT / sending.sent.file
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "printed.pdf"
            copy.write_bytes(data)
            draft = drafted(row, read_print(copy, form_sent))
        return record.model_copy(
            update={"answers": draft.answers, "open_questions": draft.questions}
        )
