"""What pages say, before they are pages."""

import re

from milepost.model import Record
from milepost.site.at_a_glance import glance
from milepost.site.chronology_table import chronology_table
from milepost.site.claims import Row, groups
from milepost.site.disputes import answered, disputes, notice, sentences
from milepost.site.pages.milestone import milestone_values
from milepost.site.pages.named import named_values
from milepost.site.pages.source import source_values
from milepost.site.pages.vocabulary import vocabulary_values
from milepost.site.phrase import plain
from milepost.site.relationship import coverage, status_table
from milepost.site.tables import Table
from milepost.site.terms_table import terms_tables
from sites import the_site, the_small_site

UPGRADE = "mp-bqdztmr"
DISPUTE = (
    "Sources differ on the date of the stage Agreed. Published here: 23 April 2022.",
    (
        "23 April 2022 (supports): Kao Kim Hourn (Minister attached to the prime minister, for "
        "Cambodia) in Report on the talks in Kumamoto, republished (Cambodia News Gazette), "
        "paragraph 2."
    ),
    (
        "2023 (disputes): Article on the celebrations of seventy years of relations (The Phnom "
        "Penh Post), paragraph 9."
    ),
    (
        "On the claim of 2023: Different act. The claim is kept: the editors read it as the date "
        "of the stage In effect. The Cambodian minister dates the agreement of the two prime "
        "ministers to raise the partnership; the newspaper looks back on the year in which the "
        "relation reached the new level. The two are acts of one upgrade, and both dates are "
        "kept. (The Milepost editors, 22 November 2026)"
    ),
)


def milestone(identifier: str) -> Record:
    return the_small_site().dataset.of("milestone")[identifier]


def words(table: Table) -> list[tuple[str, ...]]:
    return [tuple(plain(cell) for cell in row) for row in table.rows]


def row_at(identifier: str, address: str) -> Row:
    record = milestone(identifier)
    rows = [row for group in groups(the_small_site(), record) for row in group.rows]
    return next(row for row in rows if address in [line.address for line in row.lines])


def test_a_dispute_is_told_in_words() -> None:
    (dispute,) = disputes(the_small_site(), milestone(UPGRADE))

    assert DISPUTE == sentences(dispute)


def test_a_reader_is_told_of_the_disputes_of_a_page() -> None:
    found = disputes(the_small_site(), milestone(UPGRADE))

    assert "Sources differ on the date of the stage Agreed." == plain(notice(found))
    assert () == notice(())


def test_a_link_says_whether_disputes_are_settled_or_open() -> None:
    (settled,) = disputes(the_small_site(), milestone(UPGRADE))
    still = settled._replace(is_open=True)

    assert "How it was settled" == answered([settled])
    assert "How they were settled" == answered([settled, settled])
    assert "Why it is left open" == answered([still])
    assert "Why they are left open" == answered([still, still])
    assert "How they were settled or left open" == answered([settled, still])


def test_every_factual_value_of_every_milestone_is_shown_at_its_address() -> None:
    for record in the_site().dataset.of("milestone").values():
        shown = [
            line.address
            for group in groups(the_site(), record)
            for line in (
                *([group.line] if group.line else []),
                *(line for row in group.rows for line in row.lines),
            )
        ]
        said = {statement.address for statement in the_site().statements(record)}
        assert {*the_site().facts(record), *said} == set(shown)
        assert len(shown) == len(set(shown))


def test_every_statement_of_every_milestone_is_shown_with_its_entry() -> None:
    for record in the_small_site().dataset.of("milestone").values():
        told = {(s.address, s.entry_name, s.value) for s in the_small_site().statements(record)}
        shown = {
            (line.address, claim.entry, claim.value if len(row.lines) == 1 else line.text)
            for group in groups(the_small_site(), record)
            for row in group.rows
            for line in row.lines
            for claim in row.claims
        }
        assert told == shown


