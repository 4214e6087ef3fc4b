package dev.callsift.cli;

import picocli.CommandLine.Command;

/** {@code callsift evaluate}: how good callsift is, in figures. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(wer | tags)",
        description = "Measures how well speech is recognized and calls are tagged, against what is known to be true.",
        subcommands = {EvaluateWerCommand.class, EvaluateTagsCommand.class},
        footer = {
            "",
            "Examples:",
            "  callsift evaluate wer",
            "  callsift evaluate wer --recordings /srv/checked --truth /srv/checked-truth --model vosk-model-en-us-0.22",
            "  callsift evaluate tags labelled.jsonl --show-errors"
        })
final class EvaluateCommand {}
