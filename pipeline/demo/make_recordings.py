#!/usr/bin/env python3
"""Makes the demonstration recordings and their ground truth from the dialogue scripts beside this file.

    dialogues/*.yaml  ->  recordings/**  (audio and sidecars, as a telephone system leaves them)
                          truth/*.json   (who said what and when, outcome, tags, changes)

Needs flite, espeak-ng, sox, ffmpeg, libopencore-amrnb and PyYAML; see README.md. The same scripts and the same versions
of these programs give the same samples: every random choice is seeded by the recording's path.
"""
import argparse
import array
import ctypes
import datetime
import json
import math
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

HERE = pathlib.Path(__file__).resolve().parent
SPEECH_RMS = 2600          # of 32768: about -22 dBFS while somebody speaks
LINE_BAND = (250, 3500)    # Hz, of a telephone line
OFFICE = datetime.timezone(datetime.timedelta(hours=5, minutes=30))  # the zone of all times in file names
OUTCOMES = {"none": set(), "requested": {"cancel.requested"},
            "cancelled": {"cancel.requested", "cancel.confirmed"}, "saved": {"cancel.requested", "cancel.saved"}}

# format -> file extensions, encoder (a list of ffmpeg options, or "amr")
FORMATS = {
    "wav-u8": ({".wav"}, ["-c:a", "pcm_u8"]),
    "wav-pcm16": ({".wav"}, ["-c:a", "pcm_s16le"]),
    "wav-pcm24": ({".wav"}, ["-c:a", "pcm_s24le"]),
    "wav-pcm32": ({".wav"}, ["-c:a", "pcm_s32le"]),
    "wav-float": ({".wav"}, ["-c:a", "pcm_f32le"]),
    "wav-mulaw": ({".wav"}, ["-c:a", "pcm_mulaw"]),
    "wav-alaw": ({".wav"}, ["-c:a", "pcm_alaw"]),
    "wav-gsm": ({".WAV"}, ["-c:a", "libgsm_ms", "-f", "wav"]),
    "mp3": ({".mp3"}, ["-c:a", "libmp3lame", "-b:a", "32k"]),
    "opus": ({".opus", ".ogg"}, ["-c:a", "libopus", "-b:a", "28k", "-f", "ogg"]),
    "flac": ({".flac"}, ["-c:a", "flac"]),
    "m4a": ({".m4a"}, ["-c:a", "aac", "-b:a", "48k"]),
    "amr": ({".amr"}, "amr"),
}

# Naming convention by top folder: what the path says. A sidecar says the rest.
CONVENTIONS = {
    "freepbx": [
        r"freepbx/\d{4}/\d\d/\d\d/(?P<inbound>in)-\d+-(?P<number>\d+)-(?P<time>\d{8}-\d{6})-(?P<id>(?P<epoch>\d+)\.\d+)",
        r"freepbx/\d{4}/\d\d/\d\d/(?P<outbound>out)-(?P<number>\d+)-\d+-(?P<time>\d{8}-\d{6})-(?P<id>(?P<epoch>\d+)\.\d+)"],
    "3cx": [
        r"3cx/(?P<ext>\d+)/(?P<outbound>)\[(?P<agent>[A-Z][^\]]+)\]_(?P=ext)-(?P<number>\d+)_(?P<time>\d{14})\((?P<id>\d+)\)",
        r"3cx/(?P<ext>\d+)/(?P<inbound>)\[(?P<number>\d+)\]_(?P=number)-(?P=ext)_(?P<time>\d{14})\((?P<id>\d+)\)"],
    "asterisk": [r"asterisk/(?P<id>(?P<epoch>\d+)\.\d+)"],
    "ringcentral": [
        r"ringcentral/(?P<time>\d{8}-\d{6})_(?P<number>\(\d{3}\)\d{3}-\d{4})_(?P<inbound>Incoming)_Auto_(?P<id>\d+)",
        r"ringcentral/(?P<time>\d{8}-\d{6})_\d+_(?P<number>\(\d{3}\)\d{3}-\d{4})_(?P<outbound>Outgoing)_Auto_(?P<id>\d+)"],
    "freeswitch": [
        r"freeswitch/(?P<date>\d{4}-\d\d-\d\d)/(?P<agent>[a-z.]+)/(?P<time>\d{6})-(?P<number>\+\d+)-(?P<direction>inbound|outbound)"],
    "inbox": [r"inbox/.+"],
}


class ScriptError(Exception):
    """A dialogue script that cannot be turned into a recording."""


# --- dialogue scripts -------------------------------------------------------------------------------------------------

def load(path):
    call = yaml.safe_load(path.read_text(encoding="utf-8"))
    key = call["recording"]
    try:
        check_path(call)
        check_truth(call)
    except ScriptError as e:
        raise ScriptError(f"{path.name}: {key}: {e}") from None
    return call


