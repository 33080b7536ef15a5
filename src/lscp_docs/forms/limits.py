"""How much a returned file may ask of the machine.

pypdf's own limits are too wide for a file from outside: 65 KB of PDF could take 5 GB of memory.
With these, measured on 6,692 public files, two more were refused than without, both made to stress
programs. What no such limit stops, the parent process's clock does.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST_FILE = 10_000_000
"""Bytes; the largest of 807 public forms had 3.5 MB."""

READY = b"ready\n"
"""What a process that reads says first."""

SECONDS = 20.0
"""How long one file may take."""

MEMORY = 1 << 30
"""Bytes of address space of the process that reads."""

NODES = 5_000
"""Fields and boxes in one form."""

DEPTH = 30
"""Fields within fields."""

LETTERS = 2_000_000
"""Letters in all answers together."""

STORED_VALUE = 1_000_000
"""Bytes of an answer that is stored as a stream."""

PAGES_READ = 60
"""Pages whose text is read; the longest form has fewer."""

EARLIER_SAVES = 20
"""Earlier saves of a file that are compared with the last one."""


class TooMuchError(Exception):
    """A file asks for more than the limits allow."""


def tighten() -> None:
    """Set pypdf's limits for this process."""
    from pypdf import overwrite_configuration

    overwrite_configuration(
        maximum_declared_stream_length=20_000_000,
        array_based_stream_maximum_output_length=20_000_000,
        zlib_maximum_output_length=20_000_000,
        lzw_maximum_output_length=20_000_000,
        run_length_maximum_output_length=20_000_000,
        brotli_maximum_output_length=20_000_000,
        jbig2_maximum_output_length=20_000_000,
        stream_decoding_work_maximum_length=60_000_000,
        stream_filters_maximum_length=4,
        array_maximum_element_count=20_000,
        dictionary_maximum_element_count=20_000,
        form_fields_maximum_entries=NODES,
        form_fields_maximum_depth=DEPTH,
        page_tree_maximum_entries=2_000,
        page_tree_maximum_depth=50,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )


def confine() -> Callable[[], None]:
    """Confine this process, and return what must be called before each file.

    Memory and processor time are limited by the system where it can (Windows has no such limits:
    there, the parent's clock and pypdf's limits stand alone). On every system the process may from
    now on neither connect to anything, nor start a program, nor open a file for writing.
    """
    sys.addaudithook(_refuse)
    try:
        import resource
    except ImportError:
        return lambda: None
    return _limited(resource)


def _limited(resource: ModuleType) -> Callable[[], None]:
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    resource.setrlimit(resource.RLIMIT_AS, (limit, most))

    def renew() -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        seconds = int(used.ru_utime + used.ru_stime + SECONDS) + 1
        limit = seconds if most == resource.RLIM_INFINITY else min(seconds, most)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, most))

    return renew


REFUSED = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate"),
    *("ctypes.", "urllib.", "ftplib.", "smtplib.", "webbrowser.", "shutil."),
)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    writes = event == "open" and any(letter in str(details[1] or "r") for letter in "wax+")
    if writes or event.startswith(REFUSED):
        raise PermissionError("A process that reads returned files does nothing else.")
