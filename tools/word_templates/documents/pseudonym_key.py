"""The template of the key sheet to the pseudonyms of a case."""

from __future__ import annotations

from tools.word_templates.blocks import Column, Template


def build() -> Template:
    """Build the sheet: people, professionals, places, and where the pseudonyms went out."""
    sheet = Template(title="Key to the pseudonyms")
    sheet.running_head_and_foot()
    sheet.front_matter([("Case", "reference"), ("For", "The business unit alone")])
    sheet.callout(
        "This sheet turns pseudonymised papers back into named ones. Keep it apart from them, and "
        "never send it with them."
    )
    sheet.heading("Children and family")
    sheet.table(
        "person in people",
        [
            Column("Pseudonym", "person.pseudonym", 2.6),
            Column("Name", "person.name", 3.8),
            Column("Who", "person.who", 3.8),
            Column("Why this pseudonym", "person.rationale", 5.0),
        ],
        caption="The children and the family",
        empty="Nobody is recorded.",
    )
    sheet.heading("Professionals")
    sheet.table(
        "one in professionals",
        [
            Column("Key", "one.key", 2.8),
            Column("Name", "one.name", 3.2),
            Column("Role", "one.role", 4.0),
            Column("Agency", "one.agency", 5.2),
        ],
        caption="Professionals who are referred to by a key",
        empty="No professional has a key.",
    )
    sheet.heading("Places")
    sheet.table(
        "place in places",
        [Column("Words in the papers", "place.words", 7.0), Column("Place", "place.name", 8.2)],
        caption="Places, schools and hospitals",
        empty="No words for places are recorded.",
    )
    sheet.heading("Papers that were issued")
    note = sheet.text("Where a paper does not name people, it uses the words above.")
    note.paragraph_format.keep_with_next = True
    sheet.table(
        "paper in issued",
        [
            Column("Paper", "paper.paper", 4.4),
            Column("Date", "paper.on", 3.7),
            Column("Version", "paper.version", 2.2),
            Column("To", "paper.to", 4.9),
        ],
        caption="Papers issued by {{ as_at }}",
        empty="No paper has been issued.",
    )
    return sheet
