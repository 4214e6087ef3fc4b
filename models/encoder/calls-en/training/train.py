"""Trains the call encoder of callsift: what turns of a call mean, what they name, and what a call as a whole is about.

    python train.py TEXT.jsonl all-minilm-l6-v2.onnx OUTPUT_FOLDER --held-out dialogues-voices.txt ...

TEXT.jsonl is written by ExportTrainingText. What the models say of the files held out, which they never see, is written to
held-out.jsonl.gz: the build fits weights and thresholds to it.
"""

import argparse
import gzip
import hashlib
import json
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as functional
from onnx import numpy_helper
from tokenizers import Tokenizer
from torch import nn

SEED = 1
LAYERS = 6
LAYERS_AS_THEY_ARE = 2  # the lowest of those are not trained
WIDTH = 384
HEADS = 12
CALL_WIDTH = 256
CALL_LAYERS = 2
CALL_HEADS = 8
LONGEST_CALL = 80  # turns
LONGEST_BEFORE = 20  # words
LONGEST_TURN = 100  # words
SPEAKERS = ["customer", "agent", "unknown"]
ROLES = ["", "to", "from"]
ANSWERS = ("signal.agent-", "cancel.confirmed", "cancel.saved")

PHASES = [(2, 1.0, 0.5), (1, 0.5, 0.0)]  # epochs, and the share of the rates that they begin and end with
BATCH = 32
CALLS_IN_BATCH = 3
ALIKE = 18  # turns of about the same length that are read side by side
NAMES_SHARE = 4
ENCODER_RATE = 3e-4
HEAD_RATE = 2e-3
CALL_MODELS = 3
CALL_PHASES = [(12, 1.0, 0.0)]
CALLS_AT_ONCE = 16
PARTS_OF_CALLS = 0.25  # how often only some turns in a row are read, as of a short call
LONGEST_PART = 8  # turns
CALL_RATE = 5e-4
VECTORS_LEFT_OUT = 0.2
WARM_UP = 0.06
WORDS_LEFT_OUT = 0.07
CALLS_WITHOUT_SPEAKERS = 0.08
LEAST_LOG_ODDS = -6
SMALLEST_IN_HALF = 1000  # weights


class Labels:
    def __init__(self, utterances):
        self.codes = sorted({code for each in utterances for code in each["codes"]})
        self.types = sorted({name[0] for each in utterances for name in each["names"]})
        self.code = {code: i for i, code in enumerate(self.codes)}
        self.type = {name: i for i, name in enumerate(self.types)}

    @property
    def tags(self):
        return 1 + 2 * len(self.types)


