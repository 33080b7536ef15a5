"""The sections that every written rationale of a decision on a notification shares."""

from __future__ import annotations

from docx.shared import Pt

from tools.word_templates.blocks import Column, Template, place


def decision(letter: Template, *, after_children: str = "") -> None:
    """Add what was decided, on which case, and on what law.

    `after_children` is the tag of a sentence that follows the one on the children.
    """
    letter.callout("reasons.decided")
    children = ["reasons.concerns", *filter(None, [after_children])]
    letter.text(" ".join(place(tag) for tag in children))
    letter.text("The duty to decide is the local authority’s, and it cannot be delegated.")
    letter.text("reasons.basis")


def reasons(letter: Template) -> None:
    """Add the criteria, what was considered, the partners' views and how they were answered."""
    _criteria(letter)
    _considered(letter)
    _views(letter)
    letter.heading("How the views were weighed", 2)
    letter.prose("reasons.weight")
    with letter.each("answer", "reasons.answers"):
        letter.heading("answer.partner", 3)
        letter.prose("answer.answer")


def members(letter: Template, sentence: str) -> None:
    """Add the people to whom the letter goes, in one paragraph under the signature."""
    each = "{{ member.name }} ({{ member.role }}, {{ member.body }})"
    people = f"{{% for member in members %}}{each}{{% if not loop.last %}}; {{% endif %}}"
    to = letter.text(f"{sentence}: {people}{{% endfor %}}.", style="Small Print")
    to.paragraph_format.space_before = Pt(18)
    to.paragraph_format.keep_together = True


def _criteria(letter: Template) -> None:
    letter.heading("The criteria and how they were applied", 2)
    letter.prose("reasons.applied")
    with letter.each("limb", "reasons.limbs"):
        letter.heading("{{ limb.criterion }}: {{ limb.finding }}", 3)
        letter.prose("limb.evidence")
        with letter.each("paragraph", "limb.evidence_against"):
            letter.text("{% if loop.first %}Against this finding: {% endif %}{{ paragraph }}")


def _considered(letter: Template) -> None:
    letter.heading("What was considered", 2)
    letter.table(
        "item in reasons.considered",
        [
            Column("Meeting or document", "item.title", 8.4),
            Column("Date", "item.date", 3.6),
            Column("Version", "item.version", 3.2),
        ],
        caption="Meetings and documents that the decision rests on",
        empty="No documents were recorded.",
    )
    letter.text("reasons.shared")
    letter.heading("Relevant considerations", 3)
    letter.prose("reasons.relevant")
    letter.heading("Left out as irrelevant", 3)
    letter.prose("reasons.irrelevant")
    letter.heading("Information not yet available", 3)
    letter.prose("reasons.not_yet_available")


def _views(letter: Template) -> None:
    letter.heading("The views of the safeguarding partners", 2)
    with letter.each("view", "reasons.views"):
        letter.heading("{{ view.partner }}: {{ view.view }}", 3)
        letter.text("view.given_by")
        letter.prose("view.reasons")
    letter.heading("Independent observations", 3)
    letter.prose("reasons.independent")
    letter.heading("Agreement and disagreement", 3)
    letter.prose("reasons.disagreement")
