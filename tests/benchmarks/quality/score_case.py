#!/usr/bin/env python3
"""Score what the workbench says of a set of articles against hand labels (standard library only).

  score_case.py quotes    --texts DIR --gold gold_quotes.jsonl    --sys quotes.json
  score_case.py facts     --texts DIR --gold gold_facts.jsonl     --sys facts.json  [--negatives hard_negatives.jsonl]
  score_case.py positions --texts DIR --gold gold_positions.jsonl --sys positions.json

--sys is the output of `workbench quotes|facts|positions --json`; each row's `source` ends in the text's file name.
System spans are found again in the raw text by their words, so offsets into cleaned text are fine.

quotes     attr: content word overlap (Jaccard >= .5), one to one; speaker: last name (or head word) of the canonical speaker
           agrees; e2e: both. kind: same kind among matched.
facts      cross-article sentence pairs that the same fact joins: precision, recall, F1 against the gold pairs
           (pairs only partly the same, and those of labelling, framing and background facts, count neither way); hard negatives joined: lower is better.
positions  recall over core rows whose holder is named: right holder with the evidence sentence, and the stance strict / accepted /
           same polarity; precision over all system rows: holder and sentence found in gold (core or not), stance of the same polarity.
           issues: over the gold rows that were found, B-cubed F1 of the system's issues against the gold issues, and how many of each.
Each prints one JSON line last.
"""

import argparse
import collections
import itertools
import json
import os
import re

WORD = re.compile(r"\w+(?:['’]\w+)?")
ABBREVIATIONS = ("Mr.", "Mrs.", "Ms.", "Dr.", "U.S.", "U.K.", "D.C.", "J.D.", "Gen.", "Sen.", "St.")
POLARITY = dict(
    committed=1,
    supports=1,
    proposes=1,
    open=1,
    demands=1,
    considering=0,
    engaged=0,
    expects=0,
    unclear=0,
    concerned=-1,
    opposes=-1,
    ruled_out=-1,
)


def sentences(text):
    out = []
    for m in re.finditer(r"[^\n]+", text):
        base, line, i = m.start(), m.group(), 0
        for b in re.finditer(r"[.!?][”\"'’)]*(?=\s+[“\"‘'A-Z*])", line):
            seg = line[i : b.end()]
            if seg.endswith(ABBREVIATIONS):
                continue
            out.append((base + i + len(seg) - len(seg.lstrip()), base + b.end()))
            i = b.end()
        seg = line[i:]
        if seg.strip():
            out.append((base + i + len(seg) - len(seg.lstrip()), base + i + len(seg.rstrip())))
    return out


