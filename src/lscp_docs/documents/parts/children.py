"""The people of a case as papers list them: the children, the family, the agencies involved.

Every fact may be unknown, and then says so; `is_known` tells the two apart. The rows follow the
disclosure profile, so that each document may use them.
"""

from __future__ import annotations

from dataclasses import dataclass

from lscp_docs.disclosure.profiles import Profile
from lscp_docs.documents.material import Material, Plain
from lscp_docs.model.people import Child, ChildProtectionPlan, FamilyMember, KnownTo, Professional
from lscp_docs.model.vocabulary import Sex
from lscp_docs.wording import Gap, Prose, day_in_words, list_in_words, sentence_case

NONE_RECORDED = "None recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is asked, and what is recorded: a paragraph an item, never empty."""

    label: str
    words: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRows:
    """A child: a heading with name and id, and the facts."""

    heading: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRows:
    """A member of the family or household, in the four cells of a table's row."""

    person: Prose
    """The name, then the relationship and to which child."""
    born: Prose
    home: Prose
    other: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRows:
    """An agency that is or was involved."""

    name: str
    contact: Prose
    still_involved: str


def children(m: Material) -> tuple[ChildRows, ...]:
    """Every child of the case, in the order of the file."""
    return tuple(
        ChildRows(heading=f"{name_of(m, child)} ({child.id})", facts=child_facts(m, child))
        for child in m.case.children
    )


def name_of(m: Material, person: Child | FamilyMember) -> str:
    """A person's name as the profile shows it, with a capital letter.

    The full profile never passes a pseudonym off as a name: it says that there is none.
    """
    if m.profile is not Profile.FULL or _is_named(person):
        return sentence_case(m.showing.name(person))
    is_unborn = isinstance(person, Child) and person.is_unborn
    return "Unborn child" if is_unborn else "Name not known"


def names_of_children(m: Material) -> str:
    """The names of all children of the case, as a list in words."""
    return list_in_words(name_of(m, child) for child in m.case.children)


def _is_named(person: Child | FamilyMember) -> bool:
    return person.forenames is not None or person.surname is not None


def is_known(m: Material, fact: Fact) -> bool:
    """True unless the fact is a gap or says that it is not known."""
    unknown = {m.words(Sex.NOT_KNOWN), "Name not known", "Date not known"}
    return not any(
        isinstance(words, Gap) or words in unknown or words.startswith(m.not_known)
        for words in fact.words
    )


def known_fact(m: Material, label: str, value: Plain | None) -> Fact:
    """A fact that may be unknown."""
    return Fact(label=label, words=(m.known(value),))


def child_facts(m: Material, child: Child) -> tuple[Fact, ...]:
    """Everything that is asked about a child but the voice, which is the rapid review's."""
    return (*_who(m, child), *_where(m, child), *_standing(m, child), *_services(m, child))


def _who(m: Material, child: Child) -> tuple[Fact, ...]:
    facts = [
        Fact(label="Name", words=(name_of(m, child),)),
        Fact(label="Other names used", words=(_joined(m, child.other_names_used),)),
        _born(m, child),
    ]
    if _has_died(m, child):
        facts.append(known_fact(m, "Date of death", child.date_of_death))
    return (
        *facts,
        Fact(label="Sex and gender", words=_both(m, child.sex, child.gender_identity)),
        Fact(label="Ethnicity", words=(_coded(m, child),)),
        Fact(label="Disability", words=_both(m, child.disability, child.disability_details)),
        known_fact(m, "Health", child.health),
        Fact(label="First language", words=(_language(m, child),)),
        known_fact(m, "Religion", child.religion),
        known_fact(m, "NHS number", child.nhs_number),
    )


def _has_died(m: Material, child: Child) -> bool:
    """True when the child had died by the document's date."""
    return child.date_of_death is not None and not m.is_later(child.date_of_death)


def _born(m: Material, child: Child) -> Fact:
    age = m.showing.age(child, m.incident_day)
    told = (child.date_of_birth, child.expected_date_of_delivery)
    marked = next((day for day in told if day is not None), None)
    if marked is None:
        return Fact(label="Age", words=(f"{sentence_case(age)}; date of birth not known",))
    if child.is_unborn:
        words = f"{m.words(marked)}; unborn at the time of the incident"
        return Fact(label="Expected date of delivery", words=(words,))
    born = m.words(marked)
    at_the_time = f"{age} old at the time of the incident"
    shown = sentence_case(at_the_time) if born == age else f"{born}; {at_the_time}"
    return Fact(label="Date of birth", words=(shown,))


def _coded(m: Material, child: Child) -> str:
    code = f" (code {child.ethnicity_code})" if child.ethnicity_code is not None else ""
    return f"{m.known(child.ethnicity)}{code}"


def _language(m: Material, child: Child) -> str:
    needed = {None: "", True: "; an interpreter is needed", False: "; no interpreter is needed"}
    return f"{m.known(child.first_language)}{needed[child.interpreter_needed]}"


def _where(m: Material, child: Child) -> tuple[Fact, ...]:
    home = (
        known_fact(m, "Home address", child.home_address),
        known_fact(m, "Home local authority", child.home_local_authority),
    )
    # Of a child who has died nobody asks where the child is now.
    if child.current_whereabouts is None and _has_died(m, child):
        return home
    return (*home, known_fact(m, "Where the child is now", child.current_whereabouts))


