"""Rebuilds templates/: `python -m tools.word_templates`, or with --check names the stale ones."""

from __future__ import annotations

import argparse
import sys

from tools.word_templates.build import TEMPLATES, built_templates
from tools.word_templates.package import is_current


def main() -> int:
    """Write every template, or only compare: 1 if a template in templates/ is stale."""
    parser = argparse.ArgumentParser(prog="python -m tools.word_templates", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if one is stale"
    )
    only_check = parser.parse_args().check
    stale = [
        (name, built)
        for name, built in built_templates()
        if not is_current(TEMPLATES / name, built)
    ]
    for name, built in stale:
        if only_check:
            print(f"{name} is not what tools/word_templates builds")
        else:
            (TEMPLATES / name).write_bytes(built)
            print(f"wrote {TEMPLATES.name}/{name}")
    if only_check and stale:
        print("rebuild: python -m tools.word_templates")
        return 1
    return 0


sys.exit(main())
