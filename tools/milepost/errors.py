"""Exceptions for a broken set-up; bad data is never an exception but a finding."""


class MilepostError(Exception):
    """Base of all errors that end a command with exit code 2."""


class RootNotFoundError(MilepostError):
    """No folder upwards holds dataset/dataset.json, or a named path does not exist."""


class SchemaBrokenError(MilepostError):
    """A schema file is missing, is not JSON, or does not follow JSON Schema 2020-12."""


class DatasetNotCleanError(MilepostError):
    """A dataset was asked for whose check has errors; `findings` holds them all."""

    def __init__(self, findings: tuple[object, ...]) -> None:
        """Keep the findings; the message counts them."""
        super().__init__(f"the dataset has {len(findings)} errors; `milepost check` lists them")
        self.findings = findings


class NotThereError(MilepostError):
    """An identifier, rule or dyad was asked for that does not exist."""


class GitSilentError(MilepostError):
    """Git is not installed, or knows no commit of the root."""


class UndatedError(MilepostError):
    """Neither a commit nor SOURCE_DATE_EPOCH says which moment stands for the dataset."""


class ReleaseRefusedError(MilepostError):
    """A release was asked for that this state of the dataset must not become."""


class NotComparableError(MilepostError):
    """What was named is no state of a dataset that could be compared with another."""


class UnansweredError(MilepostError):
    """A command was not told all that it needs, or something that cannot be; nothing is written."""


class PortRefusedError(MilepostError):
    """The port that was named is none, or another program has it."""


class SummaryNotWrittenError(MilepostError):
    """The file that CI names for the summary of a job cannot be written."""
