package dev.callsift.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.metadata.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {

    @TempDir
    Path folder;

    private SearchIndex index;

    @BeforeEach
    void fill() {
        index = new SearchIndex(folder);
        index.put(
                "a",
                SearchIndex.call("2026-11-09T10:00:00Z", "Priya Shah", null, Direction.INBOUND),
                "reason.price",
                "customer: parcel parts");
        index.put("b", "customer: parcel");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void completesWordsThoseOfMostCallsFirst() {
        assertThat(inserts("late par")).containsExactly("parcel", "parts");
        Suggestions found = index.search.suggest("late par", 8);
        assertThat(found.start()).isEqualTo(5);
        assertThat(found.end()).isEqualTo(8);
        assertThat(found.suggestions().getFirst().calls()).isEqualTo(2);
    }

    @Test
    void completesWhereTheCursorStands() {
        assertThat(index.search.suggest("par late", 3).suggestions())
                .extracting(Suggestions.Suggestion::insert)
                .contains("parcel");
        assertThat(inserts("late ")).isEmpty();
        assertThat(inserts("p")).as("too short to tell").isEmpty();
        assertThat(index.search.suggest("par", -5).suggestions()).isEmpty();
    }

    @Test
    void knowsNamesOfFiltersAndTheirValues() {
        assertThat(inserts("re")).contains("reason:");
        assertThat(inserts("late agent-name:sha")).containsExactly("agent-name:\"Priya Shah\"");
        assertThat(inserts("agent-name:\"pri")).contains("agent-name:\"Priya Shah\"");
        assertThat(inserts("pri")).contains("reason:price", "agent-name:\"Priya Shah\"");
        assertThat(index.search.suggest("reason:", 7).suggestions())
                .containsExactly(
                        new Suggestions.Suggestion(Suggestions.Kind.FILTER, "reason:price", "reason.price", 1));
    }

    @Test
    void completesWordsOfOneSpeaker() {
        assertThat(inserts("customer:par")).contains("parcel");
    }

    @Test
    void suggestsNothingWithoutAnIndex(@TempDir Path empty) {
        try (SearchIndex none = new SearchIndex(empty)) {
            assertThat(none.search.suggest("par", 3)).isEqualTo(Suggestions.NONE);
        }
    }

    private List<String> inserts(String query) {
        return index.search.suggest(query, query.length()).suggestions().stream()
                .map(Suggestions.Suggestion::insert)
                .toList();
    }
}
