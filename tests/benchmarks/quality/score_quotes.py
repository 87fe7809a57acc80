#!/usr/bin/env python3
"""Score quotation extraction + attribution against PolNeAR-style gold (brat standoff).

  score_quotes.py --gold DIR --text DIR --sys FILE.jsonl [--speech-cues] [--json]
  score_quotes.py --gold DIR --text DIR --gold-as-sys          # self test: every number must be 1.000
  score_quotes.py --gold DIR --text DIR --human-ceiling        # annotators scored against each other

System row: {"doc_id", "content_start", "content_end", ["content_spans": [[s,e],..]],
             "cue_start"|null, "cue_end"|null  (or "cue": [s,e]|null),
             "speaker_start"|null, "speaker_end"|null, "speaker_text"|null}
doc_id = text file name without .txt; offsets = Python str offsets in the text file read as UTF-8,
newline=''.  One row = one attribution.

What is counted
  exact   : fragments (contiguous content stretches; pieces separated by white space only are merged,
            edge white space / quote marks / , . ; : ! ? - trimmed on BOTH sides) must have equal ends.
            'raw' = the same without trimming.
  token   : word tokens (\\w+) inside content, micro P/R/F1.
  attr    : one-to-one matching of attributions, greedy on content-token Jaccard, >= --jaccard (0.5).
            soft = the same with Jaccard >= 0.3 (comparable with GGT's 'Quotes: 0.3', not identical).
  speaker : on matched pairs whose gold HAS a source. ov = the two spans share a content word;
            head = name head / last token of the bare NP agrees; text = no shared span, but
            speaker_text shares a content word with the gold source (resolved speaker).
            'lenient' = ov or text. Reported over all gold sources, and split named / pronoun / other.
  e2e     : content matched (Jaccard) AND speaker lenient-correct (gold without source: system must
            give none, or it is skipped with --skip-nosource).
Types (derived, both sides, from the document's own double quotation marks, reset at newline):
  direct >= 90 % of content word tokens inside quotes; mixed = some; indirect = none.
  Precision of a type is over SYSTEM rows of that type, recall over GOLD rows of that type;
  a match may cross types (only the span counts).
"""

import argparse
import collections
import glob
import json
import os
import re
import sys

TOK = re.compile(r"\w+(?:['’]\w+)?")
TRIM = " \t\r\n\u00a0\"'“”‘’`,.;:!?-–—…"
OPENQ, CLOSEQ = "“„«", "”»"
STOP = set(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "at",
        "for",
        "to",
        "and",
        "or",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "some",
        "many",
        "most",
        "one",
        "who",
        "whom",
        "that",
        "which",
        "this",
        "these",
        "those",
        "with",
        "from",
        "on",
        "by",
        "as",
        "s",
    ]
)
PRON = set(
    [
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "you",
        "him",
        "her",
        "them",
        "who",
        "me",
        "us",
        "himself",
        "herself",
        "themselves",
        "his",
        "hers",
    ]
)
SPEECH = set(
    [
        "say",
        "says",
        "said",
        "saying",
        "tell",
        "tells",
        "told",
        "telling",
        "add",
        "adds",
        "added",
        "adding",
        "note",
        "notes",
        "noted",
        "noting",
        "write",
        "writes",
        "wrote",
        "written",
        "writing",
        "explain",
        "explains",
        "explained",
        "explaining",
        "tweet",
        "tweets",
        "tweeted",
        "announce",
        "announces",
        "announced",
        "state",
        "states",
        "stated",
        "stating",
        "ask",
        "asks",
        "asked",
        "asking",
        "argue",
        "argues",
        "argued",
        "arguing",
        "claim",
        "claims",
        "claimed",
        "claiming",
        "report",
        "reports",
        "reported",
        "reporting",
        "call",
        "calls",
        "called",
        "calling",
        "warn",
        "warns",
        "warned",
        "insist",
        "insists",
        "insisted",
        "declare",
        "declares",
        "declared",
        "reply",
        "replies",
        "replied",
        "respond",
        "responds",
        "responded",
        "continue",
        "continued",
        "continues",
        "conclude",
        "concluded",
        "suggest",
        "suggests",
        "suggested",
        "suggesting",
        "acknowledge",
        "acknowledged",
        "admit",
        "admitted",
        "admits",
        "accuse",
        "accused",
        "accuses",
        "confirm",
        "confirmed",
        "deny",
        "denied",
        "denies",
        "promise",
        "promised",
        "vow",
        "vowed",
        "pledge",
        "pledged",
        "urge",
        "urged",
        "criticize",
        "criticized",
        "praise",
        "praised",
        "describe",
        "described",
        "according",
        "quote",
        "quoted",
        "remark",
        "remarked",
        "recall",
        "recalled",
        "joke",
        "joked",
        "complain",
        "complained",
        "quip",
        "quipped",
        "charge",
        "charged",
        "allege",
        "alleged",
        "contend",
        "contended",
        "maintain",
        "maintained",
        "assert",
        "asserted",
        "predict",
        "predicted",
        "point",
        "pointed",
        "mention",
        "mentioned",
        "comment",
        "commented",
        "speak",
        "spoke",
        "talk",
        "talked",
        "express",
        "expressed",
        "testify",
        "testified",
        "caution",
        "cautioned",
        "counter",
        "countered",
        "stress",
        "stressed",
        "emphasize",
        "emphasized",
    ]
)


