"""The rules on rows of a sheet: by one of these, or by a rule of `check`, a row is rejected."""

from milepost.rules.registry import described


@described("IMP-001", "sheet")
def cell_is_no_formula() -> None:
    """A cell holds what it shows, and not a formula or an error.

    Formulas are never evaluated here: what they give depends on who opens the sheet, and some are
    written to harm. A text that begins with = + - or @ is one to a spreadsheet.

    Paste the values over the formulas; a text that begins so takes an apostrophe in front.
    """


@described("IMP-002", "sheet")
def cell_has_a_column() -> None:
    """A cell that is filled in stands below a column name, and in no merged area.

    What stands below no name means nothing, and a merged cell belongs to no row.

    Name the column, or empty the cell; unmerge cells and fill in each of them.
    """


@described("IMP-003", "sheet")
def needed_cell_is_filled_in() -> None:
    """A row tells all that its record needs: dyad, type, date, title, summary and source.

    Nothing is made up for a cell that is empty.

    Fill in the cell, or name in the event column the milestone to which the row belongs.
    """


@described("IMP-004", "sheet")
def date_is_read_without_a_guess() -> None:
    """A date has one of the forms that the mapping names, and the forms agree on what it is.

    Whether 03/04/2022 is in March or in April is for a person to say.

    Write the date in EDTF, or name in the mapping the one form that the column has.
    """


@described("IMP-005", "sheet")
def name_means_one_record() -> None:
    """A name belongs to one record, on the day of the row.

    Names are shared, and states have had others at other times; a number is a code of some list.

    Write the slug instead of the name, mend the date, or say in the mapping which list has the
    number.
    """


@described("IMP-006", "sheet")
def row_is_of_one_event() -> None:
    """A row tells of one event, and it is clear of which.

    Rows with one key agree on the dyad and the type; and where two recorded milestones of the same
    type, dyad and time could be meant, nobody but the editor knows.

    Write the identifier of the milestone in the event column, or a key of its own.
    """


@described("IMP-007", "sheet")
def lists_of_a_row_have_one_length() -> None:
    """Lists in the cells of a row have one length, or a single value that is so for all.

    Otherwise an office would go to the wrong person.

    Write as many values in each cell, parted alike, with nothing between two marks for none.
    """


@described("IMP-008", "sheet")
def source_is_told_alike() -> None:
    """A source has one slug, and what rows tell of it without its address is what its record tells.

    Another title or another address under one slug is another source.

    Write the slug of the source alone, its address, or the same cells in each row.
    """


@described("IMP-009", "sheet")
def event_has_no_more_rows_than_it_can() -> None:
    """An event has no more rows than a milestone may have evidence from one sheet.

    A key that hundreds of rows share is mostly a column that is no key.

    Look at the column that the mapping names for the event.
    """


@described("IMP-010", "sheet")
def cell_of_a_mapping_has_one_origin() -> None:
    """A cell of a mapping takes its value in one way, and so does the dyad.

    Of two ways one would be passed over in silence.

    Give each cell one of column, value, text and parts; split only what is in a list.
    """


@described("IMP-011", "sheet")
def column_of_a_mapping_is_in_the_sheet() -> None:
    """Every column that a mapping names is in the header of the sheet.

    A misspelt column would leave its value out of every record.

    Write the name as the header has it, or name the header's row in header_row.
    """


RULES = (
    cell_is_no_formula,
    cell_has_a_column,
    needed_cell_is_filled_in,
    date_is_read_without_a_guess,
    name_means_one_record,
    row_is_of_one_event,
    lists_of_a_row_have_one_length,
    source_is_told_alike,
    event_has_no_more_rows_than_it_can,
    cell_of_a_mapping_has_one_origin,
    column_of_a_mapping_is_in_the_sheet,
)
