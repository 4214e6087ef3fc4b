package dev.callsift.cli;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.job.OutboxApplication;
import dev.callsift.pipeline.outbox.Delivery;
import dev.callsift.pipeline.outbox.MessageState;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.outbox.SampleMessages;
import dev.callsift.pipeline.outbox.StoredMessage;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsift outbox}: what is to leave, what could not, and what to do about it. */
@Command(
        name = "outbox",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | redeliver | discard ID | deliver | preview CHANNEL)",
        description =
                "Shows messages to other systems and people, delivers them, and decides about those that could not be.",
        footer = {
            "",
            "Examples:",
            "  callsift outbox list",
            "  callsift outbox list --state dead",
            "  callsift outbox redeliver 1207",
            "  callsift outbox redeliver --all --channel oms",
            "  callsift outbox deliver                 what is due, once; 'callsift serve' does so all the time",
            "  callsift outbox preview dispatch-mail --topic item.created"
        })
final class OutboxCommand {

    private static final int LONGEST_LIST = 200;

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists messages, and counts those of every state.")
    int list(
            @Mixin ConfigurationOptions configuration,
            @Option(
                            names = "--state",
                            paramLabel = "STATE",
                            description = "These instead of dead and pending ones: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    MessageState state,
            @Option(names = "--channel", paramLabel = "NAME", description = "Only those for this channel.") @Nullable
                    String channel) {
        return with(configuration, context -> {
            OutboxContents contents = context.getBean(OutboxContents.class);
            PrintWriter out = Output.of(spec);
            contents.counts().forEach((each, count) -> out.printf(Locale.ROOT, "%-10s %d%n", name(each), count));
            List<MessageState> shown =
                    state == null ? List.of(MessageState.DEAD, MessageState.PENDING) : List.of(state);
            for (MessageState each : shown) {
                print(contents.list(each, channel, LONGEST_LIST), out);
            }
            return ExitCode.OK;
        });
    }

    private static void print(List<StoredMessage> messages, PrintWriter out) {
        if (!messages.isEmpty()) {
            out.println();
        }
        for (StoredMessage each : messages) {
            out.printf(
                    Locale.ROOT,
                    "%d  %s  %s %s to %s, %d failed attempts%s%n",
                    each.id(),
                    name(each.state()),
                    each.message().topic(),
                    each.message().subjectId(),
                    each.message().channel(),
                    each.attempts(),
                    each.problem() == null ? "" : ": " + each.problem());
        }
        if (messages.size() == LONGEST_LIST) {
            out.println("… only the first " + LONGEST_LIST);
        }
    }

    @Command(
            name = "redeliver",
            mixinStandardHelpOptions = true,
            description = "Puts dead messages back; the serving process, or 'callsift outbox deliver', sends them.")
    int redeliver(
            @Mixin ConfigurationOptions configuration,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "ID",
                            description = "Numbers as 'callsift outbox list' shows them.")
                    @Nullable
                    List<Long> ids,
            @Option(names = "--all", description = "All dead messages.") boolean all,
            @Option(names = "--channel", paramLabel = "NAME", description = "With --all: only those for this channel.")
                    @Nullable
                    String channel) {
        List<Long> chosen = ids == null ? List.of() : ids;
        if (all == !chosen.isEmpty()) {
            throw new CommandFailedException(ExitCode.USAGE, "outbox redeliver: give numbers of messages, or --all");
        }
        return with(configuration, context -> {
            OutboxContents contents = context.getBean(OutboxContents.class);
            if (all) {
                Output.of(spec).println(contents.redeliverAll(channel) + " messages put back");
                return ExitCode.OK;
            }
            return each(chosen, contents::redeliver, "put back");
        });
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Gives dead messages up for good; what waits behind them leaves.")
    int discard(
            @Mixin ConfigurationOptions configuration,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "ID",
                            description = "Numbers as 'callsift outbox list' shows them.")
                    List<Long> ids) {
        return with(configuration, context -> each(ids, context.getBean(OutboxContents.class)::discard, "discarded"));
    }

    private int each(List<Long> ids, LongPredicate change, String done) {
        int missing = 0;
        for (long id : ids) {
            if (change.test(id)) {
                Output.of(spec).println(id + ": " + done);
            } else {
                missing++;
                Output.errors(spec)
                        .println(id + ": no message of this number is dead; see them with: callsift outbox list");
            }
        }
        return missing == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    @Command(
            name = "deliver",
            mixinStandardHelpOptions = true,
            description = "Delivers all that is due now, then ends; other processes may deliver at the same time.")
    int deliver(@Mixin ConfigurationOptions configuration) {
        return with(configuration, context -> {
            Delivery delivery = context.getBean(Delivery.class);
            while (delivery.deliverNext()) {
                // until nothing is due
            }
            OutboxContents contents = context.getBean(OutboxContents.class);
            long pending = contents.counts().getOrDefault(MessageState.PENDING, 0L);
            long dead = contents.counts().getOrDefault(MessageState.DEAD, 0L);
            Output.of(spec).println(pending + " messages are still to be delivered, " + dead + " are dead");
            return ExitCode.OK;
        });
    }

    @Command(
            name = "preview",
            mixinStandardHelpOptions = true,
            description = "Prints what a channel would send of an example, sending nothing.")
    int preview(
            @Mixin ConfigurationOptions configuration,
            @Parameters(paramLabel = "CHANNEL", description = "A configured channel.") String name,
            @Option(
                            names = "--topic",
                            defaultValue = "item.created",
                            description = "Topic (default: ${DEFAULT-VALUE}).")
                    String topic,
            @Option(names = "--digest", description = "Several messages together.") boolean digest) {
        return with(configuration, context -> {
            String text = context.getBean(Channels.class)
                    .find(name)
                    .map(channel -> channel.channel().preview(SampleMessages.parcel(topic, digest)))
                    .orElseThrow(() -> new CommandFailedException(
                            ExitCode.USAGE, name + ": no such channel; configure it under callsift.channels." + name));
            Output.of(spec).println(text);
            return ExitCode.OK;
        });
    }

    private static int with(ConfigurationOptions configuration, ToIntFunction<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext context = configuration.start(OutboxApplication.class)) {
            return work.applyAsInt(context);
        }
    }

    private static String name(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
