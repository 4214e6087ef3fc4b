package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.FilterValue;
import dev.callsift.search.query.FilterValue.Begins;
import dev.callsift.search.query.FilterValue.Between;
import dev.callsift.search.query.FilterValue.Digits;
import dev.callsift.search.query.FilterValue.Is;
import dev.callsift.search.query.FilterValue.Lasting;
import dev.callsift.search.query.QueryNode.Filter;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/** What is asked of calls besides their words, as queries that score nothing. */
final class Filters {

    /** Sorts behind every week and day, and before {@link CallFields#UNKNOWN}. */
    private static final String END_OF_TIME = "9999-~";

    private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N} ]");

    private Filters() {}

    static Query of(Filter filter) {
        String field = indexField(filter.field());
        Query query = of(field, filter.field(), filter.value());
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    private static Query of(String field, FilterField typed, FilterValue value) {
        return switch (value) {
            case Is(String is) -> typed.isName() ? named(field, is, "") : new TermQuery(new Term(field, is));
            case Begins(String start) when start.isEmpty() -> new FieldExistsQuery(field);
            case Begins(String start) ->
                typed.isName() ? named(field, start, ".*") : new PrefixQuery(new Term(field, start));
            case Between(String first, String last) ->
                TermRangeQuery.newStringRange(field, first, last.isEmpty() ? END_OF_TIME : last, true, true);
            case Lasting(String text, long leastMs, long mostMs) -> LongField.newRangeQuery(field, leastMs, mostMs);
            case Digits(String digits) ->
                new PrefixQuery(new Term(
                        CallFields.NUMBER_REVERSED,
                        new StringBuilder(digits).reverse().toString()));
        };
    }

    /** Names are compared without regard to small and capital letters. */
    private static Query named(String field, String name, String rest) {
        String pattern = SIGN.matcher(name).replaceAll("\\\\$0") + rest;
        return new RegexpQuery(
                new Term(field, pattern),
                RegExp.NONE,
                RegExp.CASE_INSENSITIVE,
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    /** The index's field behind a filter. */
    static String indexField(FilterField field) {
        return switch (field) {
            case REASON, MODIFY, TOPIC, QUEUE, PRODUCT, COURIER, ORDER, DIRECTION, WEEK, DURATION, NUMBER ->
                field.key();
            case OUTCOME -> CallFields.OUTCOME;
            case AGENT_NAME -> CallFields.AGENT;
            case DATE -> CallFields.DAY;
        };
    }
}