class WordPieces:
    def __init__(self, tokenizer):
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.begin, self.end, self.padding = (self.tokenizer.token_to_id(each) for each in ("[CLS]", "[SEP]", "[PAD]"))
        self.known = {}

    def of(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids
        return self.known[word]

    def vocabulary(self):
        numbers = self.tokenizer.get_vocab()
        return sorted(numbers, key=numbers.get)

    def read(self, utterance, left_out=0.0):
        """Piece numbers, segments (0 for what was said before), the first piece of each word, and the words that are kept."""
        numbers, segments, first, kept = [self.begin], [0], [], []
        for word in utterance["before"][-LONGEST_BEFORE:]:
            if random.random() >= left_out:
                numbers += self.of(word)
        numbers.append(self.end)
        segments += [0] * (len(numbers) - 1)
        for i, word in enumerate(utterance["words"][:LONGEST_TURN]):
            if random.random() >= left_out:
                kept.append(i)
                first.append(len(numbers))
                numbers += self.of(word)
        numbers.append(self.end)
        segments += [1] * (len(numbers) - len(segments))
        return numbers, segments, first, kept


def base_weights(file):
    """The base's tensors by the names of its layers; matrices of linear layers as [in, out]."""
    initializers = onnx.load(file).graph.initializer
    weights = {each.name: torch.tensor(numpy_helper.to_array(each).copy()) for each in initializers}
    matrices = [each.name for each in initializers if each.name.startswith("onnx::MatMul")]
    names = [
        "attention.self.query",
        "attention.self.key",
        "attention.self.value",
        "attention.output.dense",
        "intermediate.dense",
        "output.dense",
    ]
    for i, matrix in enumerate(matrices):
        weights[f"encoder.layer.{i // 6}.{names[i % 6]}.weight"] = weights.pop(matrix)
    return weights


class Layer(nn.Module):
    """A layer of a transformer, as BERT has them."""

    def __init__(self, width, heads, wide):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.joined = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, wide), nn.Linear(wide, width)
        self.attended, self.done = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def copy(self, weights, prefix):
        parts = {
            "attention.self.query": self.query,
            "attention.self.key": self.key,
            "attention.self.value": self.value,
            "attention.output.dense": self.joined,
            "attention.output.LayerNorm": self.attended,
            "intermediate.dense": self.wide,
            "output.dense": self.narrow,
            "output.LayerNorm": self.done,
        }
        for name, part in parts.items():
            copy(weights, prefix + name, part)
        return self

    def forward(self, x, mask):
        batch, length, width = x.shape

        def heads(y):
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        attention = functional.scaled_dot_product_attention(
            heads(self.query(x)), heads(self.key(x)), heads(self.value(x)), attn_mask=mask
        )
        x = self.attended(x + self.dropout(self.joined(attention.transpose(1, 2).reshape(batch, length, width))))
        return self.done(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))


def copy(weights, name, part):
    """The base's weights into a linear layer or a norm."""
    matrix = weights[name + ".weight"]
    part.weight.data = matrix.t().contiguous() if matrix.dim() == 2 else matrix
    part.bias.data = weights[name + ".bias"]


class TurnModel(nn.Module):
    """Reads a turn together with what the other said before it."""

    def __init__(self, weights, labels):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"], requires_grad=False)
        self.segments = nn.Parameter(weights["embeddings.token_type_embeddings.weight"], requires_grad=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        copy(weights, "embeddings.LayerNorm", self.norm.requires_grad_(False))
        self.layers = nn.ModuleList(
            Layer(WIDTH, HEADS, 4 * WIDTH).copy(weights, f"encoder.layer.{i}.") for i in range(LAYERS)
        )
        for layer in self.layers[:LAYERS_AS_THEY_ARE]:
            layer.requires_grad_(False)
        self.codes = nn.Linear(2 * WIDTH, 2 * len(labels.codes))
        self.codes.bias.data.fill_(-4)
        self.names = nn.Linear(WIDTH, labels.tags)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.dropout = nn.Dropout(0.1)

    def encoder(self):
        return [each for layer in self.layers[LAYERS_AS_THEY_ARE:] for each in layer.parameters()]

    def forward(self, pieces, segments, mask=None):
        """The turn's vector, log-odds of codes (a customer's, an agent's), and for each piece scores of names and of roles."""
        x = self.norm(self.words(pieces) + self.places[: pieces.shape[1]] + self.segments[segments])
        attended = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attended)
        spoken = segments.to(x.dtype)
        mean = (x * spoken[..., None]).sum(1) / spoken.sum(1, keepdim=True)
        vector = self.dropout(torch.cat([x[:, 0], mean], 1))
        x = self.dropout(x)
        return vector, self.codes(vector), self.names(x), self.roles(x)


