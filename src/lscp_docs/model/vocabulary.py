"""The closed lists of words that a case file may use, each with the words that a reader sees."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum


class Term(StrEnum):
    """A word of a closed list: its value is written in the case file, `words` is for readers."""

    words: str

    def __new__(cls, value: str, words: str = "") -> Term:
        """Make a term from the key of the case file and the words for a reader."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.words = words or value.replace("_", " ")
        return term


class IncidentType(Term):
    """What happened, as the national notification asks."""

    DEATH = "death", "death of a child"
    SERIOUS_HARM = "serious_harm", "serious harm to a child"
    LOOKED_AFTER_CHILD_DEATH = "looked_after_child_death", "death of a looked after child"
    CARE_LEAVER_DEATH = "care_leaver_death", "death of a care leaver"


class AbuseStatus(Term):
    """Whether abuse or neglect is known or suspected (the statutory words)."""

    KNOWN = "known"
    SUSPECTED = "suspected"
    NOT_KNOWN_OR_SUSPECTED = "not_known_or_suspected", "not known or suspected"


class IncidentOutcome(Term):
    """What became of the child, as the criteria ask."""

    DIED = "died"
    SERIOUSLY_HARMED = "seriously_harmed"
    NEITHER = "neither", "neither died nor seriously harmed"


class HarmNature(Term):
    """The nature of the harm."""

    PHYSICAL_INJURY = "physical_injury"
    SEXUAL_ABUSE = "sexual_abuse"
    NEGLECT = "neglect"
    EMOTIONAL_ABUSE = "emotional_abuse"
    EXPLOITATION_CRIMINAL = "exploitation_criminal", "criminal exploitation"
    EXPLOITATION_SEXUAL = "exploitation_sexual", "sexual exploitation"
    SUSPECTED_SUICIDE_SELF_HARM = "suspected_suicide_self_harm", "suspected suicide or self-harm"
    FABRICATED_OR_INDUCED_ILLNESS = "fabricated_or_induced_illness"
    OTHER = "other"


class HarmDimension(Term):
    """The sides of a child's life and health that serious harm can impair."""

    MENTAL_HEALTH = "mental_health"
    INTELLECTUAL = "intellectual", "intellectual development"
    EMOTIONAL = "emotional", "emotional development"
    SOCIAL = "social", "social development"
    BEHAVIOURAL = "behavioural", "behavioural development"
    PHYSICAL_HEALTH = "physical_health"


class LegalStatus(Term):
    """A child's legal status at the time of the incident."""

    NONE = "none", "no legal order or plan"
    CHILD_IN_NEED = "child_in_need"
    CHILD_PROTECTION_PLAN = "child_protection_plan", "subject to a child protection plan"
    LOOKED_AFTER = "looked_after", "looked after child"
    CARE_LEAVER = "care_leaver"
    ADOPTED = "adopted"
    PRIVATE_FOSTERING = "private_fostering", "privately fostered"
    YOUTH_CUSTODY = "youth_custody", "in youth custody"
    UNKNOWN = "unknown", "not known"


class Sex(Term):
    """A child's sex, as recorded."""

    FEMALE = "female"
    MALE = "male"
    NOT_KNOWN = "not_known"


class Disability(Term):
    """Whether a child is disabled; the kind is told in words."""

    NONE = "none", "no disability"
    DISABLED = "disabled"
    UNKNOWN = "unknown", "not known"


class Partner(Term):
    """The three statutory safeguarding partners, and no others."""

    LOCAL_AUTHORITY = "local_authority"
    POLICE = "police"
    HEALTH = "health", "health (integrated care board)"


class View(Term):
    """A safeguarding partner's view on the criteria: a view, never a vote."""

    CRITERIA_MET = "criteria_met", "the criteria are met"
    CRITERIA_NOT_MET = "criteria_not_met", "the criteria are not met"
    FINELY_BALANCED = "finely_balanced", "finely balanced"
    NOT_AVAILABLE = "not_available", "view not available"


class Outcome(Term):
    """The local authority's decision on a notification."""

    NOTIFY = "notify", "to notify"
    NOT_NOTIFY = "not_notify", "not to notify"
    DEFERRED = "deferred", "deferred for information"


