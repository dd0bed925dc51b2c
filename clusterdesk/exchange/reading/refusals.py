"""The files that cannot be read, each with its own message."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_

_AS_XLSX = N_("Open it in a spreadsheet program, save it as .xlsx or .csv, and import that file.")
_CHOOSE = N_("Choose a .csv, .xlsx or .ods file.")
_ASK_SENDER = N_("Ask the sender for a new copy, or open it in a spreadsheet program and save it again.")
_LESS = N_("Keep only the sheet with the list, or part it into several files.")

_REFUSALS = {
    "file_missing": (N_("The file {name} does not exist."), N_("Check the name and the folder.")),
    "file_is_folder": (N_("{name} is a folder, not a list."), _CHOOSE),
    "file_unreadable": (
        N_("The file {name} cannot be opened."),
        N_("Close it in other programs and check that you may read it."),
    ),
    "file_empty": (N_("The file {name} is empty."), N_("Check that the export was finished, and choose it again.")),
    "file_too_large": (N_("The file {name} is too large: {size} MB, at most {limit} MB."), _LESS),
    "file_old_excel": (N_("The file {name} is in the old Excel format (.xls)."), _AS_XLSX),
    "file_binary_excel": (N_("The file {name} is a binary Excel workbook (.xlsb)."), _AS_XLSX),
    "file_password": (
        N_("The file {name} is protected by a password."),
        N_("Open it, remove the password, save a copy, and import the copy."),
    ),
    "file_html": (N_("The file {name} is a web page, whatever its name says."), _AS_XLSX),
    "file_not_a_list": (N_("The file {name} is not a list that can be read."), _CHOOSE),
    "file_damaged": (N_("The file {name} is damaged."), _ASK_SENDER),
    "file_bomb": (N_("The file {name} would unpack to more than {limit} MB: it was not opened."), _ASK_SENDER),
    "file_too_heavy": (N_("Reading the file {name} takes more memory than a list should: it was stopped."), _LESS),
    "file_too_slow": (N_("Reading the file {name} takes longer than a list should: it was stopped."), _LESS),
    "file_too_many_parts": (N_("The file {name} has more than {limit} parts: it was not opened."), _ASK_SENDER),
    "file_strange_part": (N_("The file {name} holds a part with a dangerous name: it was not opened."), _ASK_SENDER),
    "file_entities": (N_("The file {name} defines entities, as no spreadsheet does: it was not opened."), _ASK_SENDER),
    "file_wrong_encoding": (
        N_("The file {name} cannot be read as {encoding}."),
        N_("Choose another encoding, or let it be found."),
    ),
    "too_many_rows": (N_("The list has more than {limit} rows."), _LESS),
    "too_many_columns": (N_("The list has more than {limit} columns."), _LESS),
    "too_many_cells": (N_("The list spans more than {limit} cells, most of them empty."), _LESS),
    "sheet_missing": (N_("The workbook has no sheet called {sheet}."), N_("Choose one of: {sheets}.")),
    "sheet_empty": (N_("There is no list in {name}: no row with values."), N_("Choose another sheet or file.")),
}


def refusal(code: str, /, **params: str | int) -> KnownError:
    """Make the error for a file that cannot be read; ``code`` is a key of the table above."""
    message, advice = _REFUSALS[code]
    error = KnownError(code, message, advice=advice)
    error.params = params
    return error
