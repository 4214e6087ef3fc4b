package dev.callsift.ui.call;

import dev.callsift.search.Moment;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one call that a search matches, by their place in the transcript. */
record MatchedWords(Set<Place> places) {

    /**
     * @param utterance index into the transcript's utterances
     * @param word index within the utterance
     */
    record Place(int utterance, int word, long startMs) {}

    MatchedWords {
        places = Set.copyOf(places);
    }

    static MatchedWords of(Stream<Moment> moments) {
        return new MatchedWords(moments.flatMap(MatchedWords::places).collect(Collectors.toSet()));
    }

    private static Stream<Place> places(Moment moment) {
        return moment.words().stream()
                .filter(Moment.MomentWord::match)
                .map(word -> new Place(moment.utterance(), word.index(), word.startMs()));
    }

    boolean contains(Place place) {
        return places.contains(place);
    }

    Stream<Long> starts() {
        return places.stream().map(Place::startMs).sorted();
    }
}
