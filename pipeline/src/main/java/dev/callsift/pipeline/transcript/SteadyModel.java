package dev.callsift.pipeline.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A model folder that gives the same words every time. Kaldi adds random noise (dither) to the sound unless the model says
 * otherwise, and most published models do not: for those a temporary folder stands in, with links to the model's files and
 * a configuration that turns the noise off.
 */
final class SteadyModel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SteadyModel.class);
    private static final String CONF = "conf";
    private static final String FEATURES = "mfcc.conf";
    private static final String NO_DITHER = "--dither=0.0";

    private final Path folder;
    private final boolean standIn;

    private SteadyModel(Path folder, boolean standIn) {
        this.folder = folder;
        this.standIn = standIn;
    }

    static SteadyModel of(Path model) {
        Path features = features(model);
        try {
            if (!Files.isRegularFile(features) || isSteady(features)) {
                return new SteadyModel(model, false);
            }
            return new SteadyModel(standIn(model, features), true);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("{}: used as it is, with dither: transcripts may differ a little from run to run ({})", model, e);
            return new SteadyModel(model, false);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (standIn) {
            try {
                FileSystemUtils.deleteRecursively(folder); // does not follow the links
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Older models have it at their root. */
    private static Path features(Path model) {
        Path inConf = model.resolve(CONF).resolve(FEATURES);
        return Files.exists(inConf) ? inConf : model.resolve(FEATURES);
    }

    private static boolean isSteady(Path features) throws IOException {
        try (Stream<String> lines = Files.lines(features, StandardCharsets.UTF_8)) {
            return lines.anyMatch(line -> line.strip().matches("--dither=0(\\.0*)?"));
        }
    }

    private static Path standIn(Path model, Path features) throws IOException {
        Path root = Files.createTempDirectory("callsift-model-");
        Path around = model.relativize(features).getNameCount() > 1 ? root.resolve(CONF) : root;
        linkAll(model, root, around.equals(root) ? FEATURES : CONF);
        if (!around.equals(root)) {
            Files.createDirectory(around);
            linkAll(model.resolve(CONF), around, FEATURES);
        }
        Files.writeString(around.resolve(FEATURES), withoutDither(features), StandardCharsets.UTF_8);
        return root;
    }

    private static void linkAll(Path from, Path to, String butFor) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.equals(butFor)) {
                    Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
                }
            }
        }
    }

    private static String withoutDither(Path features) throws IOException {
        try (Stream<String> lines = Files.lines(features, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.strip().startsWith("--dither")).collect(Collectors.joining("\n")) + "\n"
                    + NO_DITHER + "\n";
        }
    }
}
