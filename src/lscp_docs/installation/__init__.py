"""What this computer has of what lscp-docs needs, and the command that adds what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lscp_docs.installation.checks import Check
from lscp_docs.installation.folders import check_folder, check_home, check_output
from lscp_docs.installation.packages import check_packages, check_python, requirements
from lscp_docs.installation.remedies import this_system
from lscp_docs.installation.system import check_body_font, check_pango, check_scripts, font_families


def examine(*, home: Path | None, output: Path) -> Iterator[Check]:
    """Yield every check of this computer, the most basic first.

    `home` is the folder that holds `partnership.toml` (None: not found yet), `output` is where
    documents would be written.
    """
    system = this_system()
    families = font_families()
    yield check_python()
    yield from check_packages(requirements())
    yield check_pango(system)
    yield check_body_font(families, system)
    yield from check_scripts(families, system)
    yield check_folder("Word templates", "templates")
    yield check_folder("Sample cases", "sample_cases")
    yield check_output(output)
    yield check_home(home)