def digits(number):
    return re.sub(r"\D", "", number)


def check_path(call):
    """The path must say what the script says; keeps which of the facts it holds."""
    key = call["recording"]
    stem, _, extension = key.rpartition(".")
    if call["format"] not in FORMATS or "." + extension not in FORMATS[call["format"]][0]:
        raise ScriptError(f"the extension does not fit format {call['format']}")
    convention = key.split("/")[0]
    match = next(filter(None, (re.fullmatch(p, stem) for p in CONVENTIONS.get(convention, []))), None)
    if not match:
        raise ScriptError("the path is not written by a known convention")
    said = {k: v for k, v in match.groupdict().items() if v is not None}
    known = set()
    start = call["started_at"] and datetime.datetime.fromisoformat(str(call["started_at"]))
    if "time" in said:
        written = datetime.datetime.strptime(digits(said.get("date", "") + said["time"]), "%Y%m%d%H%M%S")
        if written.replace(tzinfo=OFFICE) != start:
            raise ScriptError(f"the path says {written}, the script {start}")
        known.add("startedAt")
    if "epoch" in said:
        if int(said["epoch"]) != start.timestamp():
            raise ScriptError(f"the id says {said['epoch']}, the script {int(start.timestamp())}")
        known.add("startedAt")
    if "number" in said:
        if not digits(call["customer_number"]).endswith(digits(said["number"])):
            raise ScriptError(f"the path says {said['number']}, the script {call['customer_number']}")
        known.add("customerNumber")
    direction = said.get("direction") or ("inbound" if "inbound" in said else "outbound" if "outbound" in said else None)
    if direction:
        if direction != call["direction"]:
            raise ScriptError(f"the path says {direction}")
        known.add("direction")
    if "agent" in said:
        if said["agent"].replace(".", " ").title() != call["agent"]:
            raise ScriptError(f"the path says agent {said['agent']}")
        known.add("agent")
    if "id" in said:
        known.add("callId")
        call["call_id"] = said["id"]
    call["known"] = known | set(call.get("sidecar", []))


def check_truth(call):
    tags = set(call["tags"])
    if {t for t in tags if t.startswith("cancel.")} != OUTCOMES[call["outcome"]]:
        raise ScriptError(f"outcome {call['outcome']} does not fit the tags {sorted(tags)}")
    if any(t.startswith("reason.") for t in tags) and call["outcome"] == "none":
        raise ScriptError("a reason without a cancellation")
    if {t for t in tags if t.startswith("modify.")} != {"modify." + c["type"] for c in call.get("changes", [])}:
        raise ScriptError("changes and modify tags differ")
    for turn in call["turns"]:
        if "text" in turn and re.search(r"[^A-Za-z' ,.?!;:-]", turn["text"]):
            raise ScriptError(f"write it as words: {turn['text']}")


def words(text):
    """The words of a script line as a recognizer writes them."""
    return " ".join(re.sub(r"[^a-z' ]", " ", text.lower()).split())


def metadata(call):
    return {"callId": call.get("call_id"), "startedAt": call["started_at"] and str(call["started_at"]),
            "agent": call["agent"], "customerNumber": call["customer_number"], "direction": call["direction"],
            "queue": call.get("queue")}


# --- sounds -----------------------------------------------------------------------------------------------------------

def run(*command):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout


def samples(raw):
    values = array.array("h")
    values.frombytes(raw)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def speak(voice, text, rate, wide, folder):
    """One turn as samples. A voice reads `flite:slt pitch 0.95 tempo 1.1`; pitch moves the formants along."""
    name, *options = voice.split()
    option = dict(zip(options[::2], map(float, options[1::2])))
    pitch, tempo = option.get("pitch", 1.0), option.get("tempo", 1.0)
    engine, speaker = name.split(":")
    spoken = folder / "turn.wav"
    text = " ".join(text.lower().split())
    if engine == "flite":
        run("flite", "-voice", speaker, "--setf", f"duration_stretch={pitch / tempo:.4f}", "-t", text, spoken)
    elif engine == "espeak":
        run("espeak-ng", "-v", speaker, "-s", round(162 * tempo / pitch), "-p", 48, "-w", spoken, text)
    else:
        raise ScriptError(f"unknown voice {voice}")
    band = [] if wide else ["highpass", LINE_BAND[0], "lowpass", LINE_BAND[1]]
    raw = run("sox", "-D", "-R", spoken, "-t", "raw", "-e", "signed", "-b", 16, "-L", "-c", 1, "-",
              "gain", -8, "speed", pitch, "rate", "-h", rate, *band)
    return level(trim(samples(raw), rate))


