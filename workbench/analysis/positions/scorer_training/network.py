"""The network: MiniLM over the windows of a text, and a head that reads a sentence as seen from one holder.

The head asks as a transformer's decoder does: from what names the holder, who speaks for it and what is known of it, it
attends to the pieces of the sentence, led by their ways through the parse.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from workbench.analysis.positions.candidate_features import STANCE_NAMES, names
from workbench.nlp.syntax_features import PATHS
from workbench.nlp.windows import FORMS

WIDTH, HEADS, ISSUE, ABOUT = 256, 8, 64, 128
MARK_SIZES = (4, 1 + 2 * len(STANCE_NAMES), 2)
DROPOUT = 0.1
BLOCKED = -1e4


class Network(nn.Module):
    """Encoder and head."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.encoder = Encoder(source)
        self.head = Head(self.encoder.size)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, encoder: dict[str, Tensor], head: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """The head's output for what both are given."""
        return self.head(self.drop(self.encoder(**encoder)), **head)  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Pieces of windows to a row of numbers each."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(source, local_files_only=True, add_pooling_layer=False)
        for layer in self.bert.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        self.size = self.bert.config.hidden_size
        self.forms = nn.Embedding(FORMS, self.size)
        self.marks = nn.ModuleList(nn.Embedding(count, self.size) for count in MARK_SIZES)
        for added in (self.forms, *self.marks):
            nn.init.zeros_(added.weight)

    def forward(self, ids: Tensor, forms: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces) -> (windows, pieces, size); `marks` has a further axis."""
        known = sum(added(marks[..., n]) for n, added in enumerate(self.marks))
        words = self.bert.embeddings.word_embeddings(ids) + self.forms(forms) + known
        return self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state


class Head(nn.Module):
    """What a holder's sentence says of it."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.mentions, self.speakers, self.cues, self.whole = (nn.Linear(size, WIDTH) for _ in range(4))
        self.features = nn.Linear(len(names()), WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH), nn.Dropout(DROPOUT)
        self.attend = Attend(size)
        self.mix = nn.Linear(WIDTH + 2 * size, WIDTH)
        self.scores = nn.Linear(WIDTH, 2 + len(STANCE_NAMES))
        self.issue = nn.Linear(WIDTH, ISSUE)
        self.about_holder, self.about_piece = nn.Linear(WIDTH, ABOUT), nn.Linear(size, ABOUT)
        self.about_path = nn.Embedding(PATHS, 1)
        nn.init.constant_(self.about_path.weight, -2.0)

    def forward(
        self, hidden: Tensor, mentions: Tensor, speakers: Tensor, cues: Tensor, pieces: Tensor, inside: Tensor,
        paths: Tensor, features: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
        """Scores (holders, 2 + stances): takes a stand, is core, each stance; (holders, pieces) what it is about; and
        (holders, ISSUE) of length one.
        """
        flat = hidden.flatten(0, 1)
        sentence = nn.functional.embedding(pieces, flat)
        mean = (sentence * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)
        named = [weights @ flat[: weights.shape[1]] for weights in (mentions, speakers, cues)]
        seen = self.mentions(named[0]) + self.speakers(named[1]) + self.cues(named[2])
        asked = self.attend(self.norm(seen + self.whole(mean) + self.features(features)), sentence, paths, inside)
        found = nn.functional.gelu(self.mix(self.drop(torch.cat([asked, mean, named[0]], -1))))
        likeness = torch.bmm(self.about_piece(sentence), self.about_holder(found)[..., None])[..., 0] / ABOUT**0.5
        about = likeness + self.about_path(paths)[..., 0]
        return self.scores(self.drop(found)), about, nn.functional.normalize(self.issue(found), dim=-1)


class Attend(nn.Module):
    """One layer of attention from a holder to the pieces of its sentence, and a feed-forward layer."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.query, self.key, self.value = nn.Linear(WIDTH, WIDTH), nn.Linear(size, WIDTH), nn.Linear(size, WIDTH)
        self.path = nn.Embedding(PATHS, HEADS)
        nn.init.zeros_(self.path.weight)
        self.out, self.first_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH)
        self.inner, self.outer, self.last_norm = (
            nn.Linear(WIDTH, 2 * WIDTH),
            nn.Linear(2 * WIDTH, WIDTH),
            nn.LayerNorm(WIDTH),
        )
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, asked: Tensor, pieces: Tensor, paths: Tensor, inside: Tensor) -> Tensor:
        """(holders, WIDTH), (holders, pieces, size) -> (holders, WIDTH)."""
        rows, count, part = asked.shape[0], pieces.shape[1], WIDTH // HEADS
        key = self.key(pieces).view(rows, count, HEADS, part).permute(0, 2, 3, 1)
        value = self.value(pieces).view(rows, count, HEADS, part).permute(0, 2, 1, 3)
        likeness = (self.query(asked).view(rows, HEADS, 1, part) @ key)[:, :, 0] / part**0.5
        likeness = likeness + self.path(paths).permute(0, 2, 1) + (1 - inside)[:, None] * BLOCKED
        found = (likeness.softmax(-1)[:, :, None] @ value).reshape(rows, WIDTH)
        asked = self.first_norm(asked + self.drop(self.out(found)))
        return self.last_norm(asked + self.drop(self.outer(nn.functional.gelu(self.inner(asked)))))