def quote_mask(text):
    """bytearray: 1 where a character lies within double quotation marks."""
    m = bytearray(len(text))
    inside = False
    start = 0

    def fill(a, b):
        for k in range(a, b):
            m[k] = 1

    for i, c in enumerate(text):
        if c == "\n":
            if inside:
                fill(start, i)  # unclosed quote: runs to the paragraph's end (multi-paragraph quote)
            inside = False
        elif c in OPENQ or (c == '"' and not inside):
            if not inside:
                inside, start = True, i + 1
        elif inside and (c in CLOSEQ or c == '"'):
            fill(start, i)
            inside = False
    if inside:
        fill(start, len(text))
    return m


def merge(spans, text):
    spans = sorted((s, e) for s, e in spans if e > s)
    out = []
    for s, e in spans:
        if out and not text[out[-1][1] : s].strip():
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        else:
            out.append((s, e))
    return out


def trim(s, e, text):
    while s < e and text[s] in TRIM:
        s += 1
    while e > s and text[e - 1] in TRIM:
        e -= 1
    return s, e


class Attr:
    __slots__ = ("content", "cue", "cue_text", "row", "source", "source_text", "toks", "type")

    def __init__(self, content, cue, source, source_text, text, mask, tokidx):
        self.content = merge(content, text)
        self.cue = cue
        self.source = source
        self.source_text = (
            source_text if source_text is not None else (" ".join(text[s:e] for s, e in source) if source else None)
        )
        self.cue_text = " ".join(text[s:e] for s, e in cue) if cue else ""
        self.toks = frozenset(i for s, e in self.content for i in tokidx(s, e))
        q = n = 0
        for s, e in self.content:
            for m in TOK.finditer(text, s, e):
                n += 1
                q += mask[m.start()]
        self.type = "indirect" if not q else "direct" if q >= 0.9 * n else "mixed"


class Doc:
    def __init__(self, text):
        self.text = text
        self.mask = quote_mask(text)
        self.starts = [m.start() for m in TOK.finditer(text)]

    def tokidx(self, s, e):
        import bisect

        return range(bisect.bisect_left(self.starts, s), bisect.bisect_left(self.starts, e))

    def attr(self, content, cue, source, source_text=None):
        return Attr(content, cue or [], source or [], source_text, self.text, self.mask, self.tokidx)


def parse_spans(s):
    return [tuple(map(int, p.split())) for p in s.split(";")]


def read_ann(path, doc):
    T, out = {}, []
    with open(path, encoding="utf8", newline="") as f:
        for l in f.read().split("\n"):
            m = re.match(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)", l)
            if m:
                T[m[1]] = (m[2], parse_spans(m[3].strip()))
                continue
            if re.match(r"E\d+\t", l):
                roles = collections.defaultdict(list)
                for part in l.split("\t")[1].split():
                    k, _, v = part.partition(":")
                    roles[re.sub(r"\d+$", "", k)] += T.get(v, ("", []))[1]
                if roles["Content"]:
                    out.append(doc.attr(roles["Content"], roles["Cue"], roles["Source"]))
    return out