def trim(x, rate):
    threshold, margin = 120, rate // 50
    loud = [i for i, v in enumerate(x) if abs(v) > threshold]
    return x[max(0, loud[0] - margin):loud[-1] + margin]


def level(x):
    active = [v for v in x if abs(v) > 200]
    gain = SPEECH_RMS / math.sqrt(sum(v * v for v in active) / len(active))
    gain = min(gain, 30000 / max(map(abs, x)))
    return array.array("h", [int(v * gain) for v in x])


def ringing(style, seconds, rate):
    def at(t):
        if style == "us":      # 440 and 480 Hz, 2 s on, 4 s off
            return (t % 6 < 2) * (math.sin(2 * math.pi * 440 * t) + math.sin(2 * math.pi * 480 * t)) / 2
        on = t % 3 < .4 or .6 <= t % 3 < 1
        if style == "uk":      # 400 and 450 Hz, double ring
            return on * (math.sin(2 * math.pi * 400 * t) + math.sin(2 * math.pi * 450 * t)) / 2
        # india: 400 Hz modulated by 25 Hz, double ring
        return on * math.sin(2 * math.pi * 400 * t) * (1 + math.cos(2 * math.pi * 25 * t)) / 2
    return array.array("h", [int(3600 * at(n / rate)) for n in range(int(seconds * rate))])


MELODY = (392, 523.25, 659.26, 523.25, 440, 523.25, 698.46, 523.25, 493.88, 587.33, 783.99, 587.33, 523.25, 659.26, 523.25, 0)


def holding(style, seconds, rate):
    def at(t):
        if style == "beeps":   # a reminder beep every four seconds
            return (t % 4 < .25) * math.sin(2 * math.pi * 425 * t)
        note, phase = MELODY[int(t / .4) % len(MELODY)], t % .4
        fade = min(1, phase / .02) * math.exp(-3 * phase)
        return fade * (math.sin(2 * math.pi * note * t) + .3 * math.sin(4 * math.pi * note * t)) / 1.3
    return array.array("h", [int(3200 * at(n / rate)) for n in range(int(seconds * rate))])


def line_noise(kind, snr, length, rate, seed):
    """Noise of a line: hiss, hum (mains and hiss) or room (darker than hiss)."""
    rng = random.Random(seed)
    block = [rng.gauss(0, 1) for _ in range(rate * 3 + 17)]
    if kind == "room":
        dark, last = [], 0.0
        for v in block:
            last = .85 * last + v
            dark.append(last)
        block = dark
    rms = math.sqrt(sum(v * v for v in block) / len(block))
    want = SPEECH_RMS * 10 ** (-snr / 20)
    block = [v * want / rms for v in block]
    size, offset = len(block), rng.randrange(len(block))
    noise = [block[(n + offset) % size] for n in range(length)]
    if kind == "hum":
        for n in range(length):
            noise[n] = .5 * noise[n] + want * (math.sin(2 * math.pi * 50 * n / rate) + .5 * math.sin(2 * math.pi * 150 * n / rate))
    return noise


# --- calls ------------------------------------------------------------------------------------------------------------

def ring_style(call):
    number = call["customer_number"]
    return "us" if number.startswith("+1") else "uk" if number.startswith("+44") else "in"


def timeline(call, rate, folder):
    """Places every turn and event; returns the pieces as (speaker, first sample, samples) and the spoken turns."""
    rng = random.Random(call["recording"])
    pieces, spoken, at = [], [], rng.uniform(.3, .8)
    for turn in call["turns"]:
        if "text" in turn:
            x = speak(call["voices"][turn["speaker"]], turn["text"], rate, call.get("wide", False), folder)
            begin = at - turn["overlap"] if "overlap" in turn else at + rng.uniform(.2, .65)
            end = begin + len(x) / rate
            pieces.append((turn["speaker"], int(begin * rate), x))
            spoken.append({"speaker": turn["speaker"], "startMs": round(begin * 1000), "endMs": round(end * 1000),
                           "text": words(turn["text"])})
            at = max(at, end)
        elif "silence" in turn:
            at += turn["silence"]
        else:
            sound = ringing if "ring" in turn else holding
            seconds = turn["ring" if "ring" in turn else "hold"]
            style = turn.get("style") or (ring_style(call) if "ring" in turn else "melody")
            # the far end of an outgoing call rings; hold music is what the company's side sends
            heard = turn.get("on") or ("customer" if "ring" in turn and call["direction"] == "outbound" else "agent")
            at += .3
            x = sound(style, seconds, rate)
            pieces += [(s, int(at * rate), x) for s in ("agent", "customer") if heard in (s, "both")]
            at += seconds + .2
    return pieces, spoken, at + rng.uniform(.4, 1.0)


