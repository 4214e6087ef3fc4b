package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.QueryNode.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;

/**
 * Counts facets. What Lucene needs to count values over several segments is made once for each state of the index and kept
 * while that is open. Safe for use by several threads.
 */
final class Facets {

    static final List<FilterField> FIELDS = List.of(
            FilterField.REASON,
            FilterField.MODIFY,
            FilterField.OUTCOME,
            FilterField.TOPIC,
            FilterField.WEEK,
            FilterField.AGENT_NAME,
            FilterField.DIRECTION,
            FilterField.QUEUE);

    private static final int MOST = 8;

    private final Map<IndexReader.CacheKey, Map<String, StringDocValuesReaderState>> states = new ConcurrentHashMap<>();

    List<Facet> of(IndexReader reader, FacetsCollector found) throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (FilterField field : FIELDS) {
            if (has(reader, Filters.indexField(field))) {
                facets.add(count(reader, field, found));
            }
        }
        return facets.stream().filter(facet -> !facet.counts().isEmpty()).toList();
    }

    /** Not every index has every tag. */
    private static boolean has(IndexReader reader, String field) {
        return FieldInfos.getIndexedFields(reader).contains(field);
    }

    private Facet count(IndexReader reader, FilterField field, FacetsCollector found) throws IOException {
        String name = Filters.indexField(field);
        FacetResult all = new StringValueFacetCounts(state(reader, name), found).getAllChildren(name);
        List<Facet.Count> counts = Stream.of(all.labelValues)
                .filter(value -> value.value.intValue() > 0)
                .sorted(order(field))
                .flatMap(value -> Filter.of(field, value.label).stream()
                        .map(filter -> new Facet.Count(value.label, filter, value.value.intValue())))
                .toList();
        return new Facet(field, counts.subList(0, Math.min(MOST, counts.size())), Math.max(0, counts.size() - MOST));
    }

    private static Comparator<LabelAndValue> order(FilterField field) {
        Comparator<LabelAndValue> unknownLast = Comparator.comparing(value -> value.label.equals(CallFields.UNKNOWN));
        Comparator<LabelAndValue> byLabel = Comparator.comparing(value -> value.label);
        return field == FilterField.WEEK
                ? unknownLast.thenComparing(byLabel.reversed())
                : Comparator.<LabelAndValue>comparingInt(value -> -value.value.intValue())
                        .thenComparing(byLabel);
    }

    private StringDocValuesReaderState state(IndexReader reader, String field) throws IOException {
        Map<String, StringDocValuesReaderState> ofReader =
                states.get(reader.getReaderCacheHelper().getKey());
        if (ofReader == null) {
            IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
            ofReader = states.computeIfAbsent(helper.getKey(), key -> new ConcurrentHashMap<>());
            helper.addClosedListener(states::remove);
        }
        StringDocValuesReaderState known = ofReader.get(field);
        if (known == null) {
            known = new StringDocValuesReaderState(reader, field);
            ofReader.put(field, known);
        }
        return known;
    }
}
