package dev.callsift.pipeline.channel;

import java.time.Duration;
import java.util.Optional;

/** What became of sending a parcel to one recipient. */
public sealed interface Outcome {

    /** The other side has it. */
    record Sent() implements Outcome {}

    /**
     * It may work later.
     *
     * @param problem what happened, one clause without secrets
     * @param after how long the other side asked to be left alone
     */
    record Later(String problem, Optional<Duration> after) implements Outcome {

        static Later of(String problem) {
            return new Later(problem, Optional.empty());
        }
    }

    /** It will never work as it is: a person must change something. */
    record Refused(String problem) implements Outcome {}
}
