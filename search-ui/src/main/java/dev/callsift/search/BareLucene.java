package dev.callsift.search;

import dev.callsift.pipeline.evaluation.SyntheticCalls;
import dev.callsift.pipeline.evaluation.SyntheticCalls.SyntheticCall;
import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.CallReader;
import dev.callsift.search.SearchRequest.Order;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.ParsedQuery;
import dev.callsift.search.query.QueryParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** The same work by Lucene alone: nothing is parsed, read or shown. */
final class BareLucene implements AutoCloseable {

    private static final int BEST = 10;
    private static final Sort SORT = Page.sort(Order.RELEVANCE);

    private final CallReader reader;
    private final Map<String, StringDocValuesReaderState> states = new ConcurrentHashMap<>();

    BareLucene(Path folder) {
        this.reader = new CallReader(folder, Duration.ofMinutes(10));
    }

    /** @param possible null for a query without words */
    record BareQuery(Query sure, @Nullable Query possible) {}

    BareQuery prepare(String query) {
        return read(searcher -> {
            ParsedQuery parsed = QueryParser.parse(query);
            Lexicon lexicon = new Lexicon(searcher.getIndexReader());
            Query sure = new Translation(Certainty.SURE, lexicon).calls(parsed.node());
            return new BareQuery(
                    sure,
                    parsed.node().spoken()
                            ? possible(new Translation(Certainty.POSSIBLE, lexicon), parsed, sure)
                            : null);
        });
    }

    private static Query possible(Translation translation, ParsedQuery parsed, Query sure) throws IOException {
        return new BooleanQuery.Builder()
                .add(translation.calls(parsed.node()), Occur.MUST)
                .add(sure, Occur.MUST_NOT)
                .build();
    }

    /** The query alone. */
    void query(BareQuery query) {
        read(searcher -> fresh(searcher).search(query.sure(), top()));
    }

    /** All queries of a page, and its facets; possible calls are looked for where the sure ones do not fill it. */
    void page(BareQuery query) {
        read(searcher -> {
            IndexSearcher own = fresh(searcher);
            Object[] found = own.search(query.sure(), new MultiCollectorManager(top(), new FacetsCollectorManager()));
            boolean fills = ((TopDocs) found[0]).totalHits.value() > BEST;
            if (query.possible() != null && !fills) {
                own.search(query.possible(), top());
            }
            return count(searcher.getIndexReader(), (FacetsCollector) found[1]);
        });
    }

    /** Without Lucene's query cache, as the searches that it is compared with. */
    private static IndexSearcher fresh(IndexSearcher shared) {
        IndexSearcher own = new IndexSearcher(shared.getIndexReader());
        own.setQueryCache(null);
        return own;
    }

    private static TopFieldCollectorManager top() {
        return new TopFieldCollectorManager(SORT, BEST, Integer.MAX_VALUE);
    }

    private int count(IndexReader index, FacetsCollector found) throws IOException {
        int values = 0;
        for (FilterField field : Facets.FIELDS) {
            String name = Filters.indexField(field);
            if (FieldInfos.getIndexedFields(index).contains(name)) {
                values += new StringValueFacetCounts(state(index, name), found).getTopChildren(BEST, name).childCount;
            }
        }
        return values;
    }

    private StringDocValuesReaderState state(IndexReader index, String field) {
        return states.computeIfAbsent(field, each -> {
            try {
                return new StringDocValuesReaderState(index, each);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T read(CallReader.Reading<T> reading) {
        return reader.read(reading).orElseThrow(() -> new IllegalStateException("there is no index to measure"));
    }

    /** @return seconds of processor time */
    static double index(Path folder, SyntheticCalls made, int calls, int commitEvery) throws IOException {
        ProcessorTime time = new ProcessorTime();
        try (FSDirectory directory = FSDirectory.open(folder);
                EnglishAnalyzer english = new EnglishAnalyzer();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(english))) {
            for (int i = 0; i < calls; i++) {
                writer.addDocument(plain(time.without(made, i)));
                if ((i + 1) % commitEvery == 0 || i + 1 == calls) {
                    writer.commit();
                }
            }
        }
        return time.seconds();
    }

    private static Document plain(SyntheticCall call) {
        StringBuilder text = new StringBuilder();
        call.transcript().utterances().forEach(each -> text.append(each.text()).append('\n'));
        Document document = new Document();
        document.add(new KeywordField(CallFields.ID, call.transcript().id(), Field.Store.YES));
        document.add(new TextField("text", text.toString(), Field.Store.YES));
        for (String value : List.of(
                "" + call.transcript().call().agent(),
                "" + call.transcript().call().queue())) {
            document.add(new KeywordField("fact", value, Field.Store.YES));
        }
        call.tags().tags().forEach(tag -> document.add(new KeywordField(CallFields.TAG, tag.code(), Field.Store.YES)));
        return document;
    }

    @Override
    public void close() {
        reader.close();
    }
}