def test_a_claim_says_how_it_stands_and_how_it_was_derived() -> None:
    row = row_at(UPGRADE, "/stages/in-effect/date")

    assert ["supports", "agrees, less exact", "agrees, less exact"] == [
        c.stands for c in row.claims
    ]
    assert (
        "Bounded by: latest 19 November 2023 [Year from context: stated 19 November, year unknown "
        "(paragraph 2); year 2023 [From an ordinal anniversary: base 9 January 1953 (paragraph 9); "
        "ordinal 70 (paragraph 1)]]"
    ) == plain(row.claims[1].derived)
    assert "by 19 November 2023 [..2023-11-19]" == plain(row.claims[1].says)


def test_a_value_that_one_side_alone_gives_says_so() -> None:
    row = row_at(UPGRADE, "/stages/agreed/place")

    assert ["One-sided: said on the side of Cambodia alone."] == [plain(r) for r in row.remarks]


def test_why_a_claim_is_not_published_is_told_beside_it() -> None:
    bridge = the_site().dataset.of("milestone")["mp-nrg5vbp"]
    rows = [row for group in groups(the_site(), bridge) for row in group.rows]
    dollars = next(row for row in rows if row.lines[0].address.endswith("-usd/value"))

    assert ["Currency conversion"] == [plain(r).partition(":")[0] for r in dollars.remarks]


def test_values_that_the_same_entries_support_word_for_word_share_a_row() -> None:
    row = row_at("mp-mv56rpm", "/agenda/irrigation/act")

    assert ["Act", "By", "To"] == [line.name for line in row.lines]
    assert ["cng-2022-kumamoto-7"] == [claim.entry for claim in row.claims]


def test_the_stages_of_a_milestone_are_a_table() -> None:
    page = milestone_values(the_small_site(), milestone(UPGRADE))

    assert [
        ("Agreed (in principle or in substance)", "23 April 2022", "Kumamoto", ""),
        ("In effect (entry into force)", "2023", "", "dates the milestone"),
    ] == words(page.stages)


def test_an_effect_is_told_in_words() -> None:
    page = milestone_values(the_small_site(), milestone(UPGRADE))

    assert (
        "from Strategic partnership to Comprehensive strategic partnership, since 2023"
    ) == plain(page.facts[0].value)


def test_links_are_told_both_ways() -> None:
    talks = milestone_values(the_small_site(), milestone("mp-mv56rpm"))

    assert (
        "was the occasion of",
        "Upgrade to a comprehensive strategic partnership, 2023",
    ) in [(link.relation, plain(link.target)) for link in talks.related]


def test_a_source_shows_what_was_read_of_it_and_what_rests_on_it() -> None:
    page = source_values(
        the_small_site(), the_small_site().dataset.of("source")["ppp-2023-fireworks"]
    )
    facts = {fact.name: plain(fact.value) for fact in page.facts}

    assert "a copy that the editors hold, read whole, on 22 November 2026" == facts["What was read"]
    assert 5 == len(page.rests)
    assert (
        "no date is known"
        == {
            fact.name: plain(fact.value)
            for fact in source_values(
                the_small_site(), the_small_site().dataset.of("source")["cng-2022-kumamoto"]
            ).facts
        }["Published"]
    )


def test_a_person_shows_each_milestone_once_with_what_they_did() -> None:
    page = named_values(the_small_site(), the_small_site().dataset.of("person")["hun-sen"])

    record, date, how = words(page.mentions)[0]
    assert ("Talks of the prime ministers in Kumamoto", "23 April 2022") == (record, date)
    assert how.startswith(
        "Participant, Prime minister; Praised the progress: Water and sanitation, "
    )
    assert "Hoped for: Irrigation, Clean water, Wastewater treatment and Security" in how


def test_what_a_person_did_stands_in_the_order_of_dates_across_relationships() -> None:
    page = named_values(the_site(), the_site().dataset.of("person")["hun-sen"])
    years = [re.findall("[0-9]{4}", date)[:1] for _, date, _ in words(page.mentions)]

    assert sorted(years) == years


