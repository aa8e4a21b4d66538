"""The table of terms: every vocabulary with its terms, their definitions and what they mean."""

from milepost.release.tables.columns import (
    english,
    flag,
    listed,
    members,
    owner,
    plain,
    texts,
)
from milepost.release.tables.table import Column, Table

VOCABULARY = Table(
    "vocabulary",
    "The terms of every vocabulary, with labels and definitions",
    members("vocabulary", "terms", "id"),
    (
        owner("vocabulary"),
        Column("term", "The term, as records write it.", lambda term: term.body["id"]),
        *texts("label", "The label"),
        listed("unreviewed", "The languages in which nobody has reviewed the label."),
        english("definition", "What the term means."),
        english("scope_note", "When to use it, and when not."),
        listed("broader", "The terms above it in the same vocabulary."),
        listed("examples", "Examples."),
        flag("abstract", "Whether it only groups others and no record may use it."),
        plain("track", "Of a level: its track."),
        plain(
            "rank", "Of a level: its order on the track, where there is one.", datatype="integer"
        ),
        flag("directed", "Of a level: whether it is that of one party’s mission."),
        flag("overlay", "Of a level: whether it may be open beside another."),
        plain("proximity", "Of a kind of source: primary or secondary."),
        plain("since", "The version that brought the term."),
        plain("replaced_by", "The term to use in its stead."),
        flag("starting", "Of a level: whether its track stands on it before anything happened."),
    ),
    key=("vocabulary", "term"),
)