def _standing(m: Material, child: Child) -> tuple[Fact, ...]:
    plan = child.child_protection_plan
    previous = tuple(map(_plan, child.previous_child_protection_plans)) or (NONE_RECORDED,)
    facts = [known_fact(m, "Legal status", child.legal_status)]
    optional = (
        ("Placement", child.placement_type),
        ("Placement address", child.placement_address),
        ("Responsible authority", child.responsible_authority),
    )
    facts += [known_fact(m, label, value) for label, value in optional if value is not None]
    return (
        *facts,
        Fact(
            label="Child protection plan at the time",
            words=(_plan(plan) if plan is not None else m.not_known,),
        ),
        Fact(label="Earlier child protection plans", words=previous),
    )


def _plan(plan: ChildProtectionPlan) -> str:
    """A plan in words: "Yes: neglect, from 1 March 2025"; an earlier one without the yes or no."""
    dates = [
        f"{word} {day_in_words(day)}"
        for word, day in (("from", plan.began_on), ("to", plan.ended_on))
        if day is not None
    ]
    details = ", ".join([*filter(None, [plan.category]), *filter(None, [" ".join(dates)])])
    if plan.now:
        return f"Yes: {details}" if details else "Yes"
    return sentence_case(details) or "No"


def _services(m: Material, child: Child) -> tuple[Fact, ...]:
    facts = [
        Fact(label="Known to", words=_known_to(m, child.known_to)),
        known_fact(m, "School or setting", child.school_or_setting),
        known_fact(m, "GP", child.gp),
    ]
    if child.health_visitor is not None:
        visitor = m.showing.professional(child.health_visitor, "health visitor")
        facts.append(Fact(label="Health visitor", words=(visitor,)))
    if child.sibling_of:
        named = [name_of(m, m.case.child(key)) for key in child.sibling_of]
        words = f"{list_in_words(named)} (also in this case)"
        facts.append(Fact(label="Brothers and sisters", words=(words,)))
    return tuple(facts)


def _known_to(m: Material, known: tuple[KnownTo, ...]) -> Prose:
    involvement = {True: "open", False: "closed"}
    return tuple(f"{m.agency(entry.agency)} ({involvement[entry.open]})" for entry in known) or (
        m.not_known,
    )


def family(m: Material) -> tuple[FamilyRows, ...]:
    """The members of the family and household, in the order of the file."""
    return tuple(
        FamilyRows(
            person=(name_of(m, member), _relationship(m, member)),
            born=_born_and_sex(m, member),
            home=(m.known(member.address), _household(member)),
            other=_other(m, member),
        )
        for member in m.case.family
    )


def _relationship(m: Material, member: FamilyMember) -> str:
    """The relationship, with the kind where that says more, and the children that it is to."""
    words = sentence_case(member.relationship)
    if len(m.case.children) == 1 or len(member.of) == len(m.case.children):
        return words
    return f"{words} (of {list_in_words(member.of)})"


def _born_and_sex(m: Material, member: FamilyMember) -> Prose:
    if member.date_of_birth is not None:
        born = m.words(member.date_of_birth)
    elif member.age_if_date_of_birth_unknown is not None:
        born = sentence_case(m.showing.years(member.age_if_date_of_birth_unknown))
    else:
        born = m.not_known
    told = tuple(m.words(value) for value in (member.sex, member.ethnicity) if value is not None)
    return (born, *told)


def _household(member: FamilyMember) -> str:
    return {
        None: "Not known whether in the same home",
        True: "In the same home",
        False: "Lives elsewhere",
    }[member.lives_with_child]


def _other(m: Material, member: FamilyMember) -> Prose:
    told = []
    if member.other_names_used:
        told.append(f"Other names: {_joined(m, member.other_names_used)}")
    if member.legal_status is not None:
        told.append(f"Legal status: {member.legal_status.words}")
    if member.school_or_setting is not None:
        told.append(f"School or setting: {m.words(member.school_or_setting)}")
    return tuple(told) or (NONE_RECORDED,)


def agencies(m: Material) -> tuple[AgencyRows, ...]:
    """The agencies that are or were involved with the child or family."""
    still = {None: m.not_known, True: "Yes", False: "No"}
    return tuple(
        AgencyRows(
            name=m.agency(entry.agency),
            contact=contact(m, entry.contact) if entry.contact is not None else (NONE_RECORDED,),
            still_involved=still[entry.still_involved],
        )
        for entry in m.case.agencies
    )


def contact(m: Material, person: Professional) -> tuple[str, ...]:
    """A professional's name and role, then each way to reach them that is recorded."""
    ways = (person.address, person.telephone, person.email)
    reached = (m.words(way) for way in ways if way is not None)
    return (m.showing.professional(person.name, person.role), *reached)


def _joined(m: Material, names: tuple[Plain, ...]) -> str:
    return "; ".join(m.words(name) for name in names) or NONE_RECORDED


def _both(m: Material, value: Plain | None, details: Plain | None) -> Prose:
    return (m.known(value), *([m.words(details)] if details is not None else []))
