"""The answer to whoever sent a file: what came, what it is, what to do next.

An answer names nothing but the file itself, its form and its open questions: what another agency
wrote, or that another case exists, is not told to a sender who may be the wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.mail.message import Letter, one_line, points, signed, subject, text
from lscp_docs.model.partnership import Partnership
from lscp_docs.model.returned import ACCEPTED, OpenQuestion, ReturnState

FILL_IN_AGAIN = (
    "Please open the form that we sent you in Adobe Reader, Edge, Chrome or Firefox, type into "
    "its boxes, save it, and send the saved file."
)
NO_PRINT = "Do not print it to PDF, scan it, or copy its pages into another file."
KEPT = "We keep the file as it came."
ASK_US = "If you no longer have the form, tell us and we send it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What a state means to the sender, and what there is to do; nothing where `do` is empty."""

    about: str
    """A few words for the subject."""
    means: str
    do: tuple[str, ...] = ()


ADVICE: dict[ReturnState, Advice] = {
    ReturnState.FILLED: Advice(
        about="accepted, thank you",
        means="It is complete, and your answers are in the case. Thank you.",
    ),
    ReturnState.NIL_RETURN: Advice(
        about="nil return accepted, thank you",
        means="It says that your agency had no involvement. That is a full answer. Thank you.",
    ),
    ReturnState.FILLED_WITH_QUESTIONS: Advice(
        about="a few questions are open",
        means="We could read it, and a few answers are missing or not certain.",
        do=(
            "Open the file that you sent us, mend the answers below, save it and send it again. "
            "The other answers may stay as they are.",
        ),
    ),
    ReturnState.FILLED_BUT_DAMAGED: Advice(
        about="the file arrived damaged",
        means="The file was damaged on its way, so that we cannot be sure of every answer.",
        do=(
            "Send the file once more as it is on your computer, best inside a ZIP file, or by the "
            "secure route. If the copy there is damaged as well, fill in the form again.",
        ),
    ),
    ReturnState.BLANK: Advice(
        about="the form is empty",
        means="The form came back without an answer in its boxes.",
        do=(
            "If you filled it in, you may have sent the empty copy, or your program did not save. "
            "Look for the saved file; in Chrome and Edge, choose to download it “with your "
            "changes”.",
            "If you had no involvement, say so on page 1: an empty form does not tell us.",
        ),
    ),
    ReturnState.AMENDED: Advice(
        about="a later version has arrived",
        means=(
            "We had accepted an earlier version from you. The new one does not replace it by "
            "itself: we look at what has changed first."
        ),
        do=("Tell us in a line why it changed, if you have not done so.",),
    ),
    ReturnState.DUPLICATE: Advice(
        about="we have it already",
        means="We hold exactly this file already. Nothing has changed by its coming again.",
        do=("If you meant to send a newer version, look for that file and send it.",),
    ),
    ReturnState.WRONG_CASE: Advice(
        about="it belongs to another case",
        means="The form was made for another case or report than it names or was sent for.",
        do=(
            "Use the form that we sent you for this case: each form belongs to one case and one "
            "agency. Do not change the reference on an old one.",
            ASK_US,
        ),
    ),
    ReturnState.WRONG_FORM: Advice(
        about="it is another form",
        means="It is one of our forms, and not the one that we asked you for.",
        do=("Fill in the form that came with our request.", ASK_US),
    ),
    ReturnState.OTHER_EDITION: Advice(
        about="the form is an old edition",
        means="The form is of an edition that is out of use, and we cannot read it safely.",
        do=("Fill in the form that came with our latest request.", ASK_US),
    ),
    ReturnState.PRINTED_COPY: Advice(
        about="it is a printed copy",
        means=(
            "The form was printed to PDF: its boxes are gone, and long answers may have been cut "
            "off."
        ),
        do=(
            "Open the form again, fill it in and save it; do not print to PDF. If you still have "
            "the file from before printing, send that.",
        ),
    ),
    ReturnState.SCAN: Advice(
        about="it is a scan",
        means="The file is a scan: pictures of pages, from which answers cannot be taken.",
        do=(FILL_IN_AGAIN, "If you can only write by hand, telephone us and we find a way."),
    ),
    ReturnState.XFA: Advice(
        about="its kind of form cannot be read",
        means="The file was made into an XFA form, which only one maker's programs show.",
        do=("Use our own form as we sent it, without converting it.", FILL_IN_AGAIN),
    ),
    ReturnState.ENCRYPTED: Advice(
        about="it needs a password",
        means="The file opens with a password that we do not have.",
        do=(
            "Tell us the password by telephone, never in an e-mail; or save the file without a "
            "password and send it by the secure route.",
        ),
    ),
    ReturnState.DETACHED_FORM: Advice(
        about="its pages were copied into another file",
        means="The pages of the form were copied into another file, and some answers were lost.",
        do=("Send the form itself, without a cover sheet or other pages in the same file.",),
    ),
    ReturnState.SIGNED: Advice(
        about="it is signed, and a person must look at it",
        means=(
            "The form is filled in and carries a digital signature. We look at it by hand, so "
            "that the signature stays whole."
        ),
        do=("You need not do anything now. Our form needs no signature.",),
    ),
    ReturnState.NOT_OURS: Advice(
        about="it is none of our forms",
        means="The file is a PDF, and none of our forms.",
        do=(
            "If you wrote your answers in a document of your own, please put them into our form.",
            ASK_US,
        ),
    ),
    ReturnState.NOT_A_PDF: Advice(
        about="it is no PDF",
        means="The file is no PDF. A saved web page or a Word file may have taken its name.",
        do=(FILL_IN_AGAIN, ASK_US),
    ),
    ReturnState.CORRUPT: Advice(
        about="the file does not open",
        means="The file is broken and does not open. Often it was cut off while being sent.",
        do=(
            "Open the file on your own computer. If it opens, send it once more; if it does not, "
            "fill in the form again.",
        ),
    ),
    ReturnState.TOO_LARGE: Advice(
        about="the file is too large",
        means="The file is larger than any of our forms can be, so we did not open it.",
        do=(
            "Send the form alone, without pictures or other papers inside the file; send other "
            "papers apart from it.",
        ),
    ),
}
"""What each state means, and what its sender can do."""

AGAIN = (ReturnState.PRINTED_COPY, ReturnState.SCAN, ReturnState.DETACHED_FORM)
"""The states that come of a way to send which loses the boxes."""


def reply(
    state: ReturnState,
    *,
    partnership: Partnership,
    file_name: str,
    form_title: str = "",
    reference: str = "",
    marking: str = "",
    questions: tuple[OpenQuestion, ...] = (),
) -> Letter:
    """Give the answer to the sender of a file.

    `form_title`, `reference` and `marking` are empty where the file does not tell its form, or
    tells a case that its sender need not know of. The open questions are told by their words and
    by what would be accepted, never with what was written.
    """
    advice = ADVICE[state]
    return Letter(
        subject=subject(marking, reference, form_title or "Your file", advice.about),
        body=text(
            "Dear colleague,",
            _arrived(file_name, form_title, reference),
            advice.means,
            points(*advice.do, NO_PRINT if state in AGAIN else ""),
            "The open questions" if questions else "",
            points(*(f"{each.question}\n  {each.problem}" for each in questions)),
            KEPT if state not in ACCEPTED else "",
            signed(partnership),
        ),
    )


def _arrived(file_name: str, form_title: str, reference: str) -> str:
    told = ", ".join(
        part for part in (form_title, f"case {reference}" if reference else "") if part
    )
    return f"We have received your file “{one_line(file_name)}”{f' ({told})' if told else ''}."
