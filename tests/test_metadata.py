"""The release described for other programs: nothing made up, nothing that cells do not bear out."""

import json
from dataclasses import replace
from fnmatch import fnmatch
from hashlib import sha256
from typing import Any

import pytest

from builders import a_milestone, a_record
from milepost.release.citation.cff import as_cff
from milepost.release.citation.zenodo import as_zenodo
from milepost.release.contents import tallies
from milepost.release.metadata import FILES, metadata
from milepost.release.metadata.files import Sum, described
from milepost.release.release import Release
from milepost.release.tables import TABLES, as_csv
from releases import EDITION, META, ROOT, a_release_of, the_files, the_release, the_small_files

NAMES = [name for name, _ in FILES]


def metadata_of(release: Release) -> dict[str, Any]:
    """Return every file of metadata of a release, and what Zenodo reads, as JSON."""
    files = {table.file: Sum(as_csv(table, release)) for table in TABLES}
    rows = tallies()
    for table in TABLES:
        rows[table.name].add(table.rows(release))
    found = dict(metadata(release, files, rows, []))
    found[".zenodo.json"] = as_zenodo(release.dataset.meta, release.edition, release.swhid)
    return {name: json.loads(content) for name, content in found.items()}


def fields_of(table: str, release: Release) -> tuple[dict[str, Any], list[Any]]:
    """Return the types of the columns of a table in the Data Package, and its references."""
    resources = metadata_of(release)["datapackage.json"]["resources"]
    (schema,) = (r["schema"] for r in resources if r["name"] == table)
    types = {field["name"]: field["type"] for field in schema["fields"]}
    return types, [key["fields"] for key in schema.get("foreignKeys", ())]