def load_gold(gold, textdir):
    """-> {doc_id: (Doc, {annotator: [Attr]})}"""
    G = {}
    for p in sorted(glob.glob(os.path.join(gold, "*.ann"))):
        base = os.path.basename(p)[:-4]
        did, ann = base.rsplit("_", 1)
        if did not in G:
            tp = os.path.join(textdir, did + ".txt")
            if not os.path.exists(tp):
                continue
            with open(tp, encoding="utf8", newline="") as f:
                G[did] = (Doc(f.read()), {})
        G[did][1][ann] = read_ann(p, G[did][0])
    return G


def load_sys(path, G):
    S = collections.defaultdict(list)
    unknown = 0
    with open(path, encoding="utf8") as f:
        rows = [json.loads(l) for l in f if l.strip()]
    for r in rows:
        did = r["doc_id"]
        if did not in G:
            unknown += 1
            continue
        d = G[did][0]
        spans = r.get("content_spans") or [[r["content_start"], r["content_end"]]]
        cue = r.get("cue") or ([r["cue_start"], r["cue_end"]] if r.get("cue_start") is not None else None)
        src = [(r["speaker_start"], r["speaker_end"])] if r.get("speaker_start") is not None else []
        S[did].append(d.attr([tuple(x) for x in spans], [tuple(cue)] if cue else [], src, r.get("speaker_text")))
    if unknown:
        print(f"note: {unknown} rows for documents without gold ignored", file=sys.stderr)
    return S


def words(t):
    return {w.lower().removesuffix("'s").removesuffix("’s") for w in TOK.findall(t or "")} - STOP


def head(t):
    """head word of a source mention: last word of the first bare NP; a person name's last word."""
    t = re.split(r",|\(|—|–| who | of | in | at | for | from | on | with | to ", (t or "").strip())[0]
    w = [x for x in TOK.findall(t)]
    return w[-1].lower().removesuffix("'s").removesuffix("’s") if w else ""


def src_kind(t):
    w = [x.lower() for x in TOK.findall(t or "")]
    if w and len(w) <= 2 and w[0] in PRON:
        return "pronoun"
    return (
        "named"
        if re.search(
            r"\b[A-Z]\w", re.sub(r"^(The|A|An|His|Her|Their|Some|Many|One|In|But|And)\b", "", (t or "").strip())
        )
        else "other"
    )


def match(gs, ss, thr):
    c = []
    for i, g in enumerate(gs):
        for j, s in enumerate(ss):
            n = len(g.toks & s.toks)
            if n:
                jac = n / len(g.toks | s.toks)
                if jac >= thr:
                    c.append((jac, i, j))
    c.sort(key=lambda x: (-x[0], x[1], x[2]))
    gi, sj, out = set(), set(), []
    for jac, i, j in c:
        if i not in gi and j not in sj:
            gi.add(i)
            sj.add(j)
            out.append((i, j))
    return out


def speaker_ok(g, s):
    gw = words(g.source_text)
    ov = False
    for a, b in g.source:
        for c, d in s.source:
            if a < d and c < b:
                ov = True
    ov = ov and bool(words(s.source_text) & gw or not gw or src_kind(g.source_text) == "pronoun")
    txt = bool(words(s.source_text) & gw)
    hd = ov and (
        head(s.source_text) == head(g.source_text)
        or (head(g.source_text) in words(s.source_text) and head(s.source_text) in gw)
    )
    return ov, hd, ov or txt


def right(gs, ss, pairs):
    """The matched pairs whose speaker is right too: the e2e criterion."""
    return {(i, j) for i, j in pairs if (speaker_ok(gs[i], ss[j])[2] if gs[i].source else not ss[j].source)}


def rows_right(gs, ss, thr):
    """For each system row of a document whether it is right by the e2e criterion."""
    good = {j for _, j in right(gs, ss, match(gs, ss, thr))}
    return [j in good for j in range(len(ss))]


