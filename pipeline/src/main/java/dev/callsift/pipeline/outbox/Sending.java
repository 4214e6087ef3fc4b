package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.Outcome;
import dev.callsift.pipeline.channel.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is claimed to every recipient who has not got it. */
final class Sending {

    /** What came of it, over all recipients. */
    sealed interface Result {

        /** All have it. */
        record Done() implements Result {}

        /** The claim ended before all had it. */
        record Lost() implements Result {}

        /** Some may not get anything before a moment. */
        record Held(Instant until) implements Result {}

        /** Some will never take it. */
        record Refused(String problem) implements Result {}

        /** Some did not get it this time. */
        record Failed(String problem, Duration atLeast) implements Result {}
    }

    private final Claim claim;
    private final ConfiguredChannel channel;
    private final Claims claims;
    private final Receipts receipts;
    private final TransactionTemplate transaction;

    Sending(Claim claim, ConfiguredChannel channel, Claims claims, Receipts receipts, TransactionTemplate transaction) {
        this.claim = claim;
        this.channel = channel;
        this.claims = claims;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    Result toAll() {
        List<Result> results = new ArrayList<>();
        for (String recipient : channel.channel().recipients()) {
            List<StoredMessage> missing = receipts.missing(claim.messages(), recipient);
            if (!missing.isEmpty()) {
                results.add(to(recipient, missing));
            }
        }
        return results.stream().reduce(new Result.Done(), Sending::graver);
    }

    private Result to(String recipient, List<StoredMessage> messages) {
        if (!claims.renew(claim)) {
            return new Result.Lost();
        }
        Optional<Instant> free = channel.rateLimit() == 0
                ? Optional.empty()
                : receipts.freeAt(recipient, channel.rateLimit(), channel.ratePeriod());
        return free.<Result>map(Result.Held::new).orElseGet(() -> send(recipient, messages));
    }

    private Result send(String recipient, List<StoredMessage> messages) {
        String sending = messages.size() == 1
                ? messages.getFirst().messageId()
                : UUID.randomUUID().toString();
        Parcel parcel =
                new Parcel(sending, messages.stream().map(StoredMessage::notice).toList());
        return switch (outcome(parcel, recipient)) {
            case Outcome.Sent() -> {
                transaction.executeWithoutResult(status -> receipts.add(messages, recipient, sending));
                yield new Result.Done();
            }
            case Outcome.Later(String problem, Optional<Duration> after) ->
                new Result.Failed(problem, after.orElse(Duration.ZERO));
            case Outcome.Refused(String problem) -> new Result.Refused(problem);
        };
    }

    /** What a template or a secret's file does wrong can be mended, and the message then leaves. */
    private Outcome outcome(Parcel parcel, String recipient) {
        try {
            return channel.channel().send(parcel, recipient);
        } catch (RuntimeException e) {
            return new Outcome.Later(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    /** Lost hides the rest; then what will be tried again, so that those get it who still can; then what is refused. */
    private static Result graver(Result one, Result other) {
        if (one instanceof Result.Failed(String problem, Duration atLeast)
                && other instanceof Result.Failed(String second, Duration secondAtLeast)) {
            return new Result.Failed(
                    problem + "; " + second, atLeast.compareTo(secondAtLeast) > 0 ? atLeast : secondAtLeast);
        }
        if (one instanceof Result.Held(Instant until) && other instanceof Result.Held(Instant second)) {
            return new Result.Held(until.isAfter(second) ? until : second);
        }
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(Result result) {
        return switch (result) {
            case Result.Done done -> 0;
            case Result.Refused refused -> 1;
            case Result.Held held -> 2;
            case Result.Failed failed -> 3;
            case Result.Lost lost -> 4;
        };
    }
}
