package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.OutgoingSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers messages, one claim at a time: at least once, in order per subject and channel. Any number of threads and processes may
 * do so at once. What is sent is noted after it is sent, so a process that dies in between makes the message go out again.
 */
public final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Channels channels;
    private final OutgoingSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final Claims claims;
    private final Receipts receipts;
    private final Ending ending;
    private final RetryPause pause;

    public Delivery(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Channels channels,
            OutgoingSettings settings,
            InstantSource clock) {
        this.channels = channels;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.claims = new Claims(database, clock, settings.lease());
        this.receipts = new Receipts(database, clock);
        this.ending = new Ending(database, clock);
        this.pause = new RetryPause(settings);
    }

    /** Delivers what is due next. @return false when nothing is due that nobody else delivers */
    public boolean deliverNext() {
        Optional<Claim> claim = claims.next();
        claim.ifPresent(this::deliver);
        return claim.isPresent();
    }

    private void deliver(Claim claim) {
        StoredMessage first = claim.messages().getFirst();
        Optional<ConfiguredChannel> channel = channels.find(first.message().channel());
        if (channel.isPresent()) {
            deliver(claim, channel.get());
        } else if (channels.all().isEmpty()) {
            finish(claim, MessageState.RECORDED, "dry run: no channel is configured");
        } else {
            finish(claim, MessageState.DEAD, "there is no channel of this name; configure it under callsift.channels");
        }
    }

    private void deliver(Claim claim, ConfiguredChannel channel) {
        Optional<Instant> quietUntil = channel.quiet().flatMap(quiet -> quiet.endAfter(clock.instant()));
        if (channel.dryRun()) {
            finish(claim, MessageState.RECORDED, "dry run: nothing is sent");
        } else if (quietUntil.isPresent()) {
            postpone(claim, quietUntil.get(), "waits for the end of the quiet hours");
        } else {
            boolean together = channel.digestFrom() > 0
                    && claims.waiting(channel.name()) + claim.messages().size() >= channel.digestFrom();
            send(together ? claims.widened(claim) : claim, channel);
        }
    }

    private void send(Claim claim, ConfiguredChannel channel) {
        Sending sending = new Sending(claim, channel, claims, receipts, transaction);
        switch (sending.toAll()) {
            case Sending.Result.Done() -> finish(claim, MessageState.DELIVERED, null);
            case Sending.Result.Lost() ->
                log.warn("{}: another process took over what it was slow to send", channel.name());
            case Sending.Result.Held(Instant until) -> postpone(claim, until, "waits, as the rate limit is reached");
            case Sending.Result.Refused(String problem) -> failed(claim, MessageState.DEAD, problem);
            case Sending.Result.Failed(String problem, Duration atLeast) -> retry(claim, problem, atLeast);
        }
    }

    private void retry(Claim claim, String problem, Duration atLeast) {
        transaction.executeWithoutResult(status -> claim.messages().forEach(message -> {
            int failures = message.attempts() + 1;
            if (failures >= settings.attempts()) {
                ending.finish(claim, message, MessageState.DEAD, failures, problem);
            } else {
                Duration rest = pause.after(failures);
                Instant due = clock.instant().plus(rest.compareTo(atLeast) > 0 ? rest : atLeast);
                ending.postpone(claim, message, failures, due, problem);
            }
        }));
        log.warn("{}: {} not delivered: {}", channelOf(claim), topics(claim), problem);
    }

    private void failed(Claim claim, MessageState state, String problem) {
        transaction.executeWithoutResult(status -> claim.messages()
                .forEach(message -> ending.finish(claim, message, state, message.attempts() + 1, problem)));
        log.warn("{}: {} given up: {}", channelOf(claim), topics(claim), problem);
    }

    private void finish(Claim claim, MessageState state, @Nullable String problem) {
        transaction.executeWithoutResult(status ->
                claim.messages().forEach(message -> ending.finish(claim, message, state, message.attempts(), problem)));
    }

    private void postpone(Claim claim, Instant until, String why) {
        transaction.executeWithoutResult(status ->
                claim.messages().forEach(message -> ending.postpone(claim, message, message.attempts(), until, why)));
    }

    private static String channelOf(Claim claim) {
        return claim.messages().getFirst().message().channel();
    }

    private static List<String> topics(Claim claim) {
        return claim.messages().stream()
                .map(message ->
                        message.message().topic() + " " + message.message().subjectId())
                .toList();
    }
}
