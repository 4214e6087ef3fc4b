package dev.callsift.ui.search;

import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.search.CallHit;
import dev.callsift.search.CallSearch;
import dev.callsift.search.Facet;
import dev.callsift.search.Moment;
import dev.callsift.search.SearchRequest;
import dev.callsift.search.SearchResult;
import dev.callsift.search.query.QueryProblem;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.PageProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search as JSON; described in {@code docs/api.md}. */
@RestController
final class SearchApi {

    private final CallSearch search;

    SearchApi(CallSearch search) {
        this.search = search;
    }

    /**
     * See {@link SearchResult} for the components.
     *
     * @param complete false when the time limit was reached
     */
    record SearchAnswer(
            String query,
            String understood,
            String order,
            int offset,
            int limit,
            boolean complete,
            long total,
            List<HitAnswer> hits,
            long possibleTotal,
            List<HitAnswer> possible,
            List<FacetAnswer> facets,
            List<QueryProblem> problems,
            List<String> didYouMean) {

        static SearchAnswer of(SearchState state, SearchRequest request, SearchResult result) {
            return new SearchAnswer(
                    state.query(),
                    result.understood(),
                    SearchState.name(request.order()),
                    request.offset(),
                    request.limit(),
                    result.state() != SearchResult.State.CUT_SHORT,
                    result.total(),
                    hits(result.hits(), state.query()),
                    result.possibleTotal(),
                    hits(result.possible(), state.query()),
                    result.facets().stream().map(FacetAnswer::of).toList(),
                    result.problems(),
                    result.didYouMean());
        }

        private static List<HitAnswer> hits(List<CallHit> hits, String query) {
            return hits.stream().map(hit -> HitAnswer.of(hit, query)).toList();
        }
    }

    /** @param further how many values are not listed */
    record FacetAnswer(String field, List<CountAnswer> values, int further) {

        static FacetAnswer of(Facet facet) {
            return new FacetAnswer(
                    facet.field().key(),
                    facet.counts().stream()
                            .map(count -> new CountAnswer(
                                    count.value(), count.calls(), count.filter().text()))
                            .toList(),
                    facet.further());
        }
    }

    /** @param filter to put into the query */
    record CountAnswer(String value, int calls, String filter) {}

    /**
     * @param call what is known of it
     * @param matches how many places match in all
     * @param moments up to three of them
     */
    record HitAnswer(IndexedCall call, int matches, List<MomentAnswer> moments, String page, String audio) {

        static HitAnswer of(CallHit hit, String query) {
            String id = hit.call().id();
            return new HitAnswer(
                    hit.call(),
                    hit.matches(),
                    hit.moments().stream()
                            .map(moment -> new MomentAnswer(moment, Addresses.moment(id, moment.startMs(), query)))
                            .toList(),
                    Addresses.call(id, query),
                    Addresses.audio(id));
        }
    }

    /** @param page the call's page, playing from this moment */
    record MomentAnswer(Moment said, String page) {}

    @Operation(summary = "Finds calls")
    @GetMapping("/api/search")
    SearchAnswer search(
            @Parameter(description = "The query, in the language of the search box; empty finds every call")
                    @RequestParam(defaultValue = "")
                    String q,
            @Parameter(
                            description =
                                    "relevance, newest, oldest, longest or shortest; relevance unless told, newest for an empty query")
                    @RequestParam(defaultValue = "")
                    String sort,
            @Parameter(description = "Hits to pass over, 0 to 10000") @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "Hits at most, 1 to 200") @RequestParam(defaultValue = "10") int limit) {
        refuseOutside("offset", offset, 0, SearchRequest.DEEPEST);
        refuseOutside("limit", limit, 1, SearchRequest.LARGEST_PAGE);
        SearchState state = SearchState.of(q, sort, 1);
        SearchRequest request = new SearchRequest(state.query(), offset, limit, state.orderOrDefault());
        return SearchAnswer.of(state, request, search.search(request));
    }

    private static void refuseOutside(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    name + "=" + value + " is out of range",
                    "Give a number from " + least + " to " + most + ".");
        }
    }
}