def prf(tp_p, n_p, tp_r, n_r):
    p = tp_p / n_p if n_p else 0.0
    r = tp_r / n_r if n_r else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


TYPES = ("all", "direct", "mixed", "indirect")


def score(G, gold_pick, S, args):
    """gold_pick: did -> [Attr]"""
    K = collections.Counter()
    for did, gs in gold_pick.items():
        doc = G[did][0]
        ss = S.get(did, [])
        if args.speech_cues:  # gold indirect restricted to speech cues; a system row on a dropped gold is not punished
            drop = [
                g for g in gs if g.type == "indirect" and not (set(w.lower() for w in TOK.findall(g.cue_text)) & SPEECH)
            ]
            gs = [g for g in gs if g not in drop]
            dead = {j for i, j in match(drop, ss, 0.3)} - {j for i, j in match(gs, ss, 0.3)}
            ss = [s for j, s in enumerate(ss) if j not in dead]

        def frs(a, tr):
            return {trim(s, e, doc.text) if tr else (s, e) for s, e in a.content}

        for tr, nm in ((True, "exact"), (False, "raw")):
            ga, sa = collections.defaultdict(set), collections.defaultdict(set)
            for a in gs:
                for f in frs(a, tr):
                    ga["all"].add(f)
                    ga[a.type].add(f)
            for a in ss:
                for f in frs(a, tr):
                    sa["all"].add(f)
                    sa[a.type].add(f)
            for t in TYPES:
                K[nm, t, "np"] += len(sa[t])
                K[nm, t, "nr"] += len(ga[t])
                K[nm, t, "tpp"] += len(sa[t] & ga["all"])
                K[nm, t, "tpr"] += len(ga[t] & sa["all"])
        gt, st = collections.defaultdict(set), collections.defaultdict(set)
        for a in gs:
            gt["all"] |= a.toks
            gt[a.type] |= a.toks
        for a in ss:
            st["all"] |= a.toks
            st[a.type] |= a.toks
        for t in TYPES:
            K["token", t, "np"] += len(st[t])
            K["token", t, "nr"] += len(gt[t])
            K["token", t, "tpp"] += len(st[t] & gt["all"])
            K["token", t, "tpr"] += len(gt[t] & st["all"])
        for nm, thr in (("attr", args.jaccard), ("soft", 0.3)):
            pairs = match(gs, ss, thr)
            for t in TYPES:
                K[nm, t, "np"] += sum(t in ("all", a.type) for a in ss)
                K[nm, t, "nr"] += sum(t in ("all", a.type) for a in gs)
                K[nm, t, "tpp"] += sum(t in ("all", ss[j].type) for i, j in pairs)
                K[nm, t, "tpr"] += sum(t in ("all", gs[i].type) for i, j in pairs)
            if nm != "attr":
                continue
            good = right(gs, ss, pairs)
            for i, j in pairs:
                g, s = gs[i], ss[j]
                if not g.source:
                    continue
                ov, hd, le = speaker_ok(g, s)
                for t in TYPES:
                    if t in ("all", g.type):
                        K["spk", t, "n"] += 1
                        K["spk", t, "ov"] += ov
                        K["spk", t, "head"] += hd
                        K["spk", t, "len"] += le
                        K["spk", t, "given"] += bool(s.source_text)
                k = "src-" + src_kind(g.source_text)
                K["spk", k, "n"] += 1
                K["spk", k, "ov"] += ov
                K["spk", k, "head"] += hd
                K["spk", k, "len"] += le
                K["spk", k, "given"] += bool(s.source_text)
                if g.cue:
                    K["cue", "n"] += 1
                    K["cue", "ok"] += any(a < d and c < b for a, b in g.cue for c, d in s.cue)
            for t in TYPES:
                K["e2e", t, "np"] += sum(t in ("all", a.type) for a in ss)
                K["e2e", t, "nr"] += sum(t in ("all", a.type) for a in gs)
                K["e2e", t, "tpp"] += sum(t in ("all", ss[j].type) for i, j in good)
                K["e2e", t, "tpr"] += sum(t in ("all", gs[i].type) for i, j in good)
    R = {"docs": len(gold_pick)}
    for nm in ("exact", "raw", "token", "attr", "soft", "e2e"):
        R[nm] = {
            t: [round(x, 4) for x in prf(K[nm, t, "tpp"], K[nm, t, "np"], K[nm, t, "tpr"], K[nm, t, "nr"])]
            + [K[nm, t, "np"], K[nm, t, "nr"]]
            for t in TYPES
        }
    R["speaker"] = {
        t: {
            "n": K["spk", t, "n"],
            **{
                k: round(K["spk", t, k] / K["spk", t, "n"], 4) if K["spk", t, "n"] else None
                for k in ("ov", "head", "len", "given")
            },
        }
        for t in (*TYPES, "src-named", "src-pronoun", "src-other")
    }
    R["cue_overlap"] = round(K["cue", "ok"] / K["cue", "n"], 4) if K["cue", "n"] else None
    return R


