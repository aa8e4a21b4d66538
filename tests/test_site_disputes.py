"""The page of all disputes: nothing left out, nothing told twice, every reason beside its rule."""

from docutils import nodes

from milepost.evidence.disputes import disputed, left_open
from milepost.site.all_disputes import all_disputes, counted
from milepost.site.amounts import amount_phrase
from milepost.site.dispute_sections import dispute_sections
from milepost.site.home import counts
from milepost.site.page_names import PAGED
from milepost.site.phrase import plain
from sites import built, read, the_site


def told() -> list[tuple[str, str]]:
    return [
        (one.record.id, one.dispute.address)
        for gathered in all_disputes(the_site())
        for one in (*gathered.open, *gathered.settled)
    ]


def test_the_page_tells_each_dispute_of_the_dataset_once() -> None:
    site = the_site()
    records = [record for kind in PAGED for record in site.dataset.of(kind).values()]
    there = [(record.id, address) for record in records for address in disputed(record, site.view)]

    assert sorted(there) == sorted(told())


def test_the_open_ones_are_those_that_are_left_open() -> None:
    site = the_site()
    records = [record for kind in PAGED for record in site.dataset.of(kind).values()]
    still = {record.id for record in records if left_open(record, site.view)}

    assert still == {one.record.id for gathered in all_disputes(site) for one in gathered.open}


def test_the_table_adds_up() -> None:
    *rows, total = (
        tuple(plain(cell) for cell in row) for row in counted(all_disputes(the_site())).rows
    )

    assert ("All", str(len(told()))) == total[:2]
    assert int(total[1]) == sum(int(row[1]) for row in rows)
    assert int(total[2]) == sum(int(row[2]) for row in rows)


def test_every_dispute_says_by_which_rule_and_why() -> None:
    sections = dispute_sections(all_disputes(the_site()))
    text = " ".join(section.astext() for section in sections)
    boxes = [box for s in sections for box in s.findall(nodes.container)]

    assert len(told()) == len(boxes)
    for gathered in all_disputes(the_site()):
        for one in (*gathered.open, *gathered.settled):
            assert one.dispute.settled
            for settled in one.dispute.settled:
                assert settled.rationale.text in text


def test_a_settlement_names_the_claims_that_it_is_about() -> None:
    found = [
        plain(settled.heading)
        for gathered in all_disputes(the_site())
        for one in gathered.settled
        if one.record.id == "mp-bbngx6t"
        for settled in one.dispute.settled
    ]

    assert ["On the claim of 1957", "On the claim of 1955", "On the claim of 1952"] == found


def test_the_built_page_leads_to_each_dispute_on_the_page_of_its_record() -> None:
    links = read((built() / "disputes.html").read_text("utf-8")).links

    for gathered in all_disputes(the_site()):
        for one in (*gathered.open, *gathered.settled):
            assert any(
                link.endswith(f"/{one.record.id}.html#dispute-{one.dispute.anchor}")
                for link in links
            )


def test_a_quantity_is_told_in_words_and_keeps_its_digits() -> None:
    said = {
        text: plain(amount_phrase(text))
        for text in ("8", "41.39E9 JPY", "2777E6 JPY", "777103555 USD", "709.8 m")
    }

    assert {
        "8": "8",
        "41.39E9 JPY": "41.39 billion JPY",
        "2777E6 JPY": "2,777 million JPY",
        "777103555 USD": "777,103,555 USD",
        "709.8 m": "709.8 m",
    } == said


def test_an_open_or_rounded_quantity_says_so() -> None:
    assert "300 million USD or more" == plain(amount_phrase("[300E6..] USD"))
    assert "up to 200 million USD" == plain(amount_phrase("[..200E6] USD"))
    assert "23 million to 28 million USD" == plain(amount_phrase("[23E6..28E6] USD"))
    assert "1,500 m 1.5E3 m" == plain(amount_phrase("1.5E3 m"))
    assert "41,388 million JPY 413.88E8 JPY" == plain(amount_phrase("413.88E8 JPY"))
    assert "many" == plain(amount_phrase("many"))


def test_the_home_page_counts_the_same_disputes() -> None:
    assert f"{len(told())} disputes between sources" in plain(counts(the_site()))
