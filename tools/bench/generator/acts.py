"""What relations consist of: the types of milestones, each with the stages that it goes through."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Act:
    """A type of milestone as it is told: its stages in order, and who is there in which role.

    The first two roles are those of the two parties, the others of people; the last stage is the
    headline. `topics` are what it may be about; a `quantity` is its kind and unit.
    """

    type: str
    stages: tuple[str, ...]
    roles: tuple[str, str, str] = ("party", "party", "representative")
    topics: tuple[str, ...] = ("bilateral-relations",)
    quantity: tuple[str, str] | None = None
    instrument: str = ""
    protocol: str = ""
    lasts: bool = False


RECOGNITION: Final = Act(
    "recognition", ("announced", "in-effect"), ("recognizing-state", "recognized-entity", "speaker")
)
ESTABLISHMENT: Final = Act(
    "establishment-of-relations",
    ("agreed", "announced", "in-effect"),
    instrument="joint-communique",
)
MISSION: Final = Act(
    "mission-opening", ("agreed", "opened"), ("sending-state", "receiving-state", "representative")
)
PARTNERSHIP: Final = Act(
    "partnership-establishment", ("agreed", "announced", "in-effect"), instrument="joint-statement"
)
UPGRADE: Final = Act(
    "partnership-upgrade", ("proposed", "agreed", "in-effect"), instrument="joint-statement"
)

_TALKS: Final = ("participant", "participant", "participant")
_AID: Final = ("donor", "recipient", "signatory")
_VISIT: Final = ("visitor", "host", "visitor")
_SIGNING: Final = ("party", "party", "signatory")

# What fills the years between the rungs of the ladders.
OTHERS: Final = (
    Act("summit-meeting", ("planned", "occurred"), _TALKS, ("trade", "water", "maritime")),
    Act(
        "head-of-government-visit",
        ("announced", "occurred"),
        _VISIT,
        ("investment", "defence", "culture"),
        protocol="official",
        lasts=True,
    ),
    Act(
        "foreign-minister-visit",
        ("announced", "planned", "occurred"),
        _VISIT,
        ("regional-affairs", "elections"),
        protocol="working",
        lasts=True,
    ),
    Act(
        "grant-aid",
        ("requested", "agreed", "signed", "completed"),
        _AID,
        ("health", "education", "clean-water"),
        ("grant", "JPY"),
        "exchange-of-notes",
    ),
    Act(
        "concessional-loan",
        ("requested", "pledged", "signed"),
        _AID,
        ("energy", "deep-sea-port", "transport"),
        ("loan", "USD"),
        "loan-agreement",
    ),
    Act(
        "bridge-works",
        ("agreed", "started", "completed", "opened"),
        _AID,
        ("transport", "urban"),
        ("length", "m"),
    ),
    Act(
        "sectoral-agreement",
        ("agreed", "signed", "in-effect"),
        _SIGNING,
        ("agriculture", "aviation", "tourism"),
        instrument="memorandum-of-cooperation",
    ),
    Act(
        "trade-and-investment-agreement",
        ("signed", "ratified", "in-effect"),
        _SIGNING,
        ("trade", "investment"),
        instrument="treaty",
    ),
    Act("official-consultations", ("agreed", "occurred"), _TALKS, ("law-and-justice", "digital")),
    Act(
        "peacekeeping-deployment",
        ("requested", "approved", "started", "completed"),
        _TALKS,
        ("peacekeeping", "peace-process"),
        ("personnel", ""),
    ),
    Act(
        "anniversary-event",
        ("planned", "occurred"),
        ("organizer", "organizer", "speaker"),
        ("culture", "diplomacy"),
    ),
)
CONFERENCE: Final = Act(
    "international-conference", ("announced", "occurred"), _TALKS, ("environment", "disaster")
)