def show(R, title):
    print(f"== {title}  docs={R['docs']}")
    print(f"{'':10}" + "".join(f"{t:>32}" for t in TYPES))
    for nm in ("exact", "raw", "token", "attr", "soft", "e2e"):
        print(f"{nm:10}" + "".join("   P{:.3f} R{:.3f} F{:.3f} {:>5}/{:<5}".format(*R[nm][t]) for t in TYPES))
    print("  (counts are system/gold)   speaker accuracy given matched content (Jaccard>=thr):")
    for t, v in R["speaker"].items():
        if v["n"]:
            print(
                f"    {t:12} n={v['n']:<5} overlap={v['ov']:.3f} head={v['head']:.3f} lenient={v['len']:.3f} given={v['given']:.3f}"
            )
    print("  cue overlap on matched:", R["cue_overlap"])


def main():
    ap = argparse.ArgumentParser()
    a = ap.add_argument
    a("--gold", required=True)
    a("--text", required=True)
    a("--sys")
    a("--gold-as-sys", action="store_true")
    a("--human-ceiling", action="store_true")
    a("--jaccard", type=float, default=0.5)
    a("--json", action="store_true")
    a(
        "--speech-cues",
        action="store_true",
        help="drop gold INDIRECT attributions whose cue is not a speech word (belief, wish, ...)",
    )
    a("--docs", help="file with doc ids to restrict to")
    args = ap.parse_args()
    G = load_gold(args.gold, args.text)
    if args.docs:
        keep = set(open(args.docs).read().split())
        G = {k: v for k, v in G.items() if k in keep}
    first = {d: v[1][sorted(v[1])[0]] for d, v in G.items()}
    if args.human_ceiling:
        Rs = []
        multi = {d: v for d, v in G.items() if len(v[1]) > 1}
        anns = sorted({a for v in multi.values() for a in v[1]})
        for x in anns:
            for y in anns:
                if x != y:
                    ds = [d for d, v in multi.items() if x in v[1] and y in v[1]]
                    if ds:
                        Rs.append(score(G, {d: G[d][1][x] for d in ds}, {d: G[d][1][y] for d in ds}, args))
        print(f"human vs human: {len(multi)} docs, {len(Rs)} ordered pairs; mean F1 (no weighting)")
        for nm in ("exact", "raw", "token", "attr", "soft", "e2e"):
            print(f"  {nm:6}", {t: round(sum(r[nm][t][2] for r in Rs) / len(Rs), 3) for t in TYPES})
        print(
            "  speaker overlap",
            {t: round(sum((r["speaker"][t]["ov"] or 0) for r in Rs) / len(Rs), 3) for t in TYPES},
            "head",
            round(sum(r["speaker"]["all"]["head"] for r in Rs) / len(Rs), 3),
            "cue",
            round(sum(r["cue_overlap"] for r in Rs) / len(Rs), 3),
        )
        return
    S = first if args.gold_as_sys else load_sys(args.sys, G)
    R = score(G, first, S, args)
    print(json.dumps(R)) if args.json else show(R, args.sys or "gold as system")


if __name__ == "__main__":
    main()
