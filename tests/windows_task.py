"""What a Windows task file may say, by the rules of Microsoft's protocol MS-TSCH, section 2.5.

Told in our own words, and only for what our file uses: there is no Windows to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"

YES_NO = r"true|false"
SPAN = r"P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"
TEXT = r"[^\n]+"


@dataclass(frozen=True)
class Parts:
    """The children that an element may have, each once; those of a sequence in this order."""

    may: tuple[str, ...]
    must: tuple[str, ...] = ()
    in_order: bool = False
    attributes: tuple[str, ...] = ()


ELEMENTS: dict[str, Parts] = {
    "Task": Parts(
        ("RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"),
        must=("Actions",), attributes=("version",),
    ),
    "RegistrationInfo": Parts(
        ("URI", "SecurityDescriptor", "Source", "Date", "Author", "Version", "Description",
         "Documentation"),
    ),
    "Triggers": Parts(("CalendarTrigger",)),
    "CalendarTrigger": Parts(
        ("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit",
         "RandomDelay", "ScheduleByDay"),
        must=("StartBoundary", "ScheduleByDay"), in_order=True, attributes=("id",),
    ),
    "ScheduleByDay": Parts(("DaysInterval",)),
    "Principals": Parts(("Principal",), must=("Principal",)),
    "Principal": Parts(
        ("UserId", "LogonType", "GroupId", "DisplayName", "RunLevel", "ProcessTokenSidType",
         "RequiredPrivileges"),
        attributes=("id",),
    ),
    "Settings": Parts(
        ("AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy",
         "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
         "StartWhenAvailable", "NetworkProfileName", "RunOnlyIfNetworkAvailable", "WakeToRun",
         "Enabled", "Hidden", "DeleteExpiredTaskAfter", "IdleSettings", "NetworkSettings",
         "ExecutionTimeLimit", "Priority", "RunOnlyIfIdle"),
    ),
    "Actions": Parts(("Exec",), must=("Exec",), attributes=("Context",)),
    "Exec": Parts(
        ("Command", "Arguments", "WorkingDirectory"), must=("Command",), attributes=("id",)
    ),
}  # fmt: skip

VALUES = {
    "Description": TEXT,
    "Enabled": YES_NO,
    "StartBoundary": MOMENT,
    "DaysInterval": r"[1-9]\d{0,2}",
    "LogonType": r"S4U|Password|InteractiveToken|InteractiveTokenOrPassword",
    "RunLevel": r"LeastPrivilege|HighestAvailable",
    "MultipleInstancesPolicy": r"Parallel|Queue|IgnoreNew|StopExisting",
    "DisallowStartIfOnBatteries": YES_NO,
    "StopIfGoingOnBatteries": YES_NO,
    "StartWhenAvailable": YES_NO,
    "ExecutionTimeLimit": SPAN,
    "Command": TEXT,
    "Arguments": TEXT,
    "WorkingDirectory": TEXT,
}


def faults(data: bytes) -> list[str]:
    """What Windows would refuse in a task file."""
    task = ET.fromstring(data)  # noqa: S314  our own file
    if task.tag != f"{SPACE}Task" or not re.fullmatch(r"1\.[1-6]", task.get("version", "")):
        return ["no task of a known version"]
    return list(_faults(task))


def _faults(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(SPACE)
    names = [child.tag.removeprefix(SPACE) for child in element]
    parts = ELEMENTS.get(name)
    if parts is None:
        value = element.text or ""
        if names or element.attrib or not re.fullmatch(VALUES.get(name, "(?!)"), value):
            yield f"{name}: {value or names}"
        return
    if not set(element.attrib) <= set(parts.attributes):
        yield f"{name}: attributes {sorted(element.attrib)}"
    if not set(parts.must) <= set(names) <= set(parts.may) or len(set(names)) < len(names):
        yield f"{name}: {names}"
    elif parts.in_order and names != sorted(names, key=parts.may.index):
        yield f"{name}: out of order: {names}"
    for child in element:
        yield from _faults(child)
