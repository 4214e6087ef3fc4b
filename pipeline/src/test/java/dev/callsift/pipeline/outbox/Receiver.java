package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.Channel;
import dev.callsift.pipeline.channel.ChannelType;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.Notice;
import dev.callsift.pipeline.channel.Outcome;
import dev.callsift.pipeline.channel.Parcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The other side of a channel, that keeps what it gets and answers as a test says. */
final class Receiver implements Channel {

    final List<Parcel> got = Collections.synchronizedList(new ArrayList<>());
    private final List<String> recipients;
    private volatile Function<String, Outcome> answer = recipient -> new Outcome.Sent();

    Receiver(String... recipients) {
        this.recipients = recipients.length == 0 ? List.of("somewhere") : List.of(recipients);
    }

    void answers(Function<String, Outcome> given) {
        this.answer = given;
    }

    void fails(String problem) {
        answers(recipient -> new Outcome.Later(problem, Optional.empty()));
    }

    void works() {
        answers(recipient -> new Outcome.Sent());
    }

    List<String> subjects() {
        return got.stream()
                .flatMap(parcel -> parcel.notices().stream())
                .map(Notice::subject)
                .toList();
    }

    List<String> payloads() {
        return got.stream()
                .flatMap(parcel -> parcel.notices().stream())
                .map(Notice::payloadJson)
                .toList();
    }

    @Override
    public List<String> recipients() {
        return recipients;
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        Outcome outcome = answer.apply(recipient);
        if (outcome instanceof Outcome.Sent) {
            got.add(parcel);
        }
        return outcome;
    }

    @Override
    public String preview(Parcel parcel) {
        return parcel.toString();
    }

    ConfiguredChannel as(String name) {
        return new ConfiguredChannel(
                name, ChannelType.WEBHOOK, this, false, Optional.empty(), 0, Duration.ofHours(1), 0);
    }

    ConfiguredChannel limited(String name, int limit, int digestFrom) {
        return new ConfiguredChannel(
                name, ChannelType.EMAIL, this, false, Optional.empty(), limit, Duration.ofHours(1), digestFrom);
    }
}
