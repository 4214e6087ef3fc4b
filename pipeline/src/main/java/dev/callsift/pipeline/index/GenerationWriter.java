package dev.callsift.pipeline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Lucene's writer of one generation. Lucene closes a writer for good at the first fault of the disk; this one is opened again
 * at the last commit.
 */
final class GenerationWriter implements AutoCloseable {

    private static final String FORMAT_KEY = "callsift.format";
    private static final double BUFFER_MEGABYTES = 64;

    private final FSDirectory directory;
    private IndexWriter writer;

    private GenerationWriter(FSDirectory directory, OpenMode mode) throws IOException {
        this.directory = directory;
        this.writer = writer(mode);
    }

    /** Makes an empty index, committed. */
    static GenerationWriter create(Path generation) throws IOException {
        GenerationWriter made = new GenerationWriter(FSDirectory.open(generation), OpenMode.CREATE);
        made.writer.commit();
        return made;
    }

    /** @throws IndexUnusableException when it has another format */
    static GenerationWriter open(Path generation) throws IOException {
        FSDirectory directory = FSDirectory.open(generation);
        refuseOtherFormat(generation, SegmentInfos.readLatestCommit(directory).getUserData());
        return new GenerationWriter(directory, OpenMode.APPEND);
    }

    static void refuseOtherFormat(Path generation, Map<String, String> commit) {
        String found = commit.getOrDefault(FORMAT_KEY, CallFields.UNKNOWN);
        if (!found.equals(Integer.toString(CallFields.FORMAT))) {
            throw IndexUnusableException.otherFormat(generation, found);
        }
    }

    private IndexWriter writer(OpenMode mode) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setOpenMode(mode);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setCommitOnClose(false);
        IndexWriter opened = new IndexWriter(directory, config);
        opened.setLiveCommitData(
                Map.of(FORMAT_KEY, Integer.toString(CallFields.FORMAT)).entrySet());
        return opened;
    }

    synchronized IndexWriter current() throws IOException {
        if (!writer.isOpen()) {
            writer = writer(OpenMode.APPEND);
        }
        return writer;
    }

    /** Drops everything since the last commit; the next use begins there. */
    synchronized void undo() {
        IOUtils.closeWhileHandlingException(writer::rollback);
    }

    @Override
    public synchronized void close() throws IOException {
        try (directory) {
            writer.rollback();
        }
    }
}
