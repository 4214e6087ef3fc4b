"""Trains the call encoder of callsift: what turns of a call mean, what they name, and what a call as a whole is about.

    python train.py TEXT.jsonl all-minilm-l6-v2.onnx OUTPUT_FOLDER --held-out dialogues-voices.txt ...

TEXT.jsonl is written by ExportTrainingText. What the model says of the files held out, which it never sees, is written to
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
LAYERS_AS_THEY_ARE = 1  # the lowest of those are not trained
WIDTH = 384
HEADS = 12
LONGEST_CALL = 510  # pieces
LONGEST_BEFORE = 20  # words
SPEAKERS = {"agent": 0.0, "unknown": 0.5, "customer": 1.0}
ROLES = ["", "to", "from"]
ANSWERS = ("signal.agent-", "cancel.confirmed", "cancel.saved")

TURNS_EPOCHS, CALLS_EPOCHS = 3, 8  # turns alone with the words before them, then whole calls
CALLS_IN_BATCH = 8
TURNS_IN_BATCH = 48
ALIKE = 20  # batches of about the same length are made of as many in a row
NAMES_SHARE = 4
ROLES_SHARE = 2
ENCODER_RATE = 2e-4
HEAD_RATE = 2e-3
WARM_UP = 0.06
WORDS_LEFT_OUT = 0.07
PARTS_OF_CALLS = 0.25  # how often only some turns in a row are read, as of a short call
LONGEST_PART = 8  # turns
CALLS_WITHOUT_SPEAKERS = 0.08
NOTHING_READ = 1e-6  # odds
LEAST_LOG_ODDS = -6
LEAST_ROLE = 0.02
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

    def read(self, turns, left_out=0.0, unknown=False):
        """Turns in a row; before a turn alone stands what the other said."""
        read = Reading()
        read.add(self.begin, SPEAKERS["unknown"])
        before = said_before(turns)
        if before:
            other = 1 - SPEAKERS[turns[0]["speaker"]]
            for _, word in kept(before, left_out):
                read.add_all(self.of(word), other)
            read.add(self.end, other)
        for number, turn in enumerate(turns):
            speaker = SPEAKERS["unknown" if unknown else turn["speaker"]]
            for i, word in kept(turn["words"], left_out):
                read.words.append((number, i))
                read.first.append(len(read.pieces))
                read.add_all(self.of(word), speaker)
            read.add(self.end, speaker)
        return read.cut()


class Reading:
    """Pieces with who speaks them; of each word its turn and number and its first piece."""

    def __init__(self):
        self.pieces, self.speakers, self.words, self.first = [], [], [], []

    def add(self, piece, speaker):
        self.add_all([piece], speaker)

    def add_all(self, pieces, speaker):
        self.pieces += pieces
        self.speakers += [speaker] * len(pieces)

    def cut(self):
        del self.pieces[LONGEST_CALL:], self.speakers[LONGEST_CALL:]
        count = sum(first < LONGEST_CALL for first in self.first)
        del self.words[count:], self.first[count:]
        return self


def is_call(turns):
    return "dialogue" in turns[0] and "alone" not in turns[0]


def said_before(turns):
    return [] if is_call(turns) else turns[0]["before"][-LONGEST_BEFORE:]


def kept(words, left_out):
    """Words with their numbers, some left out, but not all."""
    numbered = list(enumerate(words))
    return [each for each in numbered if random.random() >= left_out] or numbered


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


class CallModel(nn.Module):
    """Reads turns of a call in a row at once."""

    def __init__(self, weights, labels):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"], requires_grad=False)
        self.segments = nn.Parameter(weights["embeddings.token_type_embeddings.weight"])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        copy(weights, "embeddings.LayerNorm", self.norm.requires_grad_(False))
        self.layers = nn.ModuleList(
            Layer(WIDTH, HEADS, 4 * WIDTH).copy(weights, f"encoder.layer.{i}.") for i in range(LAYERS)
        )
        for layer in self.layers[:LAYERS_AS_THEY_ARE]:
            layer.requires_grad_(False)
        count = len(labels.codes)
        self.codes = nn.Linear(WIDTH, 2 * count)
        self.codes.bias.data.fill_(-6)
        self.names = nn.Linear(WIDTH, labels.tags)
        self.roles = nn.Linear(WIDTH, len(ROLES))
        self.call = nn.Linear(WIDTH, count)
        self.call.bias.data.fill_(-1)
        self.strongest = nn.Parameter(torch.ones(count))
        self.dropout = nn.Dropout(0.1)

    def encoder(self):
        return [each for layer in self.layers[LAYERS_AS_THEY_ARE:] for each in layer.parameters()]

    def forward(self, pieces, speakers, first, mask=None):
        """Of each word log-odds of codes (a customer's, an agent's), scores of names and of roles; and log-odds of the call's codes.

        `first` has the first piece of each word, of words that are not there 0, which is of none.
        """
        spoken = speakers[..., None]
        x = self.words(pieces) + self.places[: pieces.shape[1]] + self.segments[0] + spoken * (self.segments[1] - self.segments[0])
        x = self.norm(x)
        attended = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attended)
        x = self.dropout(x)
        words = torch.gather(x, 1, first[..., None].expand(-1, -1, WIDTH))
        codes = self.codes(words)
        customers, agents = codes.chunk(2, -1)
        by = torch.gather(speakers, 1, first)[..., None]
        own = torch.maximum(customers - 99 * (by < 0.5).to(x.dtype), agents - 99 * (by > 0.5).to(x.dtype))
        strongest = (own - 99 * (first == 0)[..., None].to(x.dtype)).max(1).values
        return codes, self.names(words), self.roles(words), self.call(x[:, 0]) + self.strongest * strongest


class Exported(nn.Module):
    """For one text at a time."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.eval()  # or exporting ends with dropout on, in the model within as well

    def forward(self, pieces, segments, words):
        codes, names, roles, call = self.model(pieces, segments, words[None])
        return codes[0], names[0], roles[0].softmax(-1), call[0]


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


