"""What the models say of a text as bytes, and back: so that a text that was read is read again without a model.

The bytes begin with a digest of the models and of the text, so those of another model, or of another text, are not
taken for it. Whatever else they are, a case may come from anybody: bytes that do not hold together count as none.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from workbench.nlp import parser, tagger
from workbench.nlp.pipeline import ModelOutput
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc
FORMAT = "1"
"""Raised when the bytes are written in another way, or when other code than the models' changes what is read."""
DIGEST = 16
BYTES_PER_CHARACTER, BYTES_AT_LEAST = 64, 100_000
"""More than packed output ever takes; what unpacks to more is not ours."""
AS_WRITTEN, IN_LOWER_CASE = 0, 1
"""The two lemmas that most words have, which need not be written down."""
WEIGHTS = (".onnx", ".npz", ".json")
Value = TypeVar("Value")
Ints = NDArray[np.int64]


def pack(output: ModelOutput, text: str) -> bytes:
    """The output for a text (all of it, however much of it was read)."""
    doc = output.doc
    lengths = [2 * len(token) + bool(token.whitespace_) for token in doc]
    words, word_at = _numbered((t.tag_, t.pos_, str(t.morph)) for t in doc)
    relations, relation_at = _numbered(t.dep_ for t in doc)
    lemmas, lemma_at = _numbered((_lemma(t.text, t.lemma_) for t in doc), (AS_WRITTEN, IN_LOWER_CASE))
    heads = [_folded(t.head.i - t.i) for t in doc]
    found = {
        "words": words,
        "relations": relations,
        "lemmas": lemmas[2:],
        "entities": [[e.start, e.end, e.label_] for e in doc.ents],
        "attributions": [
            [_spans([a.cue]), _spans(a.contents), _spans(a.sources), a.confidence] for a in output.attributions
        ],
    }
    columns = np.array([lengths, word_at, relation_at, lemma_at, heads], dtype="<u4").reshape(5, len(doc))
    planes = np.ascontiguousarray(columns.view(np.uint8).reshape(5, len(doc), 4).transpose(0, 2, 1))
    strings = json.dumps(found, separators=(",", ":")).encode()
    return _digest(text) + zlib.compress(len(doc).to_bytes(4, "little") + planes.tobytes() + strings, 9)


def unpack(packed: bytes, text: str) -> ModelOutput | None:
    """The output that `pack` made of the same text with the models that there are; None for all other bytes."""
    if packed[:DIGEST] != _digest(text):
        return None
    try:
        return _unpack(packed[DIGEST:], text[: parser.LIMIT])
    except Exception:  # whatever it is, the text is read by the models then
        return None


def _unpack(packed: bytes, text: str) -> ModelOutput:
    from spacy.tokens import Span

    most = BYTES_AT_LEAST + BYTES_PER_CHARACTER * len(text)
    content = zlib.decompressobj().decompress(packed, most)
    count = int.from_bytes(content[:4], "little")
    planes = np.frombuffer(content, np.uint8, 20 * count, 4).reshape(5, 4, count)
    columns = np.ascontiguousarray(planes.transpose(0, 2, 1)).view("<u4").reshape(5, count).astype(np.int64)
    found: dict[str, Any] = json.loads(content[4 + 20 * count :])
    doc = _parsed(text, columns, found)
    doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found["entities"]])
    return ModelOutput(doc, tuple(_attribution(row, len(text)) for row in found["attributions"]))


def _parsed(text: str, columns: Ints, found: dict[str, Any]) -> Doc:
    from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
    from spacy.parts_of_speech import IDS
    from spacy.tokens import Doc

    lengths, spaces = columns[0] // 2, columns[0] % 2
    ends = np.cumsum(lengths + spaces) - spaces
    written = [text[a:b] for a, b in zip((ends - lengths).tolist(), ends.tolist(), strict=True)]
    doc = Doc(vocab := parser.load_vocab(), words=written, spaces=(spaces == 1).tolist())
    if doc.text != text or not all(written):
        raise ValueError("The words are not those of the text.")
    if written:
        add, word_at, relation_at = vocab.strings.add, columns[1], columns[2]
        words = [(add(tag), IDS[pos], vocab.morphology.add(morph)) for tag, pos, morph in found["words"]]
        relations = [add(name) for name in found["relations"]]
        lemmas = [
            add(_lemma_of(word, at, found["lemmas"])) for word, at in zip(written, columns[3].tolist(), strict=True)
        ]
        values = [*_uint64(words)[word_at].T, _uint64(relations)[relation_at], _uint64(lemmas), _heads(columns[4])]
        doc.from_array([TAG, POS, MORPH, DEP, LEMMA, HEAD], np.stack(values, axis=1))  # type: ignore[arg-type]
    return doc


def _uint64(values: Sequence[Any]) -> NDArray[np.uint64]:
    return np.array(values, dtype=np.uint64)


def _heads(folded: Ints) -> NDArray[np.uint64]:
    """How far each word's head is, of `_folded`; on the way up from every word there must be a root."""
    steps = np.where(folded % 2, -(folded // 2) - 1, folded // 2)
    top = heads = np.arange(len(steps)) + steps
    for _ in range(len(steps).bit_length()):
        top = top[top]
    if heads.min() < 0 or (heads[top] != top).any():
        raise ValueError("The parse is no tree.")
    return steps.astype(np.uint64)


def _folded(step: int) -> int:
    """A whole number as one that is not negative, small where it was near zero."""
    return 2 * step if step >= 0 else -2 * step - 1


def _lemma(word: str, lemma: str) -> str | int:
    return AS_WRITTEN if lemma == word else IN_LOWER_CASE if lemma == word.lower() else lemma


def _lemma_of(word: str, at: int, others: Sequence[str]) -> str:
    return word if at == AS_WRITTEN else word.lower() if at == IN_LOWER_CASE else others[at - 2]


def _numbered(values: Iterable[Value], first: Iterable[Value] = ()) -> tuple[list[Value], list[int]]:
    """The different values, and the place of each in them."""
    places: dict[Value, int] = {value: at for at, value in enumerate(first)}
    at = [places.setdefault(value, len(places)) for value in values]
    return list(places), at


def _spans(spans: Iterable[TaggedSpan]) -> list[tuple[int, int, float]]:
    return [(s.start, s.end, float(s.confidence)) for s in spans]


def _attribution(row: Sequence[Any], length: int) -> Attribution:
    (cue,), contents, sources = ([_tagged(start, end, sure, length) for start, end, sure in spans] for spans in row[:3])
    return Attribution(cue, tuple(contents), tuple(sources), _chance(row[3]))


def _tagged(start: int, end: int, confidence: float, length: int) -> TaggedSpan:
    if not 0 <= start < end <= length:
        raise ValueError("The span is not of the text.")
    return TaggedSpan(start, end, _chance(confidence))


def _chance(number: float) -> float:
    if not 0 <= number <= 1:
        raise ValueError("That is no likelihood.")
    return float(number)


def _digest(text: str) -> bytes:
    return blake2b(models_digest() + text[: parser.LIMIT].encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()


@lru_cache(maxsize=1)
def models_digest() -> bytes:
    """What stands for the models that read a text, weights and all."""
    digest = blake2b(f"{FORMAT} {parser.version()} {metadata.version('spacy')}".encode(), digest_size=DIGEST)
    for file in sorted(tagger.MODEL.iterdir()):
        if file.suffix in WEIGHTS:
            digest.update(file.read_bytes())
    return digest.digest()
