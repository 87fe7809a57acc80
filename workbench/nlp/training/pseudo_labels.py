"""What a trained model finds in texts that nobody labelled: more to learn from, in the news of many countries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.nlp import tagger
from workbench.nlp.tagger import TaggedSpan
from workbench.nlp.training.examples import Attribution, Spans
from workbench.nlp.training.parse_store import Parses


def pseudo_label(read: Parses, model: Path) -> Mapping[str, list[Attribution]]:
    """The attributions of every parsed text, by the model in a folder."""
    teacher = tagger.load(model)
    return {
        text: [
            {"content": _spans(a.contents), "cue": _spans((a.cue,)), "source": _spans(a.sources)}
            for a in teacher.tag_text(text, parse.syntax).attributions
        ]
        for text, parse in read.items()
    }


def _spans(found: tuple[TaggedSpan, ...]) -> Spans:
    return [(s.start, s.end) for s in found]
