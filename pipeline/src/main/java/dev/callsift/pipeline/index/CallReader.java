package dev.callsift.pipeline.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads the index while others write it, in this process or another: each reading sees one commit, the newest as of a short
 * while ago, and follows a rebuilt index when it takes the old one's place. Safe for use by several threads.
 */
public final class CallReader implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Generations generations;
    private final long freshForNanos;
    private long checkedAt;
    private @Nullable Live live;

    /** What is open of one generation. */
    private record Live(Path generation, FSDirectory directory, SearcherManager manager) {

        void close() {
            IOUtils.closeWhileHandlingException(manager, directory);
        }
    }

    /** What is done with one state of the index. */
    @FunctionalInterface
    public interface Reading<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    /** @param freshFor how old a reading's view may be; zero looks for changes at every reading */
    public CallReader(Path folder, Duration freshFor) {
        this.folder = folder;
        this.generations = new Generations(folder);
        this.freshForNanos = freshFor.toNanos();
    }

    /**
     * Reads; empty when there is no index yet.
     *
     * @throws IndexUnusableException when its format is another one, or it is damaged
     */
    public <T> Optional<T> read(Reading<T> reading) {
        try {
            IndexSearcher searcher = acquire();
            if (searcher == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(reading.with(searcher));
            } finally {
                searcher.getIndexReader().decRef();
            }
        } catch (IOException e) {
            throw IndexUnusableException.damaged(folder, e);
        }
    }

    private synchronized @Nullable IndexSearcher acquire() throws IOException {
        long now = System.nanoTime();
        if (live == null || now - checkedAt >= freshForNanos) {
            refresh();
            checkedAt = now;
        }
        return live == null ? null : live.manager().acquire();
    }

    /** A generation can be replaced and deleted between reading its name and opening it; then the name is another one. */
    private void refresh() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                follow(generations.live().orElse(null));
                return;
            } catch (NoSuchFileException | IndexNotFoundException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void follow(@Nullable Path generation) throws IOException {
        if (live != null && live.generation().equals(generation)) {
            live.manager().maybeRefreshBlocking();
            return;
        }
        Live next = generation == null ? null : open(generation);
        close();
        live = next;
    }

    private static Live open(Path generation) throws IOException {
        FSDirectory directory = FSDirectory.open(generation);
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            GenerationWriter.refuseOtherFormat(
                    generation, reader.getIndexCommit().getUserData());
            return new Live(generation, directory, new SearcherManager(reader, null));
        } catch (RuntimeException e) {
            IOUtils.closeWhileHandlingException(reader, directory);
            throw e;
        }
    }

    /** Readings under way end undisturbed. */
    @Override
    public synchronized void close() {
        if (live != null) {
            live.close();
            live = null;
        }
    }
}
