"""The network: MiniLM, a tag layer for attributions and entities, and a head that finds what belongs to each cue.

Tags come from linear-chain conditional random fields over O, B, I (Lafferty et al., 2001). What belongs to a cue is
read as in semantic role labelling: every piece of the window is scored as content or source *of that cue*.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from workbench.nlp import syntax_features
from workbench.nlp.relation_scorer import DISTANCE_CLASSES, LINE_CLASSES
from workbench.nlp.training.examples import ENTITIES, LAYERS, ROLES
from workbench.nlp.windows import FORMS

DROPOUT = 0.1
WIDTH, MATCH = 128, 64
"""Width of the sum, and of the product, of a piece and a cue."""
LABELS = 3
NEVER = -1e4


class Network(nn.Module):
    """Word pieces to tag scores, and to what the relation head needs of each piece."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(source, local_files_only=True)
        for layer in self.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        size = self.encoder.config.hidden_size
        self.forms, self.labels = nn.Embedding(FORMS, size), nn.Embedding(len(syntax_features.LABELS), size)
        for added in (self.forms, self.labels):
            nn.init.zeros_(added.weight)
        self.drop = nn.Dropout(DROPOUT)
        self.tags = nn.Linear(size, LABELS * len(LAYERS))
        self.entities = nn.Linear(size, 1 + 2 * len(ENTITIES))
        self.relation = RelationHead(size)
        self.chains = LinearChains(len(LAYERS))

    def hidden(self, ids: Tensor, forms: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces) -> (windows, pieces, size)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.forms(forms) + self.labels(labels)
        out = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return self.drop(out)  # type: ignore[no-any-return]

    def forward(self, ids: Tensor, forms: Tensor, labels: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores (windows, pieces, layers, 3), entity scores, and the relation head's view of each piece."""
        hidden = self.hidden(ids, forms, labels, mask)
        return self.tagged(hidden), self.entities(hidden), self.relation.views(hidden)

    def tagged(self, hidden: Tensor) -> Tensor:
        """(..., size) -> scores (..., layers, 3)."""
        return self.tags(hidden).view(*hidden.shape[:-1], len(LAYERS), LABELS)  # type: ignore[no-any-return]


class RelationHead(nn.Module):
    """Scores every piece as O, B, I of each role of a cue, from both and from the ways between them."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.view = nn.Linear(size, 2 * (WIDTH + MATCH))
        self.distance = nn.Embedding(DISTANCE_CLASSES, WIDTH)
        self.line = nn.Embedding(LINE_CLASSES, WIDTH)
        self.path = nn.Embedding(syntax_features.PATHS, WIDTH)
        self.sum_out = nn.Linear(WIDTH, LABELS * len(ROLES))
        self.product_out = nn.Linear(MATCH, LABELS * len(ROLES), bias=False)
        self.chains = LinearChains(len(ROLES))

    def views(self, hidden: Tensor) -> Tensor:
        """What the head needs of each piece: as a piece, then as part of a cue."""
        return self.view(hidden)  # type: ignore[no-any-return]

    def forward(self, views: Tensor, window: Tensor, cue: Tensor, place: Tensor, path: Tensor) -> Tensor:
        """Scores (cues, pieces, roles, 3).

        `views` (windows, pieces, ...); for each cue its `window`; `cue` (cues, pieces) is 1/n for the n pieces of the
        cue, else 0; `place` (cues, pieces) is LINES * distance + line, as `nlp.relation` counts them, and `path` (cues,
        pieces) the way through the parse, as `nlp.syntax` does.
        """
        piece, head = views.index_select(0, window).split(WIDTH + MATCH, -1)
        head = torch.bmm(cue[:, None], head)
        way = (self.distance.weight[:, None] + self.line.weight).flatten(0, 1)
        summed = piece[..., :WIDTH] + head[..., :WIDTH] + nn.functional.embedding(place, way) + self.path(path)
        added = nn.functional.gelu(summed, approximate="tanh")
        matched = torch.tanh(piece[..., WIDTH:]) * torch.tanh(head[..., WIDTH:])
        scores = self.sum_out(added) + self.product_out(matched)
        return scores.view(*scores.shape[:-1], len(ROLES), LABELS)  # type: ignore[no-any-return]


class LinearChains(nn.Module):
    """The transitions of several linear chains over O, B, I, and how unlikely they find given labels."""

    def __init__(self, chains: int) -> None:
        super().__init__()
        steps = torch.tensor([[0.5, 0.0, NEVER], [0.0, -0.5, 1.0], [0.0, -0.5, 1.0]])
        self.steps = nn.Parameter(steps.repeat(chains, 1, 1))

    def forward(self, scores: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """The sum of -log P(labels). `scores` (n, pieces, chains, 3), `labels` (n, pieces, chains), `mask` (n, pieces).

        Masked pieces stand at the end of a row only.
        """
        steps, scores = self.steps, scores.float()
        gold = scores.gather(-1, labels[..., None])[..., 0]
        chain = torch.arange(labels.shape[2])
        moved = steps[chain, labels[:, :-1], labels[:, 1:]]
        right = (gold * mask[..., None]).sum() + (moved * mask[:, 1:, None]).sum()
        alpha = scores[:, 0] + scores.new_tensor([0.0, 0.0, NEVER])
        inside = mask.bool()[:, :, None, None].unbind(1)
        last = int(mask.sum(1).max())
        for here, own in zip(inside[1:last], scores.unbind(1)[1:last], strict=True):
            onward = torch.logsumexp(alpha[..., :, None] + steps, -2) + own
            alpha = torch.where(here, onward, alpha)
        return torch.logsumexp(alpha, -1).sum() - right
