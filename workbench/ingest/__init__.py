"""Outside -> Document -> Article.

In: what the user names: files, folders, globs or standard input. Out: `model.Document` (the bytes as they came) and
`model.Article` (the clean text). `Article.offsets` maps each offset of the clean text to the text that `source_text`
gives of the document.

- `read_documents`: names -> documents; never raises for one of them but gives a `Failure`
- `build_article`: a document -> its article, or a SourceError. Between the two the caller can see from `Document.id`
  whether the document is known already
- `estimate_count`, `source_names`: names -> how many documents there may be, and what the files are called
- `FileNames`: names of files -> outlet, day and title
- `source_text`: a document -> the text that offsets lead back to

The way through: `sources` (files), `source_documents` (documents), `readers` (text and stated fields by format),
`cleaning` (a chain of stages over a `TrackedText`), `metadata` (fields), `article_building` (all of it).
"""

from __future__ import annotations

from workbench.ingest.article_building import build_article, source_text
from workbench.ingest.file_names import FileNames
from workbench.ingest.source_documents import estimate_count, read_documents
from workbench.ingest.sources import source_names

__all__ = ["FileNames", "build_article", "estimate_count", "read_documents", "source_names", "source_text"]
