package dev.callsift.review;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Keeps the words on the rise of the weeks that were looked at last, as long as the index stays as it is. */
final class WordsMemory {

    private static final int MOST = 32;

    private record Asked(IndexReader.CacheKey index, ReviewWeek week) {}

    private final Map<Asked, List<RisingWord>> known = new LinkedHashMap<>(MOST, 0.75f, true);

    /** One at a time: two readers of one page need not both count all words. */
    synchronized List<RisingWord> of(IndexSearcher searcher, ReviewWeek week) throws IOException {
        IndexReader.CacheHelper index = searcher.getIndexReader().getReaderCacheHelper();
        Asked asked = new Asked(index.getKey(), week);
        List<RisingWord> words = known.get(asked);
        if (words == null) {
            words = RisingWords.of(searcher, week);
            known.put(asked, words);
            known.keySet().removeIf(each -> !each.index().equals(asked.index()));
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return words;
    }
}
