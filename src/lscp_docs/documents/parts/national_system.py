"""The national notification system: its names by date, and that only a person enters anything."""

from __future__ import annotations

from lscp_docs.documents.material import Material
from lscp_docs.documents.parts.children import Fact, known_fact
from lscp_docs.documents.parts.notification_made import kept, notifier, other_areas, sent
from lscp_docs.timescales.guidance import Regime, cite, regime_on
from lscp_docs.wording import Words


def how_to_enter(m: Material) -> tuple[str, ...]:
    """Where a person enters the notification, by the names of the day; nothing is submitted."""
    system = cite("notification-system", m.as_at).words()
    page = cite("notification-page", m.as_at).words()
    enter = (
        "This sheet is for the person who enters the notification. This software never submits "
        f"it: a person signs in to the {system} and types or copies it there."
    )
    if regime_on(m.as_at) is not Regime.WT2023:
        return (enter, f"The page on GOV.UK is called “{page}”.")
    also = cite("notification-system-on-gov-uk", m.as_at).words()
    role = cite("notifier-role", m.as_at).words()
    return (
        enter,
        f"GOV.UK calls it the {also}. The page is “{page}”. Whoever has no account yet registers "
        f"and asks for the role “{role}”.",
    )


def entered(m: Material) -> Words:
    """Whether the notification is made, and in time, by the document's date."""
    notification = sent(m)
    if notification is None:
        return f"The notification has not been entered on {m.words(m.as_at)}."
    return kept(m, notification)


def notifier_facts(m: Material) -> tuple[Fact, ...]:
    """Who notifies, for which local authority, and when it was sent."""
    notification = sent(m)
    authority = Fact(label="Local authority", words=(m.partnership.local_authority.name,))
    if notification is None:
        return (
            authority,
            known_fact(m, "Name and role", None),
            Fact(label="Sent on", words=(f"Not entered on {m.words(m.as_at)}",)),
        )
    return (
        authority,
        Fact(label="Name and role", words=notifier(m, notification)),
        Fact(label="Sent on", words=(m.words(notification.sent_at),)),
        known_fact(m, "Reference of the national system", notification.reference),
        Fact(label="Other areas told", words=(other_areas(notification),)),
    )