def render(call, rate, folder):
    pieces, spoken, seconds = timeline(call, rate, folder)
    length = int(seconds * rate)
    noise = call["noise"]
    channels = []
    for speaker in ("agent", "customer"):
        x = line_noise(noise["kind"], noise["snr"], length, rate, call["recording"] + speaker)
        for who, first, piece in pieces:
            if who == speaker:
                for n, v in enumerate(piece, first):
                    x[n] += v
        channels.append(x)
    return channels, spoken


def channel_order(call):
    if call["channels"] == "mono":
        return ["mixed"]
    caller_first = call["recording"].startswith("freeswitch/")
    return ["customer", "agent"] if caller_first and call["direction"] == "inbound" else ["agent", "customer"]


def interleave(channels, order):
    agent, customer = channels
    clip = lambda v: max(-32768, min(32767, round(v)))
    if order == ["mixed"]:
        return array.array("h", [clip(.8 * (a + c)) for a, c in zip(agent, customer)])
    left, right = (agent, customer) if order[0] == "agent" else (customer, agent)
    out = array.array("h", bytes(4 * len(left)))
    out[0::2] = array.array("h", map(clip, left))
    out[1::2] = array.array("h", map(clip, right))
    return out


def amr(pcm):
    """AMR narrow band, 12.2 kbit/s, without discontinuous transmission, which sox cannot turn off."""
    library = ctypes.CDLL("libopencore-amrnb.so.0")
    library.Encoder_Interface_init.restype = ctypes.c_void_p
    encoder = ctypes.c_void_p(library.Encoder_Interface_init(0))
    frame, out = (ctypes.c_short * 160)(), (ctypes.c_ubyte * 64)()
    data = bytearray(b"#!AMR\n")
    for first in range(0, len(pcm) - 159, 160):
        frame[:] = pcm[first:first + 160]
        data += bytes(out[:library.Encoder_Interface_Encode(encoder, 7, frame, out, 0)])
    library.Encoder_Interface_exit(encoder)
    return data


def encode(call, pcm, count, rate, target, folder):
    raw = folder / "call.raw"
    raw.write_bytes(pcm.tobytes())
    encoder = FORMATS[call["format"]][1]
    target.parent.mkdir(parents=True, exist_ok=True)
    if encoder == "amr":
        target.write_bytes(amr(pcm))
    else:
        run("ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "s16le", "-ar", rate, "-ac", count, "-i", raw,
            *encoder, "-ar", call.get("rate", 48000 if call["format"] == "opus" else rate), "-map_metadata", "-1",
            "-fflags", "+bitexact", "-flags:a", "+bitexact", "-threads", 1, target)


def make(call, name, out):
    rate = 16000 if call.get("wide") else 8000
    order = channel_order(call)
    target = out / "recordings" / call["recording"]
    with tempfile.TemporaryDirectory() as d:
        folder = pathlib.Path(d)
        channels, spoken = render(call, rate, folder)
        encode(call, interleave(channels, order), len(order), rate, target, folder)
    if call.get("sidecar"):
        facts = metadata(call)
        write_json(target.with_name(target.name + ".json"), {k: facts[k] for k in facts if k in call["sidecar"]})
    truth = {"recording": call["recording"], "durationMs": round(len(channels[0]) * 1000 / rate),
             "format": call["format"], "channels": order, "metadata": metadata(call), "known": sorted(call["known"]),
             "turns": spoken, "outcome": call["outcome"], "tags": call["tags"], "changes": call.get("changes", [])}
    write_json(out / "truth" / (name + ".json"), truth)
    return truth["durationMs"], target.stat().st_size


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="names of dialogue scripts without .yaml; all when none is given")
    parser.add_argument("--out", type=pathlib.Path, default=HERE, help="where recordings/ and truth/ are written")
    arguments = parser.parse_args()
    scripts = sorted((HERE / "dialogues").glob("*.yaml"))
    if arguments.names:
        scripts = [s for s in scripts if s.stem in arguments.names]
    try:
        calls = [(s.stem, load(s)) for s in scripts]
        keys = [c["recording"] for _, c in calls]
        if len(set(keys)) < len(keys):
            raise ScriptError("two scripts make the same recording")
    except ScriptError as e:
        sys.exit(str(e))
    if not arguments.names:
        for folder in ("recordings", "truth"):
            shutil.rmtree(arguments.out / folder, ignore_errors=True)
    total = 0
    for name, call in calls:
        duration, size = make(call, name, arguments.out)
        total += size
        print(f"{name:34} {duration / 1000:6.1f} s {size / 1024:7.0f} KiB  {call['recording']}")
    print(f"{len(calls)} recordings, {total / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
