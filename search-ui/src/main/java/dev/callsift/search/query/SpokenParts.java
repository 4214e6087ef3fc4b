package dev.callsift.search.query;

import dev.callsift.search.query.QueryNode.All;
import dev.callsift.search.query.QueryNode.Any;
import dev.callsift.search.query.QueryNode.During;
import dev.callsift.search.query.QueryNode.Everything;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Near;
import dev.callsift.search.query.QueryNode.Not;
import dev.callsift.search.query.QueryNode.Nothing;
import dev.callsift.search.query.QueryNode.Phrase;
import dev.callsift.search.query.QueryNode.Prefix;
import dev.callsift.search.query.QueryNode.Said;
import dev.callsift.search.query.QueryNode.Then;
import dev.callsift.search.query.QueryNode.Window;
import dev.callsift.search.query.QueryNode.Word;
import dev.callsift.search.query.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees to it that inside {@code near} and around {@code then} stands only what has a place in a call. */
final class SpokenParts {

    private final Complaints complaints;

    SpokenParts(Complaints complaints) {
        this.complaints = complaints;
    }

    /** What has a place of it; several words in brackets are taken as words near each other. */
    Optional<QueryNode> of(QueryNode node, Token at) {
        return switch (node) {
            case Word word -> Optional.of(word);
            case Phrase phrase -> Optional.of(phrase);
            case Prefix prefix -> Optional.of(prefix);
            case Fuzzy fuzzy -> Optional.of(fuzzy);
            case Near near -> Optional.of(near);
            case Said(var by, var what) -> of(what, at).map(part -> new Said(by, part));
            case During(var windows, var what) -> of(what, at).map(part -> new During(windows, part));
            case Any any -> either(any, at);
            case All all -> together(all, at);
            case Then then -> complaints.add("write one then after the other, without brackets", at);
            case Not not -> complaints.add("a minus cannot stand here; leave calls out with it at the end", at);
            case Filter filter -> complaints.add("this says something of the whole call and cannot stand here", at);
            case Window window -> complaints.add("first: and last: stand beside the words they are about", at);
            case Everything everything -> Optional.empty();
            case Nothing nothing -> Optional.empty();
        };
    }

    private Optional<QueryNode> either(Any any, Token at) {
        List<QueryNode> parts = parts(any.parts(), at);
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Any(parts));
    }

    private Optional<QueryNode> together(All all, Token at) {
        complaints.add(
                "words in brackets have no place of their own; they were taken as near(…, "
                        + QueryParser.NEAR_UNLESS_SAID + ")",
                at);
        return near(parts(all.parts(), at), QueryParser.NEAR_UNLESS_SAID, at, complaints);
    }

    private List<QueryNode> parts(List<QueryNode> parts, Token at) {
        List<QueryNode> spoken = new ArrayList<>();
        parts.forEach(part -> of(part, at).ifPresent(spoken::add));
        return spoken;
    }

    static Optional<QueryNode> near(List<QueryNode> parts, int others, Token at, Complaints complaints) {
        return switch (parts.size()) {
            case 0 -> complaints.add("near takes two or more words, as in near(late parcel, 5)", at);
            case 1 -> {
                complaints.add("near takes two or more words, as in near(late parcel, 5)", at);
                yield Optional.of(parts.getFirst());
            }
            default -> Optional.of(new Near(parts, others));
        };
    }
}
