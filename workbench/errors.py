"""The error tree.

    WorkbenchError(message, hint)     anything the user can do something about; exit code 1
      SourceError                     one source cannot be read; the others go on
      CaseError                       the case file cannot be used as it is
        NotACase  CaseLocked  CaseReadOnly  CaseTooNew  CaseDamaged
      MissingPackage                  an extra of this program is not installed
      NotFound                        an id, a format or a name that does not exist
      TakesTooLong                    a search was stopped after some seconds
      Stopped                         the user wanted a job stopped that leaves nothing half done; exit code 130
      Unwanted                        a search was stopped since nobody waits for it; never shown
      UsageError                      wrong usage; exit code 2

Every message is one line that says what is so; the hint says what to do next.
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """An error with a line for the user and a hint at the way out."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SourceError(WorkbenchError):
    """One source cannot be read."""


class CaseError(WorkbenchError):
    """The case file cannot be used as it is."""


class NotACase(CaseError):
    """The file is not a case of ours."""


class CaseLocked(CaseError):
    """Another program holds the case."""


class CaseReadOnly(CaseError):
    """The case, or its folder, cannot be written."""


class CaseTooNew(CaseError):
    """The case was made by a newer version."""


class CaseDamaged(CaseError):
    """The file is damaged."""


class MissingPackage(WorkbenchError):
    """What was asked for stands on a package that is not installed."""


class NotFound(WorkbenchError):
    """Nothing has that id or name."""


class TakesTooLong(WorkbenchError):
    """A search was stopped since it took too long."""


class Stopped(WorkbenchError):
    """A job was stopped as the user wanted, and left nothing behind."""

    exit_code = 130


class Unwanted(WorkbenchError):
    """A search was stopped since nobody waits for it any more."""


class UsageError(WorkbenchError):
    """The command was not used rightly."""

    exit_code = 2
