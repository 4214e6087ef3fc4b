package dev.callsift.pipeline.job;

import dev.callsift.pipeline.recording.SettingProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the job runs ({@code callsift.job}).
 *
 * @param home callsift's own folder: database, index, scratch files and reports
 * @param storeRetries how often a store that is away is tried again before the run gives up; nothing is lost then, the next
 *     run goes on
 * @param storeRetryDelay before the first of these tries; doubled before each further one
 * @param storeRetryMaxDelay the longest of these pauses
 * @param poll between two listings of the store in a continuous run; longer where listing takes more than a tenth of it
 */
@ConfigurationProperties(prefix = "callsift.job", ignoreUnknownFields = false)
public record JobSettings(
        @DefaultValue("callsift-data") Path home,
        @DefaultValue("6") int storeRetries,
        @DefaultValue("1s") Duration storeRetryDelay,
        @DefaultValue("30s") Duration storeRetryMaxDelay,
        @DefaultValue("5s") Duration poll) {

    public JobSettings {
        home = home.toAbsolutePath().normalize();
    }

    /** Everything that is wrong with these settings. */
    List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        if (storeRetries < 0) {
            problems.add(new SettingProblem("callsift.job.store-retries", storeRetries, "0 or more"));
        }
        if (storeRetryDelay.isNegative() || storeRetryDelay.isZero()) {
            problems.add(new SettingProblem(
                    "callsift.job.store-retry-delay", storeRetryDelay, "a time above 0, such as 1s"));
        }
        if (storeRetryMaxDelay.compareTo(storeRetryDelay) < 0) {
            problems.add(new SettingProblem(
                    "callsift.job.store-retry-max-delay",
                    storeRetryMaxDelay,
                    "at least callsift.job.store-retry-delay"));
        }
        if (poll.isNegative() || poll.isZero()) {
            problems.add(new SettingProblem("callsift.job.poll", poll, "a time above 0, such as 5s"));
        }
        return problems;
    }

    public Path scratch() {
        return home.resolve("scratch");
    }

    public Path index() {
        return home.resolve("index");
    }

    public Path reports() {
        return home.resolve("reports");
    }

    Path lockFile() {
        return home.resolve("run.lock");
    }
}
