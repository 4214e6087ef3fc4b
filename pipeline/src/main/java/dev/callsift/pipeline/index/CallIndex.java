package dev.callsift.pipeline.index;

import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Lock;
import org.apache.lucene.util.IOUtils;

/**
 * The writer of the index. There is one at a time, over all processes. Safe for use by several threads.
 *
 * <p>What {@link #commit()} has confirmed survives a crash at any point; what was not committed is dropped by a crash and by
 * {@link #close()}. So commit first and note the calls as indexed then: a call that is put in twice is there once.
 *
 * <p>Every method throws {@link StoreUnavailableException} when the disk refuses (fate: retry). Everything since the last
 * commit is undone then, and the index can be used on.
 */
public final class CallIndex implements AutoCloseable {

    private final Path folder;
    private final GenerationWriter writer;
    private final Closeable lock;

    private CallIndex(Path folder, GenerationWriter writer, Closeable lock) {
        this.folder = folder;
        this.writer = writer;
        this.lock = lock;
    }

    /**
     * Opens the index in a folder, or makes an empty one, and clears away what an interrupted rebuild left.
     *
     * @throws IndexUnusableException when another writer has it, its format is another one, or it is damaged (fate: stop)
     */
    public static CallIndex open(Path folder) {
        Generations generations = new Generations(folder);
        Lock lock = lock(generations, folder);
        try {
            GenerationWriter writer = openLive(generations);
            generations.sweep();
            return new CallIndex(folder, writer, lock);
        } catch (IOException e) {
            IOUtils.closeWhileHandlingException(lock);
            throw IndexUnusableException.damaged(folder, e);
        } catch (RuntimeException e) {
            IOUtils.closeWhileHandlingException(lock);
            throw e;
        }
    }

    private static GenerationWriter openLive(Generations generations) throws IOException {
        Optional<Path> live = generations.live();
        if (live.isPresent()) {
            return GenerationWriter.open(live.get());
        }
        Path first = generations.next();
        GenerationWriter writer = GenerationWriter.create(first);
        generations.publish(first);
        return writer;
    }

    /**
     * Builds the index anew beside the live one, whatever state that is in, and puts it in its place in one step. Until then,
     * and when {@code content} fails, searches go on in the live one.
     *
     * @param content puts in every call; it may commit as it goes, and need not at the end
     * @throws IndexUnusableException when another writer has the index (fate: stop)
     */
    public static void rebuild(Path folder, Consumer<CallIndex> content) {
        Generations generations = new Generations(folder);
        try (Lock lock = lock(generations, folder)) {
            Path built = generations.next();
            fill(folder, built, content);
            lock.ensureValid();
            generations.publish(built);
            generations.sweep();
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private static void fill(Path folder, Path built, Consumer<CallIndex> content) throws IOException {
        try (CallIndex index = new CallIndex(folder, GenerationWriter.create(built), () -> {})) {
            content.accept(index);
            index.commit();
        }
    }

    private static Lock lock(Generations generations, Path folder) {
        try {
            return generations.lock();
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    /**
     * Puts a call in, in place of what was there under its id.
     *
     * @param order that it is about, {@link OrderFacts#NONE} when that is not known
     */
    public void upsert(Transcript transcript, CallTags tags, OrderFacts order) {
        Document document = CallDocument.of(transcript, tags, order);
        attempt(() -> writer.current().updateDocument(new Term(CallFields.ID, transcript.id()), document));
    }

    /** The same for a call whose order is not known. */
    public void upsert(Transcript transcript, CallTags tags) {
        upsert(transcript, tags, OrderFacts.NONE);
    }

    /** Takes a call out; does nothing where there is none. */
    public void delete(String id) {
        attempt(() -> writer.current().deleteDocuments(new Term(CallFields.ID, id)));
    }

    /** Makes everything so far durable, and visible to searches. */
    public void commit() {
        attempt(() -> writer.current().commit());
    }

    /** How many calls are in it, those not yet committed included. */
    public int calls() {
        int[] calls = new int[1];
        attempt(() -> calls[0] = writer.current().getDocStats().numDocs);
        return calls[0];
    }

    @Override
    public void close() {
        try (lock) {
            writer.close();
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private void attempt(Change change) {
        try {
            change.run();
        } catch (IOException | AlreadyClosedException e) {
            writer.undo();
            throw unavailable(folder, e);
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private static StoreUnavailableException unavailable(Path folder, Exception e) {
        return new StoreUnavailableException(
                folder + ": the index cannot be written (" + e.getMessage()
                        + "); check that the disk has room and the folder can be written",
                e);
    }
}
