package dev.callsift.pipeline.recording;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration cannot work, alone or with the store it names. Fate: stop; retrying does not help. All problems that
 * could be found are listed together, each with its key, its value and what is allowed.
 */
public final class SettingsException extends RuntimeException {

    private final List<SettingProblem> problems;

    public SettingsException(Collection<SettingProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    SettingsException(SettingProblem problem, @Nullable Throwable cause) {
        super(message(List.of(problem)), cause);
        this.problems = List.of(problem);
    }

    public List<SettingProblem> problems() {
        return problems;
    }

    /** Throws one exception with all the problems of all stages, when there are any. */
    public static void throwIfAny(Collection<SettingProblem> problems) {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private static String message(Collection<SettingProblem> problems) {
        String count = problems.size() == 1 ? "one setting" : problems.size() + " settings";
        return "configuration: " + count + " to correct:"
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining());
    }
}
