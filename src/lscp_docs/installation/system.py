"""Whether WeasyPrint finds its libraries, and text its fonts."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator

from lscp_docs.installation.checks import Check, State
from lscp_docs.installation.remedies import (
    BODY_FONT,
    BODY_FONTS,
    FONTCONFIG,
    PANGO,
    SCRIPTS,
    System,
)


def check_pango(system: System) -> Check:
    """Return whether WeasyPrint finds Pango and HarfBuzz, by loading it as a program of its own.

    A separate process, because a library that is missing prints a banner and one that is broken
    can end the process that loads it.
    """
    loaded = subprocess.run(
        [sys.executable, "-W", "always", "-c", "import weasyprint"],
        capture_output=True,
        text=True,
        check=False,
    )
    subject = "Pango and HarfBuzz"
    if loaded.returncode != 0:
        missing = re.search(r"cannot load library '([^']+)'", loaded.stderr)
        found = f"{missing[1]} is not there" if missing else "WeasyPrint cannot be loaded"
        found += ": Word documents can be made, PDFs cannot"
        return Check(subject, State.MISSING, found, PANGO.on(system))
    if "HarfBuzz-Subset" in loaded.stderr:
        found = "the HarfBuzz subset library is not there: PDFs are made, but larger"
        return Check(subject, State.WARNING, found, PANGO.on(system))
    return Check(subject, State.OK, "WeasyPrint loads them")


def font_families() -> frozenset[str] | None:
    """Return the font families that fontconfig knows, or None where its `fc-list` is absent."""
    fc_list = shutil.which("fc-list")
    if fc_list is None:
        return None
    listed = subprocess.run(  # noqa: S603
        [fc_list, "--format", "%{family}\n"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    names = listed.stdout.replace("\n", ",").split(",")
    return frozenset(name.strip() for name in names if name.strip())


def check_body_font(families: frozenset[str] | None, system: System) -> Check:
    """Return whether Arial, or Liberation Sans of the same widths, is there."""
    subject = "Body font"
    if families is None:
        return Check(subject, State.WARNING, "unknown: no fc-list here", FONTCONFIG.on(system))
    found = next((name for name in BODY_FONTS if name in families), None)
    if found:
        return Check(subject, State.OK, found)
    wanted = "neither Arial nor Liberation Sans: lines and pages would break elsewhere"
    return Check(subject, State.MISSING, wanted, BODY_FONT.on(system))


def check_scripts(families: frozenset[str] | None, system: System) -> Iterator[Check]:
    """Yield a check for each script in which names and quotations may be written."""
    if families is None:
        return
    for script in SCRIPTS:
        if script.family in families:
            yield Check(script.name, State.OK, script.family)
        else:
            found = f"no {script.family}: a PDF may show empty boxes for this script"
            yield Check(script.name, State.WARNING, found, script.remedy.on(system))