def texts_in(value: object) -> list[str]:
    """Return every text in a JSON value, below @context aside."""
    if isinstance(value, dict):
        return [t for key, inner in value.items() if key != "@context" for t in texts_in(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts_in(inner)]
    return [value] if isinstance(value, str) else []


# What a vocabulary, a licence or a media type is known by, wherever the dataset may be.
STANDARDS = (
    *("https://spdx.org/licenses/", "http://spdx.org/rdf/terms#", "https://w3id.org/ro/crate/1.2"),
    *("https://datapackage.org/profiles/2.0/", "http://mlcommons.org/croissant/1.1"),
    *("http://datacite.org/schema/kernel-4", "http://www.w3.org/ns/csvw"),
    *("https://www.iana.org/assignments/media-types/", "http://www.wikidata.org/entity/Q"),
)


@pytest.mark.parametrize("name", [*NAMES, ".zenodo.json"])
def test_no_address_and_no_doi_is_made_up(name: str) -> None:
    addresses = [text for text in texts_in(json.loads(the_files()[name])) if "://" in text]
    assert [] == [address for address in addresses if not address.startswith(STANDARDS)]
    assert b"doi" not in the_files()[name].lower()


def test_an_address_and_a_doi_stand_in_every_format_once_there_are_such() -> None:
    found = a_release_of(base_url="https://data.example/")
    described = metadata_of(replace(found, edition=replace(EDITION, doi="10.1000/182")))
    with_doi = {name for name, value in described.items() if "10.1000/182" in json.dumps(value)}
    assert {*NAMES, ".zenodo.json"} == with_doi
    with_address = {
        n for n, value in described.items() if "https://data.example/" in texts_in(value)
    }
    assert set(NAMES) - {"csvw-metadata.json"} == with_address


def test_every_format_names_the_content_and_the_licence() -> None:
    swhid = the_release().swhid
    for name in NAMES:
        assert swhid in texts_in(json.loads(the_files()[name])), name
        assert b"CC-BY-4.0" in the_files()[name], name


def test_a_release_of_nothing_is_described_too() -> None:
    described = metadata_of(a_release_of())
    assert "keywords" not in described["datapackage.json"]
    assert "temporalCoverage" not in described["dataset.jsonld"]
    assert "subjects" not in described["datacite.json"]
    assert "keywords" not in described[".zenodo.json"]


def test_a_build_is_called_a_draft_and_has_no_day_of_publication() -> None:
    build = replace(EDITION, version="0.2.0-dev", obstacle="there is no git")
    described = metadata_of(replace(a_release_of(), edition=build))
    assert "Draft" == described["dataset.jsonld"]["creativeWorkStatus"]
    assert "datePublished" not in described["dataset.jsonld"]
    assert "issued" not in described["dcat.jsonld"]
    assert "publication_date" not in described[".zenodo.json"]
    assert "Created" == described["datacite.json"]["dates"][0]["dateType"]


def test_search_engines_find_what_they_require() -> None:
    # https://developers.google.com/search/docs/appearance/structured-data/dataset
    dataset = json.loads(the_files()["dataset.jsonld"])
    assert "Dataset" == dataset["@type"]
    assert dataset["name"]
    assert 50 <= len(dataset["description"]) <= 5000
    assert [] == [d for d in dataset["distribution"] if not d["contentUrl"]]


def test_a_registrar_finds_what_datacite_makes_mandatory() -> None:
    # https://datacite-metadata-schema.readthedocs.io/en/4.6/properties/overview/
    described = json.loads(the_files()["datacite.json"])
    assert "doi" not in described
    mandatory = {"creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"}
    assert set() == mandatory - set(described)
    assert "2026" == described["publicationYear"]
    assert "Dataset" == described["types"]["resourceTypeGeneral"]
    assert ["Issued", "Coverage"] == [date["dateType"] for date in described["dates"]]


def test_every_file_has_a_media_type_and_says_what_it_holds() -> None:
    crate = json.loads(the_files()["ro-crate-metadata.json"])["@graph"]
    files = [entity for entity in crate if entity["@type"] == "File"]
    assert [] == [f["@id"] for f in files if f["encodingFormat"] == "application/octet-stream"]
    assert [] == [f["@id"] for f in files if not f.get("description")]
    missing = set(the_files()) - {f["@id"] for f in files} - set(NAMES) - {"SHA256SUMS"}
    assert set() == missing


@pytest.mark.parametrize("name", NAMES)
def test_no_metadata_rests_on_bytes_that_another_version_of_a_program_writes(name: str) -> None:
    unsteady = [n for n in the_files() if fnmatch(n, "*.parquet") or fnmatch(n, "*.sqlite")]
    hashes = {sha256(the_files()[n]).hexdigest() for n in unsteady}
    assert set() == hashes & set(texts_in(json.loads(the_files()[name])))


def test_a_list_is_called_one_unless_a_value_in_it_has_a_bar() -> None:
    person = {"id": "hun-sen", "name": {"en": "Hun Sen"}}
    plain = a_record({**person, "variants": [{"text": "a"}, {"text": "b"}]}, "person")
    barred = a_record({**person, "variants": [{"text": "a|b"}]}, "person")
    assert "list" == fields_of("people", a_release_of(plain))[0]["variants"]
    assert "string" == fields_of("people", a_release_of(barred))[0]["variants"]


def test_a_reference_that_a_row_fills_in_part_is_left_out() -> None:
    party = a_record({"id": "jpn", "name": {"en": "Japan"}}, "party")
    actor = {"actor": "jpn", "side": "jpn", "role": "party"}
    at_a_stage = a_record(a_milestone(actors=[{**actor, "at": "signed"}]))
    at_all = a_record(a_milestone(actors=[actor]))
    reference = ["milestone", "stage_key"]
    assert reference in fields_of("actors", a_release_of(party, at_a_stage))[1]
    assert reference not in fields_of("actors", a_release_of(party, at_all))[1]


def test_csvw_lists_only_references_that_every_row_has() -> None:
    tables = json.loads(the_small_files()["csvw-metadata.json"])["tables"]
    keys = {t["url"]: t["tableSchema"].get("foreignKeys", []) for t in tables}
    columns = {url: [key["columnReference"] for key in found] for url, found in keys.items()}
    assert ["source"] in columns["csv/statements.csv"]
    assert ["speaker_for"] not in columns["csv/statements.csv"]


def test_a_file_that_nothing_is_known_of_is_described_as_such() -> None:
    (file,) = described({"new.thing": Sum(b"12")}, [])
    assert ("application/octet-stream", "", 2) == (file.media_type, file.holds, file.size)


def cff_value(name: str, cff: bytes) -> Any:
    """Return a value of one line in a CITATION.cff; texts there are quoted as in JSON."""
    lines = cff.decode().splitlines()
    value = next(line.partition(": ")[2] for line in lines if line.startswith(f"{name}: "))
    return json.loads(value) if value.startswith('"') else value


@pytest.mark.parametrize("swhid", ["", "swh:1:dir:4b825dc642cb6eb9a060e54bf8d69288fbee4904"])
def test_zenodo_reads_the_same_as_github(swhid: str) -> None:
    meta = {**META, "keywords": ["diplomacy", "evidence"]}
    edition = replace(EDITION, doi="10.1000/182") if swhid else None
    cff, zenodo = as_cff(meta, edition, swhid), json.loads(as_zenodo(meta, edition, swhid))
    pairs = {
        "title": "title",
        "abstract": "description",
        "license": "license",
        "version": "version",
    }
    if edition:
        pairs |= {"date-released": "publication_date", "doi": "doi"}
    assert [cff_value(name, cff) for name in pairs] == [zenodo[name] for name in pairs.values()]
    assert [f'  - name: "{creator["name"]}"' for creator in zenodo["creators"]] == [
        line for line in cff.decode().splitlines() if line.startswith("  - name: ")
    ]
    assert [f'  - "{keyword}"' for keyword in zenodo["keywords"]] == cff.decode().splitlines()[-2:]
    assert swhid in zenodo.get("notes", "")


def test_zenodo_gets_the_description_as_html() -> None:
    meta = {**META, "description": {"en": "a < b & c"}}
    assert "a &lt; b &amp; c" == json.loads(as_zenodo(meta))["description"]


def test_zenodo_json_of_the_root_is_what_the_program_writes() -> None:
    meta = the_release().dataset.meta
    assert (ROOT / ".zenodo.json").read_bytes() == as_zenodo(meta)
