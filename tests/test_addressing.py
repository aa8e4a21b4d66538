"""What an address speaks of, in the words of pages."""

from builders import a_milestone, a_record
from milepost.site.addressing import what_phrase
from milepost.site.claims import groups
from milepost.site.milestone_tables import facts
from milepost.site.phrase import plain
from sites import the_site, the_small_site


def test_an_address_is_told_in_words() -> None:
    talks = the_small_site().dataset.of("milestone")["mp-mv56rpm"]
    told = {
        "/stages/occurred/place": "the place of the stage Took place",
        "/actors/hun-sen/office": "the office of Hun Sen",
        "/agenda/irrigation/to/jpn": (
            "the person or body addressed of the agenda item Irrigation (Hoped for)"
        ),
        "/occasion": "the occasion of the milestone",
    }
    assert told == {
        address: plain(what_phrase(the_small_site(), talks, address)) for address in told
    }


def test_the_key_of_a_member_tells_it_from_others_of_its_kind() -> None:
    """Soldiers and police of one mission are both of the kind personnel."""
    personnel = {"kind": "personnel", "value": "600"}
    police = {"kind": "personnel", "key": "police", "value": "75"}
    site, record = the_small_site(), a_record(a_milestone(quantities=[personnel, police]))

    assert ["600", "75 police"] == [plain(fact.value) for fact in facts(site, record)]
    assert "the figure for Personnel police" == plain(
        what_phrase(site, record, "/quantities/police/value")
    )


def test_no_two_members_of_a_milestone_are_told_alike() -> None:
    site = the_site()
    for record in site.dataset.of("milestone").values():
        told = [plain(group.heading) for group in groups(site, record) if group.heading]
        assert len(set(told)) == len(told), record.id
