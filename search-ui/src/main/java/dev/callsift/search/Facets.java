package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.QueryNode.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * Counts facets: by {@link ValueSets} where a field has few values, else by Lucene's own counts. What either needs is made once,
 * for a segment or for a state of the index, and kept while that is open. Safe for use by several threads.
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
            FilterField.QUEUE,
            FilterField.PRODUCT,
            FilterField.COURIER);

    private static final int MOST = 8;

    private final Map<IndexReader.CacheKey, Map<String, StringDocValuesReaderState>> states = new ConcurrentHashMap<>();

    private final Map<IndexReader.CacheKey, Map<String, Optional<ValueSets>>> sets = new ConcurrentHashMap<>();

    List<Facet> of(IndexReader reader, FacetsCollector found) throws IOException {
        List<Facet> facets = new ArrayList<>();
        for (FilterField field : FIELDS) {
            facets.add(count(reader, field, found));
        }
        return facets.stream().filter(Facets::divides).toList();
    }

    /** Not where nothing is known: that all calls are of an unknown courier helps nobody. */
    private static boolean divides(Facet facet) {
        return facet.counts().stream().anyMatch(count -> !count.value().equals(CallFields.UNKNOWN));
    }

    private Facet count(IndexReader reader, FilterField field, FacetsCollector found) throws IOException {
        String name = Filters.indexField(field);
        List<Facet.Count> counts = values(reader, name, found)
                .filter(value -> value.value.intValue() > 0)
                .sorted(order(field))
                .flatMap(value -> Filter.of(field, value.label).stream()
                        .map(filter -> new Facet.Count(value.label, filter, value.value.intValue())))
                .toList();
        return new Facet(field, counts.subList(0, Math.min(MOST, counts.size())), Math.max(0, counts.size() - MOST));
    }

    private Stream<LabelAndValue> values(IndexReader reader, String field, FacetsCollector found) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (MatchingDocs ofSegment : found.getMatchingDocs()) {
            Optional<ValueSets> few = sets(ofSegment.context().reader(), field);
            if (few.isEmpty()) {
                return Stream.of(
                        new StringValueFacetCounts(state(reader, field), found).getAllChildren(field).labelValues);
            }
            few.get().count(ofSegment, counts);
        }
        return counts.entrySet().stream().map(count -> new LabelAndValue(count.getKey(), count.getValue()));
    }

    private static Comparator<LabelAndValue> order(FilterField field) {
        Comparator<LabelAndValue> unknownLast = Comparator.comparing(value -> value.label.equals(CallFields.UNKNOWN));
        Comparator<LabelAndValue> byLabel = Comparator.comparing(value -> value.label);
        return field == FilterField.WEEK
                ? unknownLast.thenComparing(byLabel.reversed())
                : Comparator.<LabelAndValue>comparingInt(value -> -value.value.intValue())
                        .thenComparing(byLabel);
    }

    private Optional<ValueSets> sets(LeafReader segment, String field) throws IOException {
        IndexReader.CacheHelper helper = segment.getCoreCacheHelper();
        Map<String, Optional<ValueSets>> ofSegment = sets.get(helper.getKey());
        if (ofSegment == null) {
            ofSegment = sets.computeIfAbsent(helper.getKey(), key -> new ConcurrentHashMap<>());
            helper.addClosedListener(sets::remove);
        }
        Optional<ValueSets> known = ofSegment.get(field);
        if (known == null) {
            known = ValueSets.of(segment, field);
            ofSegment.put(field, known);
        }
        return known;
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
