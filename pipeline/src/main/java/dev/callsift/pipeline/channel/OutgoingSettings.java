package dev.callsift.pipeline.channel;

import dev.callsift.pipeline.recording.SettingProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave, whatever the channel. Immutable; checked by {@link #problems()}.
 *
 * @param dryRun whether everything is recorded and nothing sent, although channels are configured
 * @param attempts after how many failures a message goes to the dead-letter list
 * @param firstRetry pause after the first failure; doubled after each further one
 * @param longestRetry the longest of these pauses
 * @param lease how long a process may take over a message before another one may take it
 * @param poll how often a process looks for messages when it has none
 * @param threads that deliver at once
 * @param keep how long messages that have left are kept for looking at
 * @param templates folder of one's own templates
 * @param allowedNetworks networks that may be sent to although they are not public, and in the clear
 */
@ConfigurationProperties(prefix = "callsift.outbox", ignoreUnknownFields = false)
public record OutgoingSettings(
        @DefaultValue("false") boolean dryRun,
        @DefaultValue("20") int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("4") int threads,
        @DefaultValue("90d") Duration keep,
        @Nullable Path templates,
        @DefaultValue List<String> allowedNetworks) {

    private static final String PREFIX = "callsift.outbox.";
    /** A lease that ends during a sending lets the message be sent twice. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(2L * Channel.TIME_LIMIT_SECONDS);

    public OutgoingSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
    }

    /** Every default, with networks that may be sent to. */
    public static OutgoingSettings allowing(String... networks) {
        return new OutgoingSettings(
                false,
                20,
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                Duration.ofMinutes(2),
                Duration.ofSeconds(1),
                4,
                Duration.ofDays(90),
                null,
                List.of(networks));
    }

    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        check(problems, attempts >= 1 && attempts <= 1_000, "attempts", attempts, "a number from 1 to 1000");
        check(problems, isPositive(firstRetry), "first-retry", firstRetry, "a time above 0, such as 5s");
        check(
                problems,
                longestRetry.compareTo(firstRetry) >= 0,
                "longest-retry",
                longestRetry,
                "a time not below first-retry, such as 1h");
        check(problems, lease.compareTo(SHORTEST_LEASE) >= 0, "lease", lease, "a time of 30s or more");
        check(problems, isPositive(poll), "poll", poll, "a time above 0, such as 1s");
        check(problems, threads >= 1 && threads <= 64, "threads", threads, "a number from 1 to 64");
        check(problems, isPositive(keep), "keep", keep, "a time above 0, such as 90d");
        check(
                problems,
                templates == null || Files.isDirectory(templates),
                "templates",
                templates,
                "a folder that exists");
        for (String network : allowedNetworks) {
            check(
                    problems,
                    AddressPolicy.isNetwork(network),
                    "allowed-networks",
                    network,
                    "networks such as 10.0.0.0/8, 192.168.1.7 or fd00::/8");
        }
        return List.copyOf(problems);
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    private static void check(
            List<SettingProblem> problems, boolean right, String key, @Nullable Object value, String allowed) {
        if (!right) {
            problems.add(new SettingProblem(PREFIX + key, value, allowed));
        }
    }
}
