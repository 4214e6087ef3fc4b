package dev.callsift.pipeline.recording;

import dev.callsift.pipeline.recording.LeftOut.Cause;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Walks a folder in the order in which S3 lists keys, holding the names of the folders on the way only, never of the whole
 * tree.
 */
final class FolderWalk implements Iterator<RecordingObject> {

    private final Path root;
    private final Path realRoot;
    private final BiConsumer<RecordingKey, Cause> leftOut;
    private final Deque<Iterator<Entry>> ahead = new ArrayDeque<>();
    private @Nullable RecordingObject next;

    private FolderWalk(Path root, Path realRoot, BiConsumer<RecordingKey, Cause> leftOut) {
        this.root = root;
        this.realRoot = realRoot;
        this.leftOut = leftOut;
    }

    /** A name in a folder; {@code sortKey} ends with a slash for folders, as the keys below them continue with one. */
    private record Entry(Path path, RecordingKey sortKey, BasicFileAttributes attributes) {}

    /** All files below a folder; others are reported. */
    static Stream<RecordingObject> of(Path root, BiConsumer<RecordingKey, Cause> leftOut) {
        try {
            FolderWalk walk = new FolderWalk(root, root.toRealPath(), leftOut);
            walk.ahead.push(walk.entries(root, "").iterator());
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED), false);
        } catch (IOException e) {
            throw FolderFaults.unreadable(root, e);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ahead.isEmpty()) {
            step(ahead.element());
        }
        return next != null;
    }

    private void step(Iterator<Entry> folder) {
        if (!folder.hasNext()) {
            ahead.pop();
            return;
        }
        Entry entry = folder.next();
        if (entry.attributes().isDirectory()) {
            ahead.push(entries(entry.path(), entry.sortKey().value()).iterator());
        } else {
            next = FolderVersion.of(entry.attributes()).object(entry.sortKey());
        }
    }

    @Override
    public RecordingObject next() {
        RecordingObject found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return found;
    }

    private List<Entry> entries(Path folder, String prefix) {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path path : names) {
                add(entries, path, prefix);
            }
        } catch (AccessDeniedException e) {
            return unreadable(folder, prefix, e);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return vanished(folder, e);
        } catch (IOException e) {
            throw FolderFaults.unreadable(folder, e);
        } catch (DirectoryIteratorException e) {
            throw FolderFaults.unreadable(folder, e);
        }
        entries.sort((a, b) -> a.sortKey().compareTo(b.sortKey()));
        return entries;
    }

    private List<Entry> unreadable(Path folder, String prefix, IOException cause) {
        if (folder.equals(root)) {
            throw FolderFaults.unreadable(root, cause);
        }
        leftOut.accept(new RecordingKey(prefix), Cause.UNREADABLE_FOLDER);
        return List.of();
    }

    /** A folder may go between being seen and being opened; the root may not. */
    private List<Entry> vanished(Path folder, IOException cause) {
        if (folder.equals(root)) {
            throw FolderFaults.unreadable(root, cause);
        }
        return List.of();
    }

    private void add(List<Entry> entries, Path path, String prefix) throws IOException {
        String name = path.getFileName().toString();
        RecordingKey key = new RecordingKey(prefix + name);
        BasicFileAttributes attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
        if (attributes != null && attributes.isSymbolicLink()) {
            attributes = linked(path, key);
        }
        if (attributes == null) {
            return;
        }
        if (name.indexOf('\uFFFD') >= 0) {
            leftOut.accept(key, Cause.UNREADABLE_NAME);
        } else if (attributes.isDirectory()) {
            entries.add(new Entry(path, new RecordingKey(prefix + name + "/"), attributes));
        } else if (attributes.isRegularFile()) {
            entries.add(new Entry(path, key, attributes));
        } else {
            leftOut.accept(key, Cause.NO_FILE);
        }
    }

    /** Links to files inside are followed; links to folders could go in circles. */
    private @Nullable BasicFileAttributes linked(Path link, RecordingKey key) throws IOException {
        BasicFileAttributes attributes = attributes(link);
        if (attributes == null
                || !attributes.isRegularFile()
                || !link.toRealPath().startsWith(realRoot)) {
            leftOut.accept(key, Cause.LINK);
            return null;
        }
        return attributes;
    }

    /** {@code null} when there is no such file (any more). */
    private static @Nullable BasicFileAttributes attributes(Path path, LinkOption... options) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, options);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
