"""Views: the joins that readers of the tables write most often, by name."""

VIEWS = {
    "chronology": """\
-- One row for each milestone of each relationship, in the order of time.
SELECT relationship.value AS relationship, milestones.*
FROM milestones, json_each(milestones.relationships) AS relationship
ORDER BY relationship.value, milestones.date_earliest, milestones.id""",
    "milestone_statements": """\
-- What each source says of each value of each milestone, with the titles of both.
SELECT milestones.id AS milestone, milestones.title_en, statements.pointer, statements.published,
       statements.value, statements.standing, statements.rank, statements.rule,
       statements.rationale_en, sources.id AS source, sources.label_en AS source_label,
       sources.publisher_en AS publisher, sources.published_edtf AS source_published,
       statements.speaker, statements.locator, statements.read
FROM statements
JOIN milestones ON milestones.id = statements.record
JOIN sources ON sources.id = statements.source
WHERE statements.record_kind = 'milestone'""",
    "status_spans": """\
-- Each level held, with the days between which that is possible and certain (both included).
-- The status on a day: WHERE '2022-06-01' BETWEEN possible_from AND possible_until.
-- No day is certain where certain_from is after certain_until; 9999-12-31 is no end at all.
SELECT relationship, track, of_party, level, opened_by,
       coalesce(begin_earliest, '0001-01-01') AS possible_from,
       coalesce(begin_latest, '9999-12-31') AS certain_from,
       CASE WHEN closed_by IS NULL THEN '9999-12-31'
            ELSE date(coalesce(end_earliest, '0001-01-02'), '-1 day') END AS certain_until,
       CASE WHEN end_latest IS NULL THEN '9999-12-31'
            ELSE date(end_latest, '-1 day') END AS possible_until
FROM status_intervals""",
    "status_at_release": """\
-- The levels that each relationship held, certainly or possibly, on the day of the release.
SELECT spans.*, CASE WHEN day BETWEEN certain_from AND certain_until THEN 'certain'
                     ELSE 'possible' END AS certainty
FROM status_spans AS spans, (SELECT day FROM release)
WHERE day BETWEEN possible_from AND possible_until""",
}
