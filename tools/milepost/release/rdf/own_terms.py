"""The terms of our own, each with its definition: only what no standard has a word for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from milepost.release.rdf.namespaces import OWN
from milepost.release.rdf.triple import Literal, Triple


class OwnTerm(NamedTuple):
    """A term without its prefix, what it means, and the standard terms that it narrows."""

    name: str
    definition: str
    broader: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The term with its prefix."""
        return f"milepost:{self.name}"


CLASSES = (
    OwnTerm(
        "Milestone",
        "An event or an instrument by which a relationship began or changed.",
        ("schema:Event", "prov:Activity"),
    ),
    OwnTerm("Stage", "An act within a milestone, such as agreed or signed.", ("schema:Event",)),
    OwnTerm("AgendaItem", "What was raised, asked, offered or pledged at a milestone."),
    OwnTerm("Effect", "A level of status that a milestone opens."),
    OwnTerm("Relationship", "The relations of two states, of which milestones tell."),
    OwnTerm(
        "Coverage",
        "What was searched for in a relationship, in which years and how completely; "
        "beyond it, that nothing is there says nothing.",
    ),
    OwnTerm("StatusInterval", "A level of a relationship over time, computed from effects."),
    OwnTerm("Membership", "The entry of a state in a list of states, with its number."),
    OwnTerm(
        "Statement",
        "A claim: the value that a source gives for one value of a record.",
        ("prov:Entity", "oa:Annotation"),
    ),
    OwnTerm(
        "Settlement", "How a dispute between sources was settled, or left open.", ("prov:Activity",)
    ),
    OwnTerm(
        "DigestSelector",
        "The SHA-256 that the selected text must have, in UTF-8; it proves the place to whoever "
        "holds the text, and copies no word of it.",
        ("oa:Selector",),
    ),
    OwnTerm("Withdrawn", "What a release once held and this one does not."),
)
PROPERTIES = (
    OwnTerm("relationship", "The relationship that a milestone or an interval belongs to."),
    OwnTerm("headline", "The stage whose date stands for the milestone."),
    OwnTerm("protocol", "The form of a visit."),
    OwnTerm("translated", "A language in which the title is the editors’ own translation."),
    OwnTerm("side", "The state for which an actor took part."),
    OwnTerm("office", "The office that somebody held."),
    OwnTerm("government", "The government that acted, or for which alone a level holds."),
    OwnTerm("atStage", "The stage at which an actor took part or a level began."),
    OwnTerm("agendaItem", "An item of the agenda of a milestone."),
    OwnTerm("act", "What was done with an item of the agenda."),
    OwnTerm("by", "Who did it."),
    OwnTerm("to", "Whom it was addressed to."),
    OwnTerm("capacity", "The capacity in which it was addressed to them."),
    OwnTerm("effect", "An effect of a milestone on the status of its relationships."),
    OwnTerm("track", "diplomatic, missions or partnership."),
    OwnTerm("level", "The level of status that begins."),
    OwnTerm("fromLevel", "The level of status before."),
    OwnTerm("of", "The party whose mission it is, or which alone calls a partnership so."),
    OwnTerm("quantity", "An amount that belongs to a milestone."),
    OwnTerm("party", "A state that a relationship is of, or that somebody or something is of."),
    OwnTerm("coverage", "What was searched for in a relationship."),
    OwnTerm("covers", "A type of milestone that was searched for."),
    OwnTerm("completeness", "How complete the search was."),
    OwnTerm("openedBy", "The milestone that opened a level."),
    OwnTerm("closedBy", "The milestone that opened the next level; absent while it lasts."),
    OwnTerm("earliest", "The first day that the date allows; absent where it is open."),
    OwnTerm("latest", "The last day that the date allows; absent where it is open."),
    OwnTerm("startEarliest", "The first day that the start allows; absent where it is open."),
    OwnTerm("startLatest", "The last day that the start allows; absent where it is open."),
    OwnTerm("endEarliest", "The first day that the end allows; absent where it is open."),
    OwnTerm("endLatest", "The last day that the end allows; absent where it is open."),
    OwnTerm("isoAlpha2", "The ISO 3166-1 alpha-2 code."),
    OwnTerm("isoAlpha3", "The ISO 3166-1 alpha-3 code."),
    OwnTerm("isoNumeric", "The ISO 3166-1 numeric code, three digits."),
    OwnTerm("membership", "An entry of a state in a list of states."),
    OwnTerm("stateList", "cow (Correlates of War) or gw (Gleditsch and Ward)."),
    OwnTerm("stateNumber", "The number of a state in a list."),
    OwnTerm("publishedBasis", "How the date of a source is known."),
    OwnTerm("stake", "A party on whose behalf a source speaks."),
    OwnTerm("read", "first-hand, or relayed where the editors rest on another’s notes."),
    OwnTerm("locator", "Where in its source a passage stands, in words."),
    OwnTerm("textProfile", "How a text is normalised before its code points are counted."),
    OwnTerm("onBehalfOf", "The party on whose behalf somebody speaks."),
    OwnTerm("record", "The record that a statement is about."),
    OwnTerm("pointer", "Which value of the record: a JSON Pointer with keys."),
    OwnTerm("standing", "How a statement stands to the published value."),
    OwnTerm("settledBy", "The settlement that a statement is subject to."),
    OwnTerm("derivationRule", "The rule by which a value follows from what the source prints."),
    OwnTerm("derivation", "The rule with all its inputs, as JSON."),
    OwnTerm("rule", "The rule by which a dispute was settled."),
    OwnTerm("outcome", "What came of a dispute."),
    OwnTerm("readAs", "The pointer of the stage that the rejected claims are read as."),
    OwnTerm("levelRank", "The order of a level on its track, where there is one."),
    OwnTerm("abstract", "Whether a term only groups others and no record may use it."),
    OwnTerm("planned", "Whether a stage does not show that the thing happened."),
    OwnTerm("directed", "Whether a level is that of one party’s mission."),
    OwnTerm("overlay", "Whether a level may be open beside another."),
    OwnTerm("starting", "Whether a track stands on a level before anything happened."),
    OwnTerm("fate", "moved, merged, split or withdrawn."),
)
CONCEPTS = (
    OwnTerm("standing-supports", "The claim lies within the published value."),
    OwnTerm("standing-coarser", "The claim agrees with the published value, less exactly."),
    OwnTerm("standing-disputes", "The claim and the published value cannot both be true."),
    OwnTerm("standing-not-published", "The record publishes no value for the claim."),
    OwnTerm("outcome-rejected", "The claims lost against the published value."),
    OwnTerm("outcome-open", "The dispute is left open, and the published value allows each claim."),
    OwnTerm("outcome-read-as", "The claims are read as speaking of another stage."),
    OwnTerm("outcome-not-published", "The record has no place for the claims."),
)
_TYPES = (
    (CLASSES, "rdfs:Class", "rdfs:subClassOf"),
    (PROPERTIES, "rdf:Property", "rdfs:subPropertyOf"),
    (CONCEPTS, "skos:Concept", "skos:broader"),
)


def own_terms() -> Iterator[Triple]:
    """Yield the definition of each term, so that the graph explains itself."""
    yield OWN, "rdf:type", "skos:ConceptScheme"
    yield OWN, "rdfs:label", Literal("The terms of Milepost", "en")
    for terms, kind, narrows in _TYPES:
        for term in terms:
            yield term.iri, "rdf:type", kind
            yield term.iri, "rdfs:label", Literal(_in_words(term.name), "en")
            yield term.iri, "skos:definition", Literal(term.definition, "en")
            yield term.iri, "rdfs:isDefinedBy", OWN
            for standard in term.broader:
                yield term.iri, narrows, standard


def _in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("-", " ").lower()
