package dev.callsift.models.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder that has the files Vosk needs. What is in them is only looked at as far as it is cheap. */
final class ModelFolder {

    private final Path root;
    private final ModelLayout layout;

    private ModelFolder(Path root, ModelLayout layout) {
        this.root = root;
        this.layout = layout;
    }

    /** @throws SpeechModelException when it is no Vosk model; the message lists all that is missing or wrong */
    static ModelFolder check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SpeechModelException(folder + ": no such folder; give the folder of a Vosk model, "
                    + "or a name from 'callsift models list'");
        }
        ModelLayout layout = !Files.exists(folder.resolve("am/final.mdl")) && Files.exists(folder.resolve("final.mdl"))
                ? ModelLayout.FLAT
                : ModelLayout.FOLDERS;
        List<String> problems = new ModelInspection(folder, layout).problems();
        if (!problems.isEmpty()) {
            throw new SpeechModelException(
                    folder + " is no Vosk model: " + String.join(", ", problems) + "; " + advice(folder));
        }
        return new ModelFolder(folder, layout);
    }

    private static String advice(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(sub -> Files.exists(sub.resolve("am/final.mdl")))
                    .sorted()
                    .findFirst()
                    .map(sub -> "did you mean " + sub + "?")
                    .orElse("give the folder that holds am/, conf/ and graph/, or fetch a model with "
                            + "'callsift models fetch NAME'");
        } catch (IOException e) {
            return "the folder cannot be listed (" + e + ")";
        }
    }

    Path root() {
        return root;
    }

    int sampleRate() {
        Path features = root.resolve(layout.features());
        try {
            return SampleRate.read(features);
        } catch (IOException e) {
            throw unreadable(features, e);
        }
    }

    /** The paths of the files that take part in recognition, relative, with {@code /}, in order. */
    List<String> files() {
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(layout::owns)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(root, e);
        }
    }

    long bytes() {
        long total = 0;
        for (String file : files()) {
            try {
                total += Files.size(root.resolve(file));
            } catch (IOException e) {
                throw unreadable(root.resolve(file), e);
            }
        }
        return total;
    }

    static SpeechModelException unreadable(Path path, Exception cause) {
        return new SpeechModelException(
                path + ": cannot be read (" + cause + "); check that the folder is there, whole and readable", cause);
    }
}
