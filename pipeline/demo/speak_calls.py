#!/usr/bin/env python3
"""Speaks labelled calls, to measure what tags lose when the words are recognized and not read.

    FILE.jsonl ({"id": ..., "turns": [{"speaker": "agent", "text": ...}, ...], ...})  ->  OUT/<id>.wav

Stereo at 8 kHz, agent left, customer right, with a little noise of the line. Needs flite, espeak-ng, sox and ffmpeg. Then:
callsift evaluate tags FILE.jsonl --recordings OUT
"""
import argparse
import json
import pathlib
import random
import tempfile

import make_recordings

VOICES = ["flite:awb", "flite:rms", "flite:slt", "flite:kal16", "espeak:en-us", "espeak:en-gb"]
NOISES = ["hiss", "hum", "room"]


def call_of(line):
    rng = random.Random(line["id"])
    agent, customer = rng.sample(VOICES, 2)
    tempo = lambda: f" tempo {rng.uniform(0.95, 1.1):.2f}"
    return {"recording": f"{line['id']}.wav", "format": "wav-pcm16", "channels": "stereo", "direction": "inbound",
            "customer_number": "+44", "voices": {"agent": agent + tempo(), "customer": customer + tempo()},
            "noise": {"kind": rng.choice(NOISES), "snr": rng.randint(28, 40)}, "turns": line["turns"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    for line in lines:
        call = call_of(line)
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            channels, _ = make_recordings.render(call, 8000, folder)
            pcm = make_recordings.interleave(channels, ["agent", "customer"])
            make_recordings.encode(call, pcm, 2, 8000, options.out / call["recording"], folder)


if __name__ == "__main__":
    main()
