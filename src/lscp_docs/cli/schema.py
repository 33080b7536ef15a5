"""`lscp-docs schema`: the JSON Schema of the files that people write, and of a form's answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lscp_docs.model.record import Record


@click.command(short_help="Print a JSON Schema.")
@click.argument("what", metavar="[case|partnership|report|schedule|training|FORM]", default="case")
def command(what: str) -> None:
    """Print the JSON Schema of a file that people write, or of a FORM's answers.

    The files are a case file, partnership.toml, report.toml, schedule.toml and training.toml.

    Editors complete and check a file by it as people type. That of a form, such as
    scoping-report, has the form's questions as titles.
    """
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_model(what).model_json_schema(mode="validation"),
    }
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))


def _model(what: str) -> type[Record]:
    from lscp_docs.catalogue import FORMS, form
    from lscp_docs.errors import UsageError, did_you_mean
    from lscp_docs.model.case import CaseFile
    from lscp_docs.model.partnership import Partnership
    from lscp_docs.model.report_file import ReportFile
    from lscp_docs.model.schedule import Schedule
    from lscp_docs.model.training import Training

    files: dict[str, type[Record]] = {
        "case": CaseFile,
        "partnership": Partnership,
        "report": ReportFile,
        "schedule": Schedule,
        "training": Training,
    }
    known = (*files, *(row.key for row in FORMS))
    if what not in known:
        near = did_you_mean(what, known) or f"There are: {', '.join(known)}."
        raise UsageError(f"There is no schema of {what}. {near}")
    return files.get(what) or form(what).model
