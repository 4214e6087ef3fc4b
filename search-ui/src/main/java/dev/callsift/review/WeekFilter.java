package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The calls of a week, and those of the weeks before.
 *
 * @param calls of the week
 * @param callsBefore of the weeks before
 */
record WeekFilter(Query week, Query weeksBefore, int calls, int callsBefore) {

    static WeekFilter of(IndexSearcher searcher, ReviewWeek week, int weeksBefore) throws IOException {
        Query now = query(List.of(week));
        Query before = query(week.plus(-1).last(weeksBefore).toList());
        return new WeekFilter(now, before, searcher.count(now), searcher.count(before));
    }

    private static Query query(List<ReviewWeek> weeks) {
        return new TermInSetQuery(
                CallFields.WEEK,
                weeks.stream().map(week -> new BytesRef(week.name())).toList());
    }
}
