#!/usr/bin/env bash
# htmldate 1.11.0: find_date(original_date=True) prefers other days of a page to its declared day of publication.
#
# Expected: where JSON-LD says datePublished, "original date" is that day. Seen: an article:modified_time in the head wins
# over it, and without JSON-LD the oldest <time> of the page wins, though it belongs to a teaser below the article.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q htmldate==1.11.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from htmldate import find_date

TEXT = "<p>The council of Farhaven met on the harbour wall and agreed to raise it by a metre before winter.</p>" * 4
declared = f"""<html><head><title>Wall to rise</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2025-08-20T08:00:00Z"}}</script>
<meta property="article:modified_time" content="2025-08-26T09:00:00Z"></head><body><article>{TEXT}</article></body></html>"""
teaser = f"""<html><head><title>Wall to rise</title></head><body><article><time datetime="2025-08-20">20 August 2025</time>{TEXT}
</article><aside><a href="/old">Harbour closed</a> <time datetime="2023-02-11">11 February 2023</time></aside></body></html>"""
for name, page, seen in (("declared 20 August, modified 26 August", declared, "2025-08-26"),
                         ("time of 20 August in the article, a teaser of 2023 below", teaser, "2023-02-11")):
    found = find_date(page, original_date=True, outputformat="%Y-%m-%d")
    print(f"{name}: {found}")
    assert found == seen, found
PY
