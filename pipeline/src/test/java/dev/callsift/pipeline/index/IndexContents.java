package dev.callsift.pipeline.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;

/** What an index holds, for tests of other packages. */
public final class IndexContents {

    private IndexContents() {}

    /** A call as the index has it. */
    public record Call(IndexedCall facts, List<List<String>> words) {}

    /** All calls, by their keys; a call that were in it twice would be here twice. Empty where there is no index. */
    public static List<Call> of(Path folder) {
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            return reader.read(IndexContents::all).orElse(List.of());
        }
    }

    private static List<Call> all(IndexSearcher searcher) throws IOException {
        List<Call> calls = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(MatchAllDocsQuery.INSTANCE, 10_000).scoreDocs) {
            StoredCall stored = StoredCall.read(searcher.getIndexReader(), hit.doc);
            calls.add(new Call(stored.facts(), stored.words()));
        }
        calls.sort((a, b) -> a.facts().key().compareTo(b.facts().key()));
        return calls;
    }

    /** The keys of the calls in which somebody says a word. */
    public static List<String> saying(Path folder, String word) {
        return of(folder).stream()
                .filter(call -> call.words().stream().anyMatch(line -> line.contains(word)))
                .map(call -> call.facts().key())
                .toList();
    }
}
