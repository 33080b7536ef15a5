"""What the system must add to Python, and how each kind of computer installs it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum


class System(StrEnum):
    """The kind of computer, as far as the mending commands differ."""

    DEBIAN = "Debian or Ubuntu"
    MACOS = "macOS"
    WINDOWS = "Windows"
    OTHER = "another system"


@dataclass(frozen=True, slots=True)
class Remedy:
    """How one thing is installed: Debian packages, and a command or a sentence elsewhere."""

    debian: str
    macos: str
    windows: str
    other: str

    def on(self, system: System) -> str:
        """Return the command for one kind of computer."""
        match system:
            case System.DEBIAN:
                # A container's root has no sudo, and everyone else needs it.
                as_root = "" if getattr(os, "geteuid", lambda: 1)() == 0 else "sudo "
                return f"{as_root}apt-get install {self.debian}"
            case System.MACOS:
                return self.macos
            case System.WINDOWS:
                return self.windows
            case System.OTHER:
                return self.other


def this_system() -> System:
    """Return the kind of computer this is."""
    if sys.platform == "win32":
        return System.WINDOWS
    if sys.platform == "darwin":
        return System.MACOS
    return System.DEBIAN if shutil.which("apt-get") else System.OTHER


PANGO = Remedy(
    debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    macos="brew install pango",
    windows=(
        "install MSYS2 (msys2.org), then in its own window: pacman -S mingw-w64-ucrt-x86_64-pango"
    ),
    other="install Pango (with PangoFT2) and HarfBuzz (with its subset library)",
)
FONTCONFIG = Remedy(
    debian="fontconfig",
    macos="brew install fontconfig",
    windows="look in Settings, Personalisation, Fonts",
    other="install fontconfig, which holds fc-list",
)
BODY_FONTS = ("Arial", "Liberation Sans")
BODY_FONT = Remedy(
    debian="fonts-liberation",
    macos="brew install --cask font-liberation",
    windows="Arial comes with Windows: restore it in Settings, Personalisation, Fonts",
    other="install the Liberation fonts",
)


@dataclass(frozen=True, slots=True)
class Script:
    """A script that names and quotations may be written in, and a font that draws it."""

    name: str
    family: str
    debian: str = "fonts-noto-core"

    @property
    def remedy(self) -> Remedy:
        """Return how a font for this script is installed."""
        cask = f"brew install --cask font-{self.family.lower().replace(' ', '-')}"
        by_hand = f"install the font “{self.family}”"
        return Remedy(debian=self.debian, macos=cask, windows=by_hand, other=by_hand)


SCRIPTS = (
    Script("Greek and Cyrillic", "Noto Sans"),
    Script("Arabic, Urdu, Persian, Kurdish, Pashto", "Noto Sans Arabic"),
    Script("Hebrew", "Noto Sans Hebrew"),
    Script("Bengali", "Noto Sans Bengali"),
    Script("Devanagari (Hindi, Nepali)", "Noto Sans Devanagari"),
    Script("Gujarati", "Noto Sans Gujarati"),
    Script("Gurmukhi (Punjabi)", "Noto Sans Gurmukhi"),
    Script("Malayalam", "Noto Sans Malayalam"),
    Script("Sinhala", "Noto Sans Sinhala"),
    Script("Tamil", "Noto Sans Tamil"),
    Script("Telugu", "Noto Sans Telugu"),
    Script("Ethiopic (Amharic, Tigrinya)", "Noto Sans Ethiopic"),
    Script("Armenian", "Noto Sans Armenian"),
    Script("Georgian", "Noto Sans Georgian"),
    Script("Thai", "Noto Sans Thai"),
    Script("Chinese", "Noto Sans CJK SC", "fonts-noto-cjk"),
    Script("Japanese", "Noto Sans CJK JP", "fonts-noto-cjk"),
    Script("Korean", "Noto Sans CJK KR", "fonts-noto-cjk"),
)
