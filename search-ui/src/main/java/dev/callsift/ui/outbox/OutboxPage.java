package dev.callsift.ui.outbox;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.outbox.MessageState;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.outbox.StoredMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page of the outbox.
 *
 * @param full whether there are more messages than are shown
 */
record OutboxPage(
        List<Tab> tabs, MessageState state, List<MessageView> messages, List<ChannelView> channels, boolean full) {

    private static final int LONGEST = 200;

    /**
     * A state to look at.
     *
     * @param name in the address
     */
    record Tab(String name, String title, long count, boolean current) {}

    static OutboxPage of(MessageState state, OutboxContents contents, Channels channels) {
        Map<MessageState, Long> counts = contents.counts();
        List<StoredMessage> listed = contents.list(state, null, LONGEST);
        return new OutboxPage(
                Stream.of(MessageState.values())
                        .map(each -> new Tab(
                                each.name().toLowerCase(Locale.ROOT),
                                title(each),
                                counts.getOrDefault(each, 0L),
                                each == state))
                        .toList(),
                state,
                listed.stream()
                        .map(message -> MessageView.of(
                                message, message.state() == MessageState.DEAD ? contents.heldBack(message) : 0))
                        .toList(),
                channels(contents, channels),
                listed.size() == LONGEST);
    }

    public boolean dryRun() {
        return channels.stream().allMatch(channel -> channel.type().equals("not configured"));
    }

    public String emptyTitle() {
        return switch (state) {
            case PENDING -> "Nothing is waiting";
            case DELIVERED -> "Nothing has been delivered yet";
            case RECORDED -> "Nothing was recorded without being sent";
            case DEAD -> "No message needs you";
            case DISCARDED -> "Nothing was given up";
        };
    }

    private static List<ChannelView> channels(OutboxContents contents, Channels channels) {
        Stream<ChannelView> configured =
                channels.all().stream().map(each -> ChannelView.of(each, contents.figures(each.name())));
        List<String> names =
                channels.all().stream().map(ConfiguredChannel::name).toList();
        Stream<ChannelView> others = contents.channels().stream()
                .filter(name -> !names.contains(name))
                .map(name -> ChannelView.unknown(name, contents.figures(name)));
        return Stream.concat(configured, others).toList();
    }

    private static String title(MessageState state) {
        return switch (state) {
            case PENDING -> "Waiting";
            case DELIVERED -> "Delivered";
            case RECORDED -> "Recorded only";
            case DEAD -> "Not delivered";
            case DISCARDED -> "Given up";
        };
    }
}