class Finding(Term):
    """A finding on one limb of the criteria."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_YET_KNOWN = "not_yet_known"


class CriterionLimb(Term):
    """The limbs of the criteria for a notification."""

    ABUSE_OR_NEGLECT = "abuse_or_neglect", "abuse or neglect is known or suspected"
    DIED_OR_SERIOUSLY_HARMED = (
        "died_or_seriously_harmed",
        "the child has died or been seriously harmed",
    )
    IN_AREA_OR_NORMALLY_RESIDENT = (
        "in_area_or_normally_resident",
        "in the local authority’s area, or outside England while normally resident in it",
    )


class Regulation11(Term):
    """The criteria that safeguarding partners must take into account for a local review."""

    IMPROVEMENTS = "a", "improvements needed, including those previously identified"
    RECURRENT_THEMES = "b", "recurrent themes"
    WORKING_TOGETHER = "c", "concerns regarding two or more agencies working together"
    PANEL_VIEW = "d", "the Panel considered a local review more appropriate"


class LeadCapacity(Term):
    """In what capacity the lead agreed to the referral."""

    AGENCY_SAFEGUARDING_LEAD = "agency_safeguarding_lead"
    REVIEW_GROUP_REPRESENTATIVE = "review_group_representative"


class LeadAgreement(Term):
    """Whether the lead agrees with the referral."""

    YES = "yes", "agrees"
    NO_BUT_FORWARDED = "no_but_forwarded", "does not agree, forwarded all the same"


class LearningRoute(Term):
    """How learning is drawn from a case without a local practice review."""

    NONE = "none", "no further learning route"
    LESSONS_LEARNED_REVIEW = "lessons_learned_review"
    LOCAL_THEMATIC_REVIEW = "local_thematic_review"
    SINGLE_AGENCY_REVIEW = "single_agency_review"
    PRACTICE_AUDIT = "practice_audit"
    OTHER_BOARD_REVIEW = "other_board_review", "review by another board"


class RapidReviewOutcome(Term):
    """What a rapid review recommends and the Executive decides."""

    LCSPR = "lcspr", "a local child safeguarding practice review"
    NO_LCSPR = "no_lcspr", "no local child safeguarding practice review"
    FURTHER_INFORMATION = "further_information", "further information before a decision"


class PanelResponse(Term):
    """What the Panel answered."""

    AGREES = "agrees"
    DISAGREES_WITH_NO_LCSPR = (
        "disagrees_with_no_lcspr",
        "disagrees with the decision not to carry out a review",
    )
    DISAGREES_WITH_NON_PUBLICATION = (
        "disagrees_with_non_publication",
        "disagrees with the decision not to publish",
    )
    ASKS_QUESTIONS = "asks_questions"
    NATIONAL_REVIEW = "national_review", "will carry out a national review"
    NO_RESPONSE_YET = "no_response_yet"


class PublicationOutcome(Term):
    """Whether and how a review's report is published."""

    FULL = "full", "published in full"
    LEARNING_ONLY = "learning_only", "learning only"
    NOT_PUBLISHED = "not_published"
    DEFERRED = "deferred"


class PublicationGround(Term):
    """The grounds of a decision on publication."""

    IDENTIFICATION_OF_OTHERS = (
        "identification_of_others",
        "other children or family members would be identified",
    )
    WELLBEING = "wellbeing", "the wellbeing of the child or family"
    CRIMINAL_PROCEEDINGS = "criminal_proceedings"
    OTHER = "other"


class MeetingKind(Term):
    """The meetings of a case."""

    EXTRAORDINARY_REVIEW_GROUP = (
        "extraordinary_review_group",
        "extraordinary meeting of the review group",
    )
    RAPID_REVIEW_WITH_AUTHORS = (
        "rapid_review_with_authors",
        "rapid review meeting with the scoping authors",
    )
    REVIEW_GROUP_CRITERIA = (
        "review_group_criteria",
        "meeting of the review group alone on the criteria",
    )
    EXECUTIVE = "executive", "meeting of the Executive"
    SUDIC = "sudic", "SUDIC meeting"
    PANEL = "panel", "meeting with the Panel"


