"""What stands beside case.toml in a case folder, by name: the program adds it, people do not."""

from __future__ import annotations

HISTORY_FILE = "history.jsonl"
RETURNS = "returns"
"""The folder of the accepted returns."""