class Text:
    def __init__(self, path):
        self.name = os.path.basename(path)
        with open(path, encoding="utf-8", newline="") as f:
            self.text = f.read()
        self.words = [(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in WORD.finditer(self.text)]
        self.index = collections.defaultdict(list)
        for i, (w, _, _) in enumerate(self.words):
            self.index[w].append(i)
        self.sents = sentences(self.text)
        first = {}
        self.canonical = [first.setdefault(self.text[a:b], i) for i, (a, b) in enumerate(self.sents)]

    def find(self, passage):
        """(start, end) of the passage's words in this text, or None; small differences are forgiven."""
        w = [m.group().lower().replace("’", "'") for m in WORD.finditer(passage or "")]
        if not w:
            return None
        best = (0, None)
        for probe in range(min(3, len(w))):
            for i in self.index.get(w[probe], ()):
                i -= probe
                if i < 0:
                    continue
                same = sum(i + k < len(self.words) and self.words[i + k][0] == x for k, x in enumerate(w))
                if same > best[0]:
                    best = (same, i)
        if best[1] is None or best[0] < 0.8 * len(w):
            return None
        return self.words[best[1]][1], self.words[min(best[1] + len(w), len(self.words)) - 1][2]

    def tokens(self, a, b):
        return frozenset(i for i, (_, s, _) in enumerate(self.words) if a <= s < b)

    def sentence_ids(self, a, b):
        ids = {
            self.canonical[i]
            for i, (s, e) in enumerate(self.sents)
            if s < b and a < e and (min(b, e) - max(a, s)) * 2 >= min(b - a, e - s)
        }
        return ids or {self.canonical[i] for i, (s, e) in enumerate(self.sents) if s < b and a < e}


def load(path):
    with open(path, encoding="utf-8") as f:
        raw = f.read().strip()
    return json.loads(raw) if raw[:1] == "[" else [json.loads(l) for l in raw.splitlines() if l.strip()]


def prf(tp_p, n_p, tp_r, n_r):
    p, r = tp_p / n_p if n_p else 0.0, tp_r / n_r if n_r else 0.0
    return {
        "p": round(p, 3),
        "r": round(r, 3),
        "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
        "sys": n_p,
        "gold": n_r,
    }


def pick(texts, row):
    s = str(row.get("source") or row.get("file") or "")
    return next((t for n, t in texts.items() if s.endswith((n, os.path.splitext(n)[0]))), None)


def heads(name):
    name = (name or "").lower().replace("’", "'")
    return {WORD.findall(x)[-1].removesuffix("'s") for x in re.split(r"\||,| and ", name) if WORD.findall(x)}


def score_quotes(texts, gold, system):
    G, S = collections.defaultdict(list), collections.defaultdict(list)
    for g in gold:
        t = texts[g["file"]]
        G[t.name].append((frozenset().union(*(t.tokens(*c) for c in g.get("content_spans") or [g["content"]])), g))
    lost = 0
    for s in system:
        t = pick(texts, s)
        if not t:
            continue
        toks = set()
        for x in s.get("spans") or []:
            at = t.find(x["text"])
            toks |= t.tokens(*at) if at else set()
        if toks:
            S[t.name].append((frozenset(toks), s))
        else:
            lost += 1
    K, kinds = collections.Counter(), collections.defaultdict(collections.Counter)
    for n in texts:
        c = sorted(
            (
                (len(a & b) / len(a | b), i, j)
                for i, (a, _) in enumerate(G[n])
                for j, (b, _) in enumerate(S[n])
                if a & b
            ),
            reverse=True,
        )
        gi, sj = set(), set()
        for jac, i, j in c:
            if jac < 0.5 or i in gi or j in sj:
                continue
            gi.add(i)
            sj.add(j)
            g, s = G[n][i][1], S[n][j][1]
            if g.get("optional"):
                K["spared"] += 1
                continue
            K["m"] += 1
            kinds[g["type"]]["m"] += 1
            sps = s.get("speakers") or [s.get("speaker") or {}]
            sps = [x if isinstance(x, dict) else {"name": x} for x in sps]
            mentions = [m.get("text") if isinstance(m, dict) else m for m in (x.get("mention") for x in sps)]
            if g["canonical"] == "anonymous":
                ok = any(x.get("kind") == "anonymous" for x in sps) or any(
                    heads(m) & {"source", "sources", "officials", "official"} for m in mentions
                )
            else:
                ok = any(heads(x.get("name")) & heads(g["canonical"]) for x in sps)
            K["ok"] += bool(ok)
            kinds[g["type"]]["ok"] += bool(ok)
            K["kind"] += s.get("kind") == g["type"]
            if g.get("country"):
                K["cn"] += 1
                K["c"] += bool(
                    {c for x in sps for c in str(x.get("country") or "").upper().split("|")} & set(iso(g["country"]))
                )
        for _, g in G[n]:
            kinds[g["type"]]["n"] += not g.get("optional")
    ns, ng = sum(map(len, S.values())) + lost - K["spared"], sum(not g.get("optional") for g in gold)
    return {
        "attr": prf(K["m"], ns, K["m"], ng),
        "e2e": prf(K["ok"], ns, K["ok"], ng),
        "speaker": round(K["ok"] / max(1, K["m"]), 3),
        "kind": round(K["kind"] / max(1, K["m"]), 3),
        "country": round(K["c"] / max(1, K["cn"]), 3),
        "recall_by_kind": {
            k: [round(v["m"] / v["n"], 3), round(v["ok"] / v["n"], 3), v["n"]] for k, v in kinds.items() if v["n"]
        },
        "not_in_text": lost,
    }


ISO = dict(
    US="USA",
    GB="GBR",
    FR="FRA",
    DE="DEU",
    UA="UKR",
    RU="RUS",
    IT="ITA",
    FI="FIN",
    CN="CHN",
    IR="IRN",
    KP="PRK",
    KR="KOR",
    CA="CAN",
    MX="MEX",
    JP="JPN",
    IL="ISR",
)


def iso(c):
    return [ISO.get(x.strip(), x.strip()) for x in str(c).split("|")]


def fact_pairs(texts, facts, rows):
    """rows: fact -> [(text, start, end, relation)] -> {pair: relation}; a pair is two sentence ids of different texts."""
    out = {}
    for f in facts:
        members = [((t.name, i), rel) for t, a, b, rel in rows(f) if t for i in t.sentence_ids(a, b)]
        for (x, rx), (y, ry) in itertools.combinations(members, 2):
            if x[0] != y[0]:
                k, rel = tuple(sorted((x, y))), "same" if rx == ry == "same" else "partial"
                if out.get(k) != "same":
                    out[k] = rel
    return out


def score_facts(texts, gold, system, negatives):
    soft = [g for g in gold if g.get("kind") in ("labelling", "framing", "background")]
    gold = [g for g in gold if g not in soft]
    spared = set(
        fact_pairs(texts, soft, lambda f: [(texts.get(m["file"]), m["start"], m["end"], "same") for m in f["members"]])
    )
    gp = fact_pairs(
        texts,
        gold,
        lambda f: [(texts.get(m["file"]), m["start"], m["end"], m.get("rel", "same")) for m in f["members"]],
    )

    def of_system(f):
        for p in f.get("phrasings") or []:
            t = pick(texts, p)
            at = t and t.find(p["text"])
            if at:
                yield t, at[0], at[1], "same"

    sp = set(fact_pairs(texts, system, of_system))
    same = {k for k, v in gp.items() if v == "same"}
    counted = sp - (set(gp) - same) - (spared - same)
    r = prf(len(counted & same), len(counted), len(counted & same), len(same))
    strict = [
        [
            k
            for k, v in fact_pairs(
                texts,
                [g],
                lambda f: [(texts.get(m["file"]), m["start"], m["end"], m.get("rel", "same")) for m in f["members"]],
            ).items()
            if v == "same"
        ]
        for g in gold
    ]
    r = {"pairs": r, "facts_found": [sum(any(k in sp for k in ks) for ks in strict), sum(map(bool, strict))]}
    if negatives:
        bad = 0
        for n in negatives:
            a, b = (texts[n[k]["file"]] for k in "ab")
            pa = {(a.name, i) for i in a.sentence_ids(n["a"]["start"], n["a"]["end"])}
            pb = {(b.name, i) for i in b.sentence_ids(n["b"]["start"], n["b"]["end"])}
            bad += any(tuple(sorted((x, y))) in sp for x in pa for y in pb)
        r["hard_negatives_joined"] = [bad, len(negatives)]
    return r


def score_positions(texts, gold, system):
    S = collections.defaultdict(list)
    lost = 0
    for s in system:
        t = pick(texts, s)
        at = t and t.find((s.get("evidence") or {}).get("text"))
        if at:
            S[t.name].append((s, t.sentence_ids(*at)))
        elif t:
            lost += 1
    G = [(g, texts[g["file"]].sentence_ids(g["start"], g["end"])) for g in gold]
    K = collections.Counter()
    used = set()
    pairs = []
    for g, ids in G:
        hits = [
            (n, k, s)
            for n in (g["file"],)
            for k, (s, i) in enumerate(S[n])
            if s.get("holder") in (g["holder"], *(g.get("holder_accept") or ())) and i & ids
        ]
        good = [
            h
            for h in hits
            if POLARITY.get(h[2].get("stance"), 9) == POLARITY[g["stance"]]
            or h[2].get("stance") in (g.get("accept") or [])
        ]
        used |= {(n, k) for n, k, _ in good}
        if hits:
            pairs.append((g["issue"], (good or hits)[0][2].get("issue")))
        if not g.get("core", True) or g.get("holder_explicit") is False:
            continue
        K["n"] += 1
        K["holder"] += bool(hits)
        K["polarity"] += bool(good)
        K["strict"] += any(h[2].get("stance") == g["stance"] for h in hits)
        K["accept"] += any(h[2].get("stance") in [g["stance"], *(g.get("accept") or [])] for h in hits)
    total = sum(map(len, S.values())) + lost
    r = {k: round(K[k] / max(1, K["n"]), 3) for k in ("holder", "polarity", "accept", "strict")}
    p = len(used) / max(1, total)
    return {
        "recall": r,
        "core_gold": K["n"],
        "precision": round(p, 3),
        "sys": total,
        "f1": round(2 * p * r["accept"] / max(1e-9, p + r["accept"]), 3),
        "issues": b_cubed(pairs),
        "not_in_text": lost,
    }


def b_cubed(pairs):
    """pairs: (gold cluster, system cluster) of each item -> B-cubed precision, recall, F1 and the number of clusters of each."""
    n = len(pairs)
    if not n:
        return {"b3": 0.0, "p": 0.0, "r": 0.0, "items": 0, "gold": 0, "sys": 0}
    both, gold, system = (
        collections.Counter(pairs),
        collections.Counter(g for g, _ in pairs),
        collections.Counter(s for _, s in pairs),
    )
    p, r = sum(both[x] / system[x[1]] for x in pairs) / n, sum(both[x] / gold[x[0]] for x in pairs) / n
    return {
        "b3": round(2 * p * r / (p + r), 3),
        "p": round(p, 3),
        "r": round(r, 3),
        "items": n,
        "gold": len(gold),
        "sys": len(system),
    }


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("quotes", "facts", "positions"))
    for a in ("--texts", "--gold", "--sys"):
        ap.add_argument(a, required=True)
    ap.add_argument("--negatives")
    a = ap.parse_args()
    texts = {n: Text(os.path.join(a.texts, n)) for n in sorted(os.listdir(a.texts)) if n.endswith(".txt")}
    gold, system = load(a.gold), load(a.sys)
    if a.what == "quotes":
        r = score_quotes(texts, gold, system)
    elif a.what == "facts":
        r = score_facts(texts, gold, system, load(a.negatives) if a.negatives else None)
    else:
        r = score_positions(texts, gold, system)
    print(json.dumps(r))


if __name__ == "__main__":
    main()
