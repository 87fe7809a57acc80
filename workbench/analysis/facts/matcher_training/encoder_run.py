"""The clause encoder and its training: clauses that state one fact near each other, all others of their story apart.

A story is a step. Two losses: whether each pair is one fact, over what is hardest to tell; and, for each clause, which
of all clauses of the other articles are its fact's (supervised contrastive loss, Khosla et al., 2020).
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from workbench.analysis.facts.matcher_training.labelled_stories import OTHER, SAME, LabelledStory
from workbench.nlp.clause_encoder import DIMENSIONS, clause_pieces, load_tokenizer, sentence_inputs
from workbench.nlp.linear_chain import Floats
from workbench.nlp.training.tagger import encoder_folder
from workbench.nlp.training.training_state import TrainingState

EPOCHS, WARM_UP, AVERAGE_EVERY = 5, 0.1, 2
RATES = {"bert": 1e-4, "project": 2e-4, "judge": 5e-2}
DECAY = 0.01
FROZEN_LAYERS = 1
"""Embeddings and so many layers stay as they are."""
HARDEST, OTHERS = 6, 4
"""Pairs of different facts in a step for each pair of one: the nearest, and some of the rest."""
TEMPERATURE, CONTRAST = 0.07, 0.15


class ClauseNetwork(nn.Module):
    """MiniLM over sentences, and what makes a clause of their pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(encoder_folder(), local_files_only=True, add_pooling_layer=False)
        for layer in self.bert.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        self.project = nn.Linear(self.bert.config.hidden_size, DIMENSIONS, bias=False)
        self.judge = Judge()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(sentences, pieces) -> (sentences, pieces, DIMENSIONS)."""
        return self.project(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state)  # type: ignore[no-any-return]

    def clauses(self, given: Sequence[Tensor]) -> Tensor:
        """(clauses, DIMENSIONS) of length one, for what `story_inputs` made."""
        ids, mask, inside, sentence = given
        hidden = self(ids, mask)[sentence]
        return nn.functional.normalize((hidden * inside[..., None]).sum(1), dim=-1)


class Judge(nn.Module):
    """Cosines to log odds."""

    def __init__(self) -> None:
        super().__init__()
        self.scale, self.bias = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(-9.0))

    def forward(self, cosines: Tensor) -> Tensor:
        """How surely each is one fact."""
        return self.scale * cosines + self.bias


def story_inputs(story: LabelledStory) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Its sentences once each: ids, mask; of each clause, 1 for its pieces, and the number of its sentence."""
    sentences = list(dict.fromkeys(sentence for sentence, _ in story.in_sentences))
    number = {sentence: n for n, sentence in enumerate(sentences)}
    cut = load_tokenizer().encode_batch(sentences)
    given = sentence_inputs(cut)
    inside = np.zeros((len(story.clauses), given["ids"].shape[1]), dtype=np.float32)
    for row, (sentence, span) in enumerate(story.in_sentences):
        inside[row, clause_pieces(cut[number[sentence]], span)] = 1
    rows = [number[sentence] for sentence, _ in story.in_sentences]
    return torch.from_numpy(given["ids"]), torch.from_numpy(given["mask"]), torch.from_numpy(inside), torch.tensor(rows)


def story_losses(model: ClauseNetwork, story: LabelledStory, given: Sequence[Tensor]) -> dict[str, Tensor]:
    """Each loss by its name, weighed."""
    vectors = model.clauses(given)
    cosines = vectors @ vectors.T
    picked = _picked(story, cosines.detach().numpy()[story.one, story.other])
    labels = torch.from_numpy((story.labels[picked] == SAME).astype(np.float32))
    odds = model.judge(cosines[story.one[picked], story.other[picked]])
    weights = 1 + labels
    each = nn.functional.binary_cross_entropy_with_logits(odds, labels, reduction="none")
    return {"same": (each * weights).sum() / weights.sum(), "contrast": CONTRAST * _contrast(story, cosines)}


def _picked(story: LabelledStory, cosines: Floats) -> np.ndarray:
    same, other = np.flatnonzero(story.labels == SAME), np.flatnonzero(story.labels == OTHER)
    near = other[np.argsort(-cosines[other], kind="stable")]
    hardest, rest = np.split(near, [max(150, HARDEST * len(same))])
    return np.concatenate([same, hardest, np.random.permutation(rest)[: max(150, OTHERS * len(same))]])


def _contrast(story: LabelledStory, cosines: Tensor) -> Tensor:
    same, allowed = torch.zeros_like(cosines), torch.zeros_like(cosines, dtype=torch.bool)
    for found, value in ((story.counted, allowed), (np.flatnonzero(story.labels == SAME), same)):
        value[story.one[found], story.other[found]] = 1
        value[story.other[found], story.one[found]] = 1
    chances = (cosines / TEMPERATURE).masked_fill(~allowed, -1e4).log_softmax(1)
    met = same.sum(1) > 0
    return -((chances * same).sum(1)[met] / same.sum(1)[met]).mean()


class TrainingRun:
    """One run over stories, kept in a file from which it goes on."""

    def __init__(self, stories: Sequence[LabelledStory], saved: Path) -> None:
        torch.manual_seed(0)
        torch.set_flush_denormal(True)
        self.stories = [story for story in stories if (story.labels == SAME).any()]
        self.given = {story.name: story_inputs(story) for story in self.stories}
        self.model = ClauseNetwork()
        self._begin()
        groups = [
            {"params": [p for p in getattr(self.model, name).parameters() if p.requires_grad], "lr": rate}
            for name, rate in RATES.items()
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
        self.state = TrainingState(saved, self.model, optimizer, EPOCHS * len(self.stories), WARM_UP, AVERAGE_EVERY)

    def _begin(self) -> None:
        """Freeze what stays, and let the projection keep what tells clauses apart already: principal components."""
        bert = self.model.bert
        for part in (bert.embeddings, *bert.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)
        found = []
        with torch.inference_mode():
            for story in self.stories[::3]:
                ids, mask, inside, sentence = self.given[story.name]
                hidden = bert(input_ids=ids, attention_mask=mask).last_hidden_state[sentence]
                found.append((hidden * inside[..., None]).sum(1) / inside.sum(1, keepdim=True))
            components = torch.linalg.svd(torch.cat(found), full_matrices=False)[2]
        with torch.no_grad():
            self.model.project.weight.copy_(components[:DIMENSIONS])

    def train(self) -> ClauseNetwork:
        """Train to the end; the mean of the weights along the way."""
        self.model.train()
        while self.state.step < EPOCHS * len(self.stories):
            began, epoch = time.time(), self.state.step // len(self.stories)
            order = random.Random(epoch).sample(self.stories, len(self.stories))
            np.random.seed(epoch)
            found = [self.state.learn(story_losses(self.model, story, self.given[story.name])) for story in order]
            self.state.save()
            told = ", ".join(f"{name} {np.mean([one[name] for one in found]):.3f}" for name in found[0])
            print(f"epoch {epoch + 1} of {EPOCHS}: {told}, {time.time() - began:.0f} s", flush=True)
        self.model.load_state_dict(self.state.average)
        return self.model.eval()


def vectors_of(model: ClauseNetwork, story: LabelledStory) -> Floats:
    """The vectors of a story's clauses."""
    with torch.inference_mode():
        return np.asarray(model.clauses(story_inputs(story)).numpy())
