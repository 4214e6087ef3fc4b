package dev.callsift.models.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder with one folder per model. Whatever is unfinished lives in {@code .incoming} on the same file system, and a
 * model appears under its name by one rename: a model that is there is whole.
 */
final class ModelCache {

    private final Path root;

    ModelCache(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path folder(String name) {
        return root.resolve(ModelName.require(name));
    }

    boolean has(String name) {
        return Files.isDirectory(folder(name));
    }

    List<String> names() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(ModelName::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ModelFolder.unreadable(root, e);
        }
    }

    /** The last model list that could be read. */
    Path savedList() {
        return root.resolve("model-list.json");
    }

    /** Where the bundled model of this version of callsift is unpacked; another version's stays beside it. */
    ModelCache bundled(String version) {
        return new ModelCache(root.resolve(".bundled").resolve(version));
    }

    Path part(String name) {
        return incoming().resolve(name + ".zip.part");
    }

    /** Runs the work when no other thread or process installs this model, waiting for them first. */
    void exclusively(String name, DownloadProgress progress, Runnable work) {
        ModelLock lock = ModelLock.take(incoming().resolve(ModelName.require(name) + ".lock"), name, progress);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    /**
     * Puts a model under its name, in place of a broken one. Only to be called within {@link #exclusively}.
     *
     * @param filler fills an empty folder with one model, directly or in a single folder as the official archives have it
     * @return the model's folder
     */
    Path install(String name, Consumer<Path> filler) {
        Path fresh = incoming().resolve(name + ".new");
        Path old = incoming().resolve(name + ".old");
        try {
            deleteTree(fresh);
            Files.createDirectories(fresh);
            filler.accept(fresh);
            ModelFolder model = ModelFolder.check(contentOf(fresh));
            Files.writeString(
                    model.root().resolve(ModelChecksums.FILE),
                    ModelChecksums.of(model).text(),
                    StandardCharsets.UTF_8);
            deleteTree(old);
            if (has(name)) {
                Files.move(folder(name), old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(model.root(), folder(name), StandardCopyOption.ATOMIC_MOVE);
            return folder(name);
        } catch (IOException e) {
            throw cannotWrite(fresh, e);
        } finally {
            deleteQuietly(fresh);
            deleteQuietly(old);
        }
    }

    /** What the model's files were when it was installed; nothing for a folder that somebody put here by hand. */
    static Optional<ModelChecksums> recorded(Path model) {
        Path file = model.resolve(ModelChecksums.FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(ModelChecksums.parse(Files.readString(file, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException e) {
            throw ModelFolder.unreadable(file, e);
        }
    }

    static SpeechModelException cannotWrite(Path path, IOException cause) {
        return new SpeechModelException(
                path + ": cannot be written (" + cause + "); free disk space there, check the permissions, "
                        + "or choose another folder for models",
                cause);
    }

    private Path incoming() {
        Path folder = root.resolve(".incoming");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
    }

    private static Path contentOf(Path unpacked) throws IOException {
        try (Stream<Path> inside = Files.list(unpacked)) {
            List<Path> top = inside.toList();
            return top.size() == 1 && Files.isDirectory(top.getFirst()) ? top.getFirst() : unpacked;
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            deleteTree(folder);
        } catch (IOException e) {
            // the next install of this model tries again and reports it
        }
    }
}