class Present(Term):
    """How a person took part in a meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"


class ExecutiveMatter(Term):
    """What the Executive decided on or noted."""

    RAPID_REVIEW = "rapid_review", "the recommendation of the rapid review"
    NON_NOTIFICATION = "non_notification", "the rationale for not notifying"
    PUBLICATION = "publication", "the publication of the review"
    SIGN_OFF = "sign_off", "the sign-off of the final report"


class ParallelKind(Term):
    """Processes that run beside a review."""

    CRIMINAL = "criminal", "criminal investigation or proceedings"
    CORONIAL = "coronial", "coroner’s investigation or inquest"
    CARE_PROCEEDINGS = "care_proceedings"
    JOINT_AGENCY_RESPONSE = "joint_agency_response", "SUDIC or joint agency response"
    CHILD_DEATH_OVERVIEW = "child_death_overview", "child death overview panel"
    ALLEGATION_AGAINST_STAFF = "allegation_against_staff", "allegation against a person of trust"
    DISCIPLINARY = "disciplinary"
    SAFEGUARDING_ADULTS_REVIEW = "safeguarding_adults_review"
    DOMESTIC_HOMICIDE_REVIEW = "domestic_homicide_review"
    PATIENT_SAFETY_INVESTIGATION = "patient_safety_investigation"


class CareLeaverStatus(Term):
    """A care leaver's status under the leaving care duties."""

    ELIGIBLE = "eligible"
    RELEVANT = "relevant"
    FORMER_RELEVANT = "former_relevant"
    QUALIFYING = "qualifying"


class FamilyKind(Term):
    """How a person belongs to the child's life."""

    PARENT_CARER = "parent_carer", "parent or carer"
    SIBLING = "sibling"
    HOUSEHOLD = "household", "member of the household"
    SIGNIFICANT = "significant", "significant person"


class ActionStatus(Term):
    """How far an action has come; complete is not evidenced."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE_AWAITING_EVIDENCE = "complete_awaiting_evidence", "complete, awaiting evidence"
    COMPLETE_EVIDENCED = "complete_evidenced", "complete and evidenced"
    CLOSED_NO_LONGER_NEEDED = "closed_no_longer_needed", "closed, no longer needed"


class ActionSource(Term):
    """Where an action comes from."""

    RAPID_REVIEW = "rapid_review"
    LCSPR = "lcspr", "local child safeguarding practice review"
    LOCAL_LEARNING = "local_learning", "local learning process"
    NATIONAL_REVIEW = "national_review"
    AUDIT = "audit"
    SCRUTINY = "scrutiny"
    OTHER_BOARD = "other_board", "another board"


class AgencyKind(Term):
    """What kind of agency it is."""

    STATUTORY_PARTNER = "statutory_partner", "statutory safeguarding partner"
    RELEVANT_AGENCY = "relevant_agency"
    THIRD_SECTOR = "third_sector"


class GroupKind(Term):
    """The groups whose membership a partnership records with dates of office."""

    REVIEW_GROUP = "review_group"
    EXECUTIVE = "executive", "Executive"


class Timetable(Term):
    """The presets of local steps; the time limits themselves are rows of `timescales.limits`."""

    STATUTORY = "statutory"
    SEFTON = "sefton"
    DEVON_DCFP = "devon_dcfp"
    DEVON_CURRENT = "devon_current"
    ONE_WORKING_DAY_MEETING = "one_working_day_meeting"


class PeriodKind(Term):
    """The kinds of period that reports are made for."""

    CALENDAR_YEAR = "calendar_year"
    MUNICIPAL_YEAR = "municipal_year"
    FINANCIAL_YEAR = "financial_year"
    QUARTER = "quarter"
    MONTH = "month"


class Season(Term):
    """A season in which a further report was promised: three whole months, as for the weather.

    "In the autumn" is the promise of the Leeds Executive Board report (6.1); that it means
    September to November is this project's choice.
    """

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"

    @property
    def begins(self) -> int:
        """The number of the month in which it begins."""
        return {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[self.value]

    def has(self, day: dt.date) -> bool:
        """True when the day lies in such a season of any year."""
        return (day.month - self.begins) % 12 < 3

    def next_after(self, day: dt.date) -> dt.date:
        """Return the first day of the next such season that begins after a day."""
        begins = dt.date(day.year, self.begins, 1)
        return begins if begins > day else begins.replace(year=day.year + 1)
