package dev.callsift.pipeline.index;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Short ways to fill an index and look into it. */
final class IndexFolder {

    private IndexFolder() {}

    static void put(CallIndex index, String key, String lines) {
        put(index, Transcripts.of(key, lines));
    }

    static void put(CallIndex index, Transcript transcript) {
        index.upsert(transcript, tags(transcript.recording().key()));
    }

    static CallTags tags(String key) {
        return CallTags.none(new RecordingKey(key).id());
    }

    /** A whole index of one call. */
    static void fill(Path folder, String key, String lines) {
        try (CallIndex index = CallIndex.open(folder)) {
            put(index, key, lines);
            index.commit();
        }
    }

    static int count(Path folder, SpokenField field, SpokenField.Voice voice, String term) {
        return count(folder, new TermQuery(new Term(field.of(voice), term)));
    }

    static int count(Path folder, String word) {
        return count(folder, SpokenField.WORDS, SpokenField.Voice.ANYONE, word);
    }

    static int count(Path folder, Query query) {
        return read(folder, searcher -> searcher.count(query)).orElseThrow();
    }

    static <T> Optional<T> read(Path folder, CallReader.Reading<T> reading) {
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            return reader.read(reading);
        }
    }

    /** The only call of an index. */
    static StoredCall only(IndexSearcher searcher) throws java.io.IOException {
        return StoredCall.read(searcher.getIndexReader(), 0);
    }
}
