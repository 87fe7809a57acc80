"""Outside -> Document -> Article.

`documents` turns what the user named into documents and never raises for one of them; `article` turns a document into
its article, or raises SourceError. Between the two the caller can see from `Document.id` whether the document is known
already.
"""

from __future__ import annotations

from workbench.ingest.articles import article, source_text
from workbench.ingest.file_names import Names
from workbench.ingest.source_documents import documents, estimate
from workbench.ingest.sources import names_of

__all__ = ["Names", "article", "documents", "estimate", "names_of", "source_text"]
