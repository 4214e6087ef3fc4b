package dev.callsift.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The calls that another search of the same reader found. They are known already, so leaving them out costs nothing, where
 * asking their query again would judge every time in them once more.
 */
final class FoundCalls extends Query {

    private final Map<Object, DocIdSet> found = new HashMap<>();

    FoundCalls(FacetsCollector collected) {
        collected.getMatchingDocs().forEach(docs -> found.put(docs.context().id(), docs.bits()));
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                DocIdSet docs = found.get(context.id());
                DocIdSetIterator calls = docs == null ? null : docs.iterator();
                return calls == null
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(
                                calls, score(), scoreMode, context.reader().maxDoc());
            }

            /** It belongs to one search. */
            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "calls found before";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FoundCalls that && that.found == found;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(found);
    }
}