def test_a_party_shows_its_codes_and_its_memberships_with_evidence() -> None:
    page = named_values(the_small_site(), the_small_site().dataset.of("party")["khm"])
    facts = {fact.name: plain(fact.value) for fact in page.facts}

    assert "KHM" == facts["ISO 3166-1 alpha-3"]
    assert "number 811, version 2016, from 9 November 1953" == facts["List of Correlates of War"]
    assert "Members of the state system, 1816 to 2016" in plain(page.groups[0].rows[0].claims[0].by)


def test_a_term_shows_the_records_that_use_it() -> None:
    page = vocabulary_values(the_small_site(), the_small_site().dataset.of("vocabulary")["stage"])
    (agreed,) = (term for term in page.terms if term.id == "agreed")

    assert ["Upgrade to a comprehensive strategic partnership"] == [u.text for u in agreed.uses]


def test_a_relationship_is_told_at_a_glance() -> None:
    facts = {fact.name: plain(fact.value) for fact in glance(the_small_site(), "jpn-khm")}

    assert {
        "Parties": "Japan and Cambodia",
        "In other languages": "日本・カンボジア (editors’ translation)",
        "First relations": "9 January 1953: Diplomatic relations between Cambodia and Japan",
        "Diplomatic relations": "Diplomatic relations since 9 January 1953",
        "Partnership": "Comprehensive strategic partnership since 2023",
        "Next anniversary of relations": (
            "9 January 2027: the 74th of Diplomatic relations between Cambodia and Japan"
        ),
        "Recorded": "8 milestones, 3 sources, 1 dispute",
        "Next round anniversary": (
            "23 April 2027: the 5th of Talks of the prime ministers in Kumamoto"
        ),
        "Agreement": (
            "110 of 115 claims support what is published; 4 agree and are less exact; "
            "1 disputes it, settled."
        ),
    } == facts


def test_the_status_through_time_says_who_and_how_sure() -> None:
    rows = words(status_table(the_small_site(), "jpn-khm"))

    assert (
        "Partnership",
        "Strategic partnership",
        "2013",
        "2023",
        "Strategic partnership",
    ) == rows[1][:5]
    assert "still open" == rows[2][3]
    assert "Article on the celebrations of seventy years of relations" in rows[2][5]


def test_the_timeline_marks_disputes() -> None:
    rows = words(chronology_table(the_small_site(), "jpn-khm"))

    assert 8 == len(rows)
    assert ["1 settled"] == [row[3] for row in rows if row[3]]
    assert ("9 January 1953", "Diplomatic relations between Cambodia and Japan") == rows[0][:2]


def test_a_reader_finds_a_type_in_the_coverage_by_its_letter() -> None:
    (told,) = (plain(statement) for statement in coverage(the_site(), "jpn-khm"))
    some = ("Anniversary", "Bridge", "Concessional loan", "Grant aid", "Peace treaty", "Visit by")
    places = [told.index(f" {name}") for name in some]

    assert sorted(places) == places


def test_coverage_is_told_in_words() -> None:
    (told,) = (plain(statement) for statement in coverage(the_small_site(), "jpn-khm"))

    assert told.startswith("Partial for Anniversary or friendship year, Establishment of ")
    assert (
        "from 1953 to 2023, as of 22 November 2026. Two newspaper articles were read whole" in told
    )


def test_the_terms_that_a_record_may_publish_stand_under_their_headings() -> None:
    tables = terms_tables(the_small_site(), "milestone-type")
    terms = the_small_site().view.terms["milestone-type"].values()
    shown = [row[0] for table in tables for row in words(table)]

    assert [t["label"]["en"] for t in terms if not t.get("abstract")] == shown
    assert "Relations and representation" == tables[0].label
    (stages,) = terms_tables(the_small_site(), "stage")
    assert "Stages" in stages.label