class CallModel(nn.Module):
    """Reads the vectors of a call's turns: what the call as a whole shows."""

    def __init__(self, labels):
        super().__init__()
        self.turn = nn.Linear(2 * WIDTH, CALL_WIDTH)
        self.speakers = nn.Embedding(len(SPEAKERS), CALL_WIDTH)
        self.places = nn.Embedding(LONGEST_CALL, CALL_WIDTH)
        nn.init.normal_(self.speakers.weight, std=0.02)
        nn.init.normal_(self.places.weight, std=0.02)
        self.begin = nn.Parameter(torch.zeros(CALL_WIDTH))
        self.layers = nn.ModuleList(Layer(CALL_WIDTH, CALL_HEADS, 2 * CALL_WIDTH) for _ in range(CALL_LAYERS))
        self.of_turn = nn.Linear(CALL_WIDTH, len(labels.codes))
        self.of_turn.bias.data.fill_(-4)
        self.of_call = nn.Linear(CALL_WIDTH, len(labels.codes))
        self.strongest = nn.Parameter(torch.ones(len(labels.codes)))

    def forward(self, vectors, speakers, mask):
        """Log-odds of the codes of each turn, and of the call."""
        x = self.turn(vectors) + self.speakers(speakers) + self.places.weight[: vectors.shape[1]]
        x = torch.cat([self.begin.expand(x.shape[0], 1, -1), x], 1)
        known = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        for layer in self.layers:
            x = layer(x, known[:, None, None, :])
        turns = self.of_turn(x[:, 1:])
        strongest = turns.masked_fill(~mask[..., None], -9.0).max(1).values
        return turns, self.of_call(x[:, 0]) + self.strongest * strongest


class CallModels(nn.Module):
    """Several that were begun from other numbers, and what they say on average."""

    def __init__(self, models):
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, vectors, speakers, mask):
        said = [model(vectors, speakers, mask) for model in self.models]
        return tuple(torch.stack(each).mean(0) for each in zip(*said, strict=True))


class ExportedTurns(nn.Module):
    """Without roles, which only help to learn."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.eval()  # or exporting ends with dropout on, in the model within as well

    def forward(self, pieces, segments):
        return self.model(pieces, segments)[:3]


class ExportedCalls(nn.Module):
    """One call, of which every turn is known: what it shows as a whole."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.eval()

    def forward(self, vectors, speakers):
        return self.model(vectors, speakers, torch.ones_like(speakers, dtype=torch.bool))[1]


def code_labels(utterance, labels):
    """Which codes hold, and of which it is known: what agents make of customers' wishes is labelled in dialogues only."""
    count = len(labels.codes)
    holds, known = np.zeros(2 * count, np.float32), np.zeros(2 * count, np.float32)
    offset = 0 if utterance["speaker"] == "customer" else count
    for code in utterance["codes"]:
        holds[offset + labels.code[code]] = 1
    for code in labels.codes:
        if utterance["speaker"] == "customer" or "dialogue" in utterance or code.startswith(ANSWERS):
            known[offset + labels.code[code]] = 1
    return holds, known


def name_labels(utterance, labels):
    """For each word the beginning or inside of a name; and the role of names, known in dialogues only."""
    count = len(utterance["words"])
    names, roles = np.zeros(count, np.int64), np.full(count, -100, np.int64)
    for kind, begin, end, role in utterance["names"]:
        names[begin:end] = 2 + 2 * labels.type[kind]
        names[begin] -= 1
        if "dialogue" in utterance:
            roles[begin:end] = ROLES.index(role)
    return names, roles


def call_codes(turns):
    """What holds for a call: whatever a turn shows, but of a cancellation and its taking back only what came last."""
    codes = set()
    for turn in turns:
        codes.update(turn["codes"])
        if "cancel.confirmed" in turn["codes"]:
            codes.discard("cancel.saved")
        elif "cancel.saved" in turn["codes"]:
            codes.discard("cancel.confirmed")
    return codes


def padded(rows, filling):
    length = max(1, max(len(row) for row in rows))
    return torch.tensor([list(row) + [filling] * (length - len(row)) for row in rows])


