package dev.callsift.ui.call;

import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.search.CallHit;
import dev.callsift.search.CallSearch;
import dev.callsift.search.SearchRequest;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.CallCaption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls around one: the previous and the next of the list the reader came from, and others of the same customer or order. */
@Component
final class Surroundings {

    /** As many as the search page lists. */
    private static final int PAGE_SIZE = 10;

    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_OTHERS = 5;

    private final CallSearch search;
    private final CallOrders orders;

    Surroundings(CallSearch search, CallOrders orders) {
        this.search = search;
        this.orders = orders;
    }

    /**
     * @param previous address of the call before this one in the list; null where there is none, or this one is not in it
     * @param next likewise of the one after it
     * @param others the newest calls of the same number, and of the same order
     * @param othersHref the search that finds all of the number
     * @param order that the call is about; null when it is not known
     */
    record Around(
            @Nullable String previous,
            @Nullable String next,
            List<Other> others,
            @Nullable String othersHref,
            @Nullable OrderView order) {

        Around {
            others = List.copyOf(others);
        }
    }

    /**
     * @param items what was ordered and who brings it; empty when neither is known
     * @param href the search that finds its calls
     */
    record OrderView(String number, String items, String href) {

        static OrderView of(Order order) {
            return new OrderView(
                    order.number().written(),
                    Stream.concat(order.products().stream(), Stream.ofNullable(order.courier()))
                            .collect(Collectors.joining(" · ")),
                    new ListPlace("order:" + order.number().plain(), null, null).list());
        }
    }

    record Other(String href, CallCaption caption) {}

    Around of(Transcript transcript, ListPlace place) {
        int pageStart = (place.pageOrFirst() - 1) * PAGE_SIZE;
        int from = Math.max(0, pageStart - 1);
        List<String> ids = ids(place, from);
        int here = ids.indexOf(transcript.id());
        String number = digits(transcript);
        Optional<Order> order = orders.find(transcript.id());
        return new Around(
                here > 0 ? call(place, ids, here - 1, from) : null,
                here >= 0 && here + 1 < ids.size() ? call(place, ids, here + 1, from) : null,
                others(transcript, number, order),
                number.isEmpty() ? null : new ListPlace("number:" + number, null, null).list(),
                order.map(OrderView::of).orElse(null));
    }

    /** The calls of the page, with one before and one after it. */
    private List<String> ids(ListPlace place, int from) {
        if (from > SearchRequest.DEEPEST) {
            return List.of();
        }
        return search
                .search(new SearchRequest(place.query(), from, PAGE_SIZE + 2, place.order(), false))
                .hits()
                .stream()
                .map(hit -> hit.call().id())
                .toList();
    }

    private static String call(ListPlace place, List<String> ids, int index, int from) {
        return place.withPage((from + index) / PAGE_SIZE + 1).call(ids.get(index));
    }

    private static String digits(Transcript transcript) {
        String number = transcript.call().customerNumber();
        String digits = number == null ? "" : number.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS ? "" : digits;
    }

    private List<Other> others(Transcript transcript, String number, Optional<Order> order) {
        Map<String, CallHit> hits = new LinkedHashMap<>();
        Stream.concat(
                        order.map(known -> "order:" + known.number().plain()).stream(),
                        Stream.of("number:" + number).filter(query -> !number.isEmpty()))
                .map(query -> new SearchRequest(query, 0, MOST_OTHERS + 1, SearchRequest.Order.NEWEST, false))
                .flatMap(request -> search.search(request).hits().stream())
                .filter(hit -> !hit.call().id().equals(transcript.id()))
                .forEach(hit -> hits.putIfAbsent(hit.call().id(), hit));
        return hits.values().stream()
                .limit(MOST_OTHERS)
                .map(Surroundings::other)
                .toList();
    }

    private static Other other(CallHit hit) {
        return new Other(
                Addresses.call(hit.call().id(), ""),
                CallCaption.of(
                        hit.call().call(),
                        new RecordingKey(hit.call().key()).toString(),
                        hit.call().durationMs()));
    }
}
