"""One step of the analysis of one article, and whoever does such steps, in this process or in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workbench.model import NOTHING_KEPT, Analysis, Article, Entity, KeptOutput, Stop

if TYPE_CHECKING:
    from workbench.analysis.article import Reading
    from workbench.nlp.clause_encoder import ClauseInSentence

KEPT_LENGTH = 200_000
"""Once articles of so many characters are begun and not finished, no more are kept: a megabyte for 4,000 characters."""


@dataclass(frozen=True, slots=True)
class Task:
    """A step of the analysis: `begin` finds persons and quotes, `finish` all."""

    step: Literal["begin", "finish"]
    article: Article
    known: Mapping[str, Entity]
    """The person that a name of the article is in the whole case."""
    as_begun: bool = False
    """Whether these are the persons that the article was begun with."""
    kept: KeptOutput = NOTHING_KEPT
    """What the models said of it at another time."""

    @property
    def article_id(self) -> str:
        """Which article it is of."""
        return self.article.id

    @property
    def size(self) -> int:
        """How much it is to do, in characters that are read for the first time: a sixth where the models need not."""
        return len(self.article.text) // (1 if self.kept == NOTHING_KEPT else 6)


@dataclass(frozen=True, slots=True)
class EncodeTask:
    """Clauses in their sentences, of which vectors are to be made."""

    clauses: Sequence[ClauseInSentence]
    article_id: str = ""


AnyTask = Task | EncodeTask


@dataclass(frozen=True, slots=True)
class Broken:
    """A task that came to nothing."""

    reason: str


Vectors = list[bytes]
"""In half precision."""
Result = Analysis | Vectors | Broken


def encode(clauses: Sequence[ClauseInSentence]) -> Vectors:
    """The vectors of clauses, made in this process."""
    from workbench.nlp import clause_encoder

    return clause_encoder.to_half_precision(clause_encoder.encode(clauses))


class Reader:
    """Does tasks. An article that was begun here is not read again when it is finished here."""

    def __init__(self) -> None:
        self._begun: dict[str, Reading] = {}

    def do(self, task: AnyTask) -> Result:
        """What is found; whatever one text does to a parser, the others go on."""
        try:
            if isinstance(task, EncodeTask):
                return encode(task.clauses)
            return self._begin(task) if task.step == "begin" else self._finish(task)
        except Exception as error:
            if isinstance(task, Task) and task.kept != NOTHING_KEPT:  # what is kept of it may be of anybody's making
                return self.do(replace(task, kept=NOTHING_KEPT))
            return Broken(f"{type(error).__name__}: {error}")

    def do_all(
        self, tasks: Iterable[AnyTask], stop: Stop, begun: Callable[[AnyTask], None]
    ) -> Iterator[tuple[AnyTask, Result]]:
        """What is found by each task, one after the other until it is to stop; `begun` is told of each before."""
        for task in tasks:
            if stop():
                break
            begun(task)
            yield task, self.do(task)

    def keeps(self, article_id: str) -> bool:
        """Whether an article that was begun waits here to be finished."""
        return article_id in self._begun

    def _begin(self, task: Task) -> Analysis:
        from workbench.analysis import article as analysis

        begun = analysis.begin(task.article, task.known, task.kept)
        if isinstance(begun, Analysis):
            return begun
        if sum(len(reading.article.text) for reading in self._begun.values()) < KEPT_LENGTH:
            self._begun[task.article.id] = begun
        return begun.found

    def _finish(self, task: Task) -> Analysis:
        from workbench.analysis import article as analysis

        begun = self._begun.pop(task.article.id, None)
        if begun is None or begun.article != task.article:
            return analysis.analyse(task.article, task.known, task.kept)
        return analysis.finish(begun if task.as_begun else analysis.begin_again(begun, task.known))