def word_losses(scores, read, marks):
    """Of every word whose mark is known."""
    wanted = padded([mark[each[3]].tolist() for each, mark in zip(read, marks, strict=True)], -100)
    first = padded([each[2] for each in read], 0)
    chosen = torch.gather(scores, 1, first[..., None].expand(-1, -1, scores.shape[2]))
    known = wanted >= 0
    return functional.cross_entropy(chosen[known], wanted[known], reduction="none")


def log_odds_loss(scores, holds):
    return functional.binary_cross_entropy_with_logits(scores, holds, reduction="none")


class Training:
    def __init__(self, utterances, pieces, labels, base):
        torch.manual_seed(SEED)
        self.pieces, self.labels = pieces, labels
        self.turns = TurnModel(base_weights(base), labels)
        self.calls = CallModels([])
        self.single = [each for each in utterances if "dialogue" not in each]
        self.dialogues = list(dialogues(utterances).values())

    def batches(self):
        single = self.single[:]
        random.shuffle(single)
        chosen = []
        for begin in range(0, len(single), 50 * BATCH):
            alike = sorted(single[begin : begin + 50 * BATCH], key=lambda each: len(each["words"]) + len(each["before"]))
            chosen += [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
        calls = self.dialogues[:]
        random.shuffle(calls)
        for begin in range(0, len(calls), CALLS_IN_BATCH):
            some = calls[begin : begin + CALLS_IN_BATCH]
            chosen.append([turn for call in some for turn in call])
        random.shuffle(chosen)
        return chosen

    def run(self):
        self.train_turns()
        self.train_calls()

    def train_turns(self):
        encoder = self.turns.encoder()
        ids = {id(each) for each in encoder}
        heads = [each for each in self.turns.parameters() if each.requires_grad and id(each) not in ids]
        groups = [{"params": encoder, "lr": ENCODER_RATE}, {"params": heads, "lr": HEAD_RATE}]
        descend(groups, PHASES, self.batches, self.loss)
        self.turns.eval()

    def train_calls(self):
        """On the vectors of turns as they are now."""
        turns = [turn for call in self.dialogues for turn in call[:LONGEST_CALL]]
        vectors = torch.split(self.vectors(turns), [len(call[:LONGEST_CALL]) for call in self.dialogues])

        def batches():
            numbers = list(range(len(self.dialogues)))
            random.shuffle(numbers)
            return [numbers[i : i + CALLS_AT_ONCE] for i in range(0, len(numbers), CALLS_AT_ONCE)]

        for seed in range(SEED, SEED + CALL_MODELS):
            torch.manual_seed(seed)
            model = CallModel(self.labels)

            def loss(numbers, model=model):
                parts = [part(len(vectors[i])) for i in numbers]
                read = list(zip(numbers, parts, strict=True))
                return self.call_loss(model, [vectors[i][some] for i, some in read], [self.dialogues[i][some] for i, some in read])

            descend([{"params": list(model.parameters()), "lr": CALL_RATE}], CALL_PHASES, batches, loss, seed)
            self.calls.models.append(model.eval())
        self.calls.eval()

    def loss(self, utterances):
        read = [self.pieces.read(each, WORDS_LEFT_OUT) for each in utterances]
        order = sorted(range(len(read)), key=lambda i: len(read[i][0]))
        of_codes, of_names, of_roles = [], [], []
        for begin in range(0, len(order), ALIKE):
            chosen = order[begin : begin + ALIKE]
            alike = [read[i] for i in chosen]
            _, codes, names, roles = self.side_by_side(alike)
            holds, known = (
                torch.tensor(np.array(each))
                for each in zip(*(code_labels(utterances[i], self.labels) for i in chosen), strict=True)
            )
            of_codes.append((log_odds_loss(codes, holds) * known).sum())
            marks = [name_labels(utterances[i], self.labels) for i in chosen]
            of_names.append(word_losses(names, alike, [each[0] for each in marks]))
            of_roles.append(word_losses(roles, alike, [each[1] for each in marks]))
        roles = torch.cat(of_roles)
        return sum(of_codes) / len(utterances) + NAMES_SHARE * torch.cat(of_names).mean() + roles.sum() / (1 + len(roles))

    def call_loss(self, model, vectors, calls):
        """Of calls, from the vectors of their turns."""
        length = max(len(each) for each in vectors)
        packed = torch.stack([functional.pad(each, (0, 0, 0, length - len(each))) for each in vectors])
        speakers = padded([[SPEAKERS.index(turn["speaker"]) for turn in call] for call in calls], 0)
        mask = padded([[True] * len(each) for each in vectors], False)
        if random.random() < CALLS_WITHOUT_SPEAKERS:
            speakers = torch.full_like(speakers, SPEAKERS.index("unknown"))
        of_turns, of_calls = model(functional.dropout(packed, VECTORS_LEFT_OUT), speakers, mask)
        turns, whole = torch.zeros_like(of_turns), torch.zeros_like(of_calls)
        for i, call in enumerate(calls):
            for code in call_codes(call):
                whole[i, self.labels.code[code]] = 1
            for j, turn in enumerate(call):
                for code in turn["codes"]:
                    turns[i, j, self.labels.code[code]] = 1
        turn_loss = (log_odds_loss(of_turns, turns) * mask[..., None]).sum() / mask.sum()
        return turn_loss + log_odds_loss(of_calls, whole).sum() / len(calls)

    @torch.no_grad()
    def vectors(self, utterances):
        read = [self.pieces.read(each) for each in utterances]
        order = sorted(range(len(read)), key=lambda i: len(read[i][0]))
        vectors = torch.zeros(len(read), 2 * WIDTH)
        for begin in range(0, len(order), ALIKE):
            chosen = order[begin : begin + ALIKE]
            vectors[chosen] = self.side_by_side([read[i] for i in chosen])[0]
        return vectors

    def side_by_side(self, read):
        """What the model says of utterances as they were read."""
        pieces, segments = padded([each[0] for each in read], self.pieces.padding), padded([each[1] for each in read], 0)
        return self.turns(pieces, segments, padded([[True] * len(each[0]) for each in read], False))

    @torch.no_grad()
    def read(self, utterance):
        numbers, segments, first, _ = self.pieces.read(utterance)
        vector, codes, names, roles = self.turns(torch.tensor([numbers]), torch.tensor([segments]))
        return vector, codes[0], names[0, first].argmax(-1).tolist(), roles[0, first].argmax(-1).tolist()


def part(turns):
    """All of a call's turns, or some in a row."""
    if random.random() >= PARTS_OF_CALLS:
        return slice(0, turns)
    length = random.randint(1, LONGEST_PART)
    begin = random.randrange(max(1, turns - length + 1))
    return slice(begin, begin + length)


def descend(groups, phases, batches, loss, seed=SEED):
    """Trains in phases, each with an optimizer of its own and a warm-up."""
    rates = [group["lr"] for group in groups]
    for number, (epochs, first, last) in enumerate(phases):
        random.seed(seed + number)
        torch.manual_seed(seed + number)
        begun = [{**group, "lr": rate} for group, rate in zip(groups, rates, strict=True)]
        descend_once(begun, epochs, first, last, batches, loss)


def descend_once(groups, epochs, first, last, batches, loss):
    """Trains for some epochs with rates that rise first to a share of what they are, and then fall to another."""
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rates = [group["lr"] for group in groups]
    parameters = [each for group in groups for each in group["params"]]
    step, began = 0, time.time()
    for epoch in range(epochs):
        of_epoch = batches()
        steps = epochs * len(of_epoch)
        total = 0.0
        for batch in of_epoch:
            share = min(1, step / (WARM_UP * steps)) * max(0.02, first + (last - first) * step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            optimizer.zero_grad()
            of_batch = loss(batch)
            of_batch.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            total += of_batch.item()
            step += 1
        print(f"epoch {epoch + 1} of {epochs}: loss {total / len(of_epoch):.3f}, {time.time() - began:.0f} s", flush=True)


def dialogues(utterances):
    found = {}
    for each in utterances:
        if "dialogue" in each:
            found.setdefault(each["dialogue"], []).append(each)
    return found


def key(*texts):
    return hashlib.sha256("|".join(texts).encode()).hexdigest()[:16]


def turn_key(utterance):
    before = " ".join(utterance["before"][-LONGEST_BEFORE:])
    return key(utterance["speaker"], before, " ".join(utterance["words"]))


def call_key(turns):
    return key(*(turn["speaker"] + " " + " ".join(turn["words"]) for turn in turns))


def rounded(scores, labels):
    return {
        code: round(float(score), 2)
        for code, score in zip(labels.codes, scores, strict=True)
        if float(score) > LEAST_LOG_ODDS
    }


class Count:
    def __init__(self):
        self.found, self.wrong, self.missed = Counter(), Counter(), Counter()

    def add(self, said, labelled):
        for each in said & labelled:
            self.found[each[0]] += 1
        for each in said - labelled:
            self.wrong[each[0]] += 1
        for each in labelled - said:
            self.missed[each[0]] += 1

    def table(self, title):
        print(title)
        for name in sorted(self.found + self.missed):
            print(f"  {name:26} {self.f1([name]):.3f}  {self.found[name]}/{self.wrong[name]}/{self.missed[name]}")
        print(f"  {'micro':26} {self.f1(set(self.found) | set(self.wrong) | set(self.missed)):.3f}", flush=True)

    def f1(self, names):
        found, wrong, missed = (sum(each[name] for name in names) for each in (self.found, self.wrong, self.missed))
        return 2 * found / max(1, 2 * found + wrong + missed)


def spans(tags, labels):
    """Names as callsift takes them: words of a type side by side are one."""
    found, i = set(), 0
    while i < len(tags):
        begin, kind = i, (tags[i] - 1) // 2
        i += 1
        if tags[begin] > 0:
            while i < len(tags) and tags[i] > 0 and (tags[i] - 1) // 2 == kind:
                i += 1
            found.add((labels.types[kind], begin, i))
    return found


def write_held_out(training, utterances, file):
    """What the model says of text that it has not seen, by text, and how good that is."""
    labels = training.labels
    of_turns, names, roles, of_calls = Count(), Count(), Count(), Count()
    vectors = {}
    with gzip.GzipFile(file, "wb", mtime=0) as stream:
        for each in utterances:
            vector, scores, tags, role = training.read(each)
            vectors[id(each)] = vector
            offset = 0 if each["speaker"] == "customer" else len(labels.codes)
            own = scores[offset : offset + len(labels.codes)]
            line = {"turn": turn_key(each), "codes": rounded(own, labels)}
            stream.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
            of_turns.add({(code,) for code, score in line["codes"].items() if score > 0}, {(code,) for code in each["codes"]})
            names.add(spans(tags, labels), {tuple(name[:3]) for name in each["names"]})
            roles.add(
                {(ROLES[role[begin]], begin) for _, begin, *_ in each["names"] if begin < len(role) and role[begin]},
                {(name[3], name[1]) for name in each["names"] if name[3]},
            )
        for turns in dialogues(utterances).values():
            packed = torch.cat([vectors[id(turn)] for turn in turns[:LONGEST_CALL]])[None]
            speakers = torch.tensor([[SPEAKERS.index(turn["speaker"]) for turn in turns[:LONGEST_CALL]]])
            with torch.no_grad():
                scores = training.calls(packed, speakers, torch.ones_like(speakers, dtype=torch.bool))[1][0]
            line = {"call": call_key(turns), "codes": rounded(scores, labels)}
            stream.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
            of_calls.add({(code,) for code, score in line["codes"].items() if score > 0}, {(code,) for code in call_codes(turns)})
    for count, title in ((of_turns, "turns"), (names, "names"), (roles, "roles"), (of_calls, "calls")):
        count.table(title + ", held out: F1, found/wrong/missed")


def export(model, inputs, file, names, axes):
    torch.onnx.export(
        model,
        inputs,
        str(file),
        input_names=names[0],
        output_names=names[1],
        dynamic_axes=axes,
        dynamo=False,
        opset_version=17,
    )
    onnx.save(in_half_precision(onnx.load(file)), file)


def in_half_precision(model):
    """Weights are stored in half precision; what is reckoned with them is in full. Rows of tables are brought to it when they are read."""
    graph = model.graph
    uses = Counter(name for node in graph.node for name in node.input)
    tables = {node.input[0]: node for node in graph.node if node.op_type == "Gather" and uses[node.input[0]] == 1}
    casts = []
    for initializer in list(graph.initializer):
        weights = numpy_helper.to_array(initializer)
        if weights.dtype != np.float32 or weights.size < SMALLEST_IN_HALF:
            continue
        name, half = initializer.name, initializer.name + ".half"
        graph.initializer.remove(initializer)
        graph.initializer.append(numpy_helper.from_array(weights.astype(np.float16), half))
        if name in tables:
            node = tables[name]
            node.input[0] = half
            read, node.output[0] = node.output[0], node.output[0] + ".half"
            position = list(graph.node).index(node) + 1
            graph.node.insert(position, onnx.helper.make_node("Cast", [node.output[0]], [read], to=onnx.TensorProto.FLOAT))
        else:
            casts.append(onnx.helper.make_node("Cast", [half], [name], to=onnx.TensorProto.FLOAT))
    for cast in casts:
        graph.node.insert(0, cast)
    onnx.checker.check_model(model)
    return model


def write_model(training, folder):
    labels = training.labels
    segments = torch.tensor([[0] * 5 + [1] * 7])
    export(
        ExportedTurns(training.turns),
        (torch.full((1, 12), 2000), segments),
        folder / "turn.onnx",
        (["pieces", "segments"], ["vector", "codes", "names"]),
        {name: {1: "pieces"} for name in ("pieces", "segments", "names")},
    )
    export(
        ExportedCalls(training.calls),
        (torch.zeros(1, 12, 2 * WIDTH), torch.zeros(1, 12, dtype=torch.long)),
        folder / "call.onnx",
        (["vectors", "speakers"], ["call"]),
        {name: {1: "turns"} for name in ("vectors", "speakers")},
    )
    (folder / "vocabulary.txt").write_text("\n".join(training.pieces.vocabulary()) + "\n")
    lists = {"codes": labels.codes, "names": labels.types, "speakers": SPEAKERS}
    (folder / "labels.json").write_text(json.dumps(lists, indent=2) + "\n")


def write_sums(folder):
    names = ["call.onnx", "held-out.jsonl.gz", "labels.json", "turn.onnx", "vocabulary.txt"]
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(sums))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path)
    parser.add_argument("base", type=Path, help="the base in full precision; beside it its ...-tokenizer.json")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", nargs="+", required=True, metavar="FILE", help="names of files of the training text")
    arguments = parser.parse_args()
    utterances = [json.loads(line) for line in arguments.text.read_text().splitlines()]
    labels = Labels(utterances)
    pieces = WordPieces(arguments.base.with_name(arguments.base.stem + "-tokenizer.json"))
    held_out = [each for each in utterances if each["where"].split(":")[0] in arguments.held_out]
    seen = [each for each in utterances if each["where"].split(":")[0] not in arguments.held_out]
    training = Training(seen, pieces, labels, arguments.base)
    training.run()
    write_held_out(training, held_out, arguments.folder / "held-out.jsonl.gz")
    write_model(training, arguments.folder)
    write_sums(arguments.folder)


if __name__ == "__main__":
    main()