def log_odds_loss(scores, holds):
    return functional.binary_cross_entropy_with_logits(scores, holds, reduction="none")


def of_turns(codes, words, turns):
    """Log-odds of turns: the odds of their words together."""
    numbers = torch.tensor([turn for turn, _ in words], dtype=torch.long)
    odds = torch.full((turns, codes.shape[-1]), NOTHING_READ)
    return odds.index_add(0, numbers, codes[: len(words)].clamp(-30, 30).exp()).log()


class Training:
    def __init__(self, utterances, pieces, labels, base):
        torch.manual_seed(SEED)
        self.pieces, self.labels = pieces, labels
        self.model = CallModel(base_weights(base), labels)
        self.single = [[each] for each in utterances if "dialogue" not in each]
        self.dialogues = list(dialogues(utterances).values())
        self.alone = self.single + [[{**turn, "alone": True}] for call in self.dialogues for turn in call]

    def run(self):
        self.descend(TURNS_EPOCHS, lambda: batches(self.alone, TURNS_IN_BATCH))
        self.descend(CALLS_EPOCHS, self.call_batches)
        self.model.eval()

    def call_batches(self):
        calls = [call[part(len(call))] for call in self.dialogues]
        chosen = batches(calls, CALLS_IN_BATCH) + batches(self.single, TURNS_IN_BATCH)
        random.shuffle(chosen)
        return chosen

    def descend(self, epochs, batches):
        """Trains for some epochs with rates that rise first and then fall to nothing."""
        encoder = self.model.encoder()
        ids = {id(each) for each in encoder}
        heads = [each for each in self.model.parameters() if each.requires_grad and id(each) not in ids]
        random.seed(SEED)
        torch.manual_seed(SEED)
        self.model.train()
        rates = [ENCODER_RATE, HEAD_RATE]
        groups = [{"params": some, "lr": rate} for some, rate in zip((encoder, heads), rates, strict=True)]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        step, began = 0, time.time()
        for epoch in range(epochs):
            of_epoch = batches()
            steps = epochs * len(of_epoch)
            total = 0.0
            for batch in of_epoch:
                share = min(1, step / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
                for group, rate in zip(optimizer.param_groups, rates, strict=True):
                    group["lr"] = rate * share
                optimizer.zero_grad()
                loss = self.loss(batch)
                loss.backward()
                nn.utils.clip_grad_norm_(encoder + heads, 1.0)
                optimizer.step()
                total += loss.item()
                step += 1
            print(f"epoch {epoch + 1} of {epochs}: loss {total / len(of_epoch):.3f}, {time.time() - began:.0f} s", flush=True)

    def loss(self, calls):
        unknown = [is_call(call) and random.random() < CALLS_WITHOUT_SPEAKERS for call in calls]
        read = [self.pieces.read(call, WORDS_LEFT_OUT, each) for call, each in zip(calls, unknown, strict=True)]
        codes, names, roles, whole = self.side_by_side(read)
        of_codes, of_calls, turns, dialogues = 0, 0, 0, 0
        named, played = [], []
        for i, (call, each) in enumerate(zip(calls, read, strict=True)):
            holds, known = (
                torch.tensor(np.array(label)) for label in zip(*(code_labels(turn, self.labels) for turn in call), strict=True)
            )
            of_codes += (log_odds_loss(of_turns(codes[i], each.words, len(call)), holds) * known).sum()
            turns += len(call)
            if is_call(call):
                shown = torch.zeros(len(self.labels.codes))
                shown[[self.labels.code[code] for code in call_codes(call)]] = 1
                of_calls += log_odds_loss(whole[i], shown).sum()
                dialogues += 1
            marks = [name_labels(turn, self.labels) for turn in call]
            named.append([marks[turn][0][word] for turn, word in each.words])
            played.append([marks[turn][1][word] for turn, word in each.words])
        return (
            of_codes / turns
            + of_calls / max(1, dialogues)
            + NAMES_SHARE * known_words_loss(names, named)
            + ROLES_SHARE * known_words_loss(roles, played)
        )

    def side_by_side(self, read):
        """What the model says of texts as they were read."""
        pieces = padded([each.pieces for each in read], self.pieces.padding)
        speakers = padded([each.speakers for each in read], 0.0)
        mask = padded([[True] * len(each.pieces) for each in read], False)
        return self.model(pieces, speakers, padded([each.first for each in read], 0), mask)

    @torch.no_grad()
    def read(self, call):
        """Of each turn log-odds of codes, names and the likelihood of roles of its words; and log-odds of the codes of the call."""
        read = self.pieces.read(call)
        codes, names, roles, whole = (each[0] for each in self.side_by_side([read]))
        tags = [[0] * len(turn["words"]) for turn in call]
        played = [np.zeros((len(turn["words"]), len(ROLES))) for turn in call]
        for (turn, word), tag, role in zip(read.words, names.argmax(-1).tolist(), roles.softmax(-1).numpy(), strict=True):
            tags[turn][word] = tag
            played[turn][word] = role
        return of_turns(codes, read.words, len(call)), tags, played, whole


def known_words_loss(scores, wanted):
    wanted = padded(wanted, -100)
    known = wanted >= 0
    return functional.cross_entropy(scores[known], wanted[known]) if known.any() else scores.sum() * 0


def batches(calls, size):
    """Batches of calls of about the same length."""
    mixed = calls[:]
    random.shuffle(mixed)
    chosen = []
    for begin in range(0, len(mixed), size * ALIKE):
        alike = sorted(mixed[begin : begin + size * ALIKE], key=words)
        chosen += [alike[i : i + size] for i in range(0, len(alike), size)]
    random.shuffle(chosen)
    return chosen


def words(call):
    return len(said_before(call)) + sum(len(turn["words"]) for turn in call)


def part(turns):
    """All of a call's turns, or some in a row."""
    if random.random() >= PARTS_OF_CALLS:
        return slice(0, turns)
    length = random.randint(1, LONGEST_PART)
    begin = random.randrange(max(1, turns - length + 1))
    return slice(begin, begin + length)


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
    calls = [[each] for each in utterances if "dialogue" not in each] + list(dialogues(utterances).values())
    with gzip.GzipFile(file, "wb", mtime=0) as stream:
        for call in calls:
            codes, tags, played, whole = training.read(call)
            lines = []
            for turn, scores, tag, role in zip(call, codes, tags, played, strict=True):
                offset = 0 if turn["speaker"] == "customer" else len(labels.codes)
                line = {"codes": rounded(scores[offset : offset + len(labels.codes)], labels)}
                for i, name in enumerate(ROLES[1:], 1):
                    line[name] = {word: round(float(each[i]), 3) for word, each in enumerate(role) if each[i] > LEAST_ROLE}
                lines.append(line)
                of_turns.add({(code,) for code, score in line["codes"].items() if score > 0}, {(code,) for code in turn["codes"]})
                names.add(spans(tag, labels), {tuple(name[:3]) for name in turn["names"]})
                roles.add(
                    {(ROLES[role[begin].argmax()], begin) for _, begin, *_ in turn["names"] if role[begin].argmax()},
                    {(name[3], name[1]) for name in turn["names"] if name[3]},
                )
            if is_call(call):
                line = {"key": call_key(call), "codes": rounded(whole, labels), "turns": lines}
                shown = {(code,) for code, score in line["codes"].items() if score > 0}
                of_calls.add(shown, {(code,) for code in call_codes(call)})
            else:
                line = {"key": turn_key(call[0]), **lines[0]}
            stream.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
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
    onnx.save(smaller(onnx.load(file)), file)


def smaller(model):
    """Weights are stored in half precision, rows of tables in eight bits with a scale each; what is reckoned with them is in full."""
    graph = model.graph
    uses = Counter(name for node in graph.node for name in node.input)
    tables = {node.input[0]: node for node in graph.node if node.op_type == "Gather" and uses[node.input[0]] == 1}
    for initializer in list(graph.initializer):
        weights = numpy_helper.to_array(initializer)
        if weights.dtype != np.float32 or weights.size < SMALLEST_IN_HALF:
            continue
        graph.initializer.remove(initializer)
        if initializer.name in tables:
            in_eight_bits(graph, tables[initializer.name], weights)
        else:
            in_half_precision(graph, initializer.name, weights)
    onnx.checker.check_model(model)
    return model


def in_half_precision(graph, name, weights):
    half = name + ".half"
    graph.initializer.append(numpy_helper.from_array(weights.astype(np.float16), half))
    graph.node.insert(0, onnx.helper.make_node("Cast", [half], [name], to=onnx.TensorProto.FLOAT))


def in_eight_bits(graph, gather, weights):
    """Rows are brought back when they are read."""
    table, rows, read = gather.input[0], gather.input[1], gather.output[0]
    largest = np.maximum(np.abs(weights).max(1, keepdims=True), 1e-9)
    graph.initializer.append(numpy_helper.from_array(np.round(127 * weights / largest).astype(np.int8), table + ".bytes"))
    graph.initializer.append(numpy_helper.from_array((largest / 127).astype(np.float32), table + ".scales"))
    position = list(graph.node).index(gather)
    nodes = [
        onnx.helper.make_node("Gather", [table + ".bytes", rows], [read + ".bytes"]),
        onnx.helper.make_node("Cast", [read + ".bytes"], [read + ".numbers"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", [table + ".scales", rows], [read + ".scales"]),
        onnx.helper.make_node("Mul", [read + ".numbers", read + ".scales"], [read]),
    ]
    graph.node.remove(gather)
    for node in reversed(nodes):
        graph.node.insert(position, node)


def write_model(training, folder):
    labels = training.labels
    segments = torch.tensor([[0.5] + [0.0] * 5 + [1.0] * 6])
    export(
        Exported(training.model),
        (torch.full((1, 12), 2000), segments, torch.tensor([1, 2, 3, 4, 6, 7, 8])),
        folder / "call.onnx",
        (["pieces", "segments", "words"], ["codes", "names", "roles", "call"]),
        {
            **{name: {1: "pieces"} for name in ("pieces", "segments")},
            **{name: {0: "words"} for name in ("words", "codes", "names", "roles")},
        },
    )
    (folder / "vocabulary.txt").write_text("\n".join(training.pieces.vocabulary()) + "\n")
    lists = {"codes": labels.codes, "names": labels.types}
    (folder / "labels.json").write_text(json.dumps(lists, indent=2) + "\n")


def write_sums(folder):
    names = ["call.onnx", "held-out.jsonl.gz", "labels.json", "vocabulary.txt"]
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
