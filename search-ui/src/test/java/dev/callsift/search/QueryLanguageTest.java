package dev.callsift.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.QueryExamples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each part of the query language finds. In these calls a word lasts 400 ms and the next begins 500 ms after it. */
class QueryLanguageTest {

    @TempDir
    Path folder;

    private static final String WORDS = "customer: i want to cancel my order";

    private SearchIndex index;

    @BeforeEach
    void open() {
        index = new SearchIndex(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsWordsSpelledAlike() {
        index.put("right", "customer: cancel it");
        index.put("form", "customer: cancelled it");
        index.put("other", "customer: counsellors");
        assertThat(index.keys("cancle~")).contains("right").doesNotContain("other");
        assertThat(index.keys("cansel~1")).containsExactly("right");
        assertThat(index.keys("cancel~1")).as("all its forms").containsExactlyInAnyOrder("right", "form");
        assertThat(index.keys("agent:cansel~1")).isEmpty();
        assertThat(index.marked("cansel~1")).containsExactly("cancel");
    }

    @Test
    void findsWordsNearEachOther() {
        index.put("near", "customer: the parcel came a week late");
        index.put("far", "customer: the parcel and its box and its label and all came late");
        index.put("both ways", "customer: late again that parcel");
        index.put("forms", "agent: both parcels were late");
        assertThat(index.keys("near(parcel late, 3)")).containsExactlyInAnyOrder("near", "both ways", "forms");
        assertThat(index.keys("near(parcel late, 2)")).containsExactlyInAnyOrder("both ways", "forms");
        assertThat(index.keys("customer:near(parcel late, 2)")).containsExactly("both ways");
        assertThat(index.keys("near(\"a week\" lat* , 0)")).containsExactly("near");
        assertThat(index.keys("near(box OR week parcel, 3)")).containsExactlyInAnyOrder("near", "far");
        assertThat(index.marked("near(\"the parcel\" week, 3)"))
                .as("not the words between")
                .containsExactly("the", "parcel", "week");
    }

    @Test
    void findsWordsOfBothNearEachOther() {
        index.put("call", "agent: it is late", "customer: cancel it");
        assertThat(index.keys("near(agent:late customer:cancel, 1)")).containsExactly("call");
        assertThat(index.keys("near(agent:cancel customer:late, 9)")).isEmpty();
    }

    @Test
    void findsWhatIsSaidAfterSomethingElse() {
        index.put("after", "agent: it is late", "customer: then cancel it");
        index.put("before", "customer: cancel it", "agent: it is late");
        index.put("other speakers", "customer: it is late", "agent: i cancel it");
        assertThat(index.keys("agent:late then customer:cancel")).containsExactly("after");
        assertThat(index.keys("late then cancel")).containsExactlyInAnyOrder("after", "other speakers");
        assertThat(index.keys("late then (refund OR cancel)")).containsExactlyInAnyOrder("after", "other speakers");
        assertThat(index.keys("customer:(cancel then it)")).containsExactlyInAnyOrder("after", "before");
        assertThat(index.keys("late then late")).isEmpty();
        assertThat(index.marked("agent:late then customer:cancel")).containsExactly("late", "cancel");
    }

    @Test
    void boundsTheTimeBetween() {
        // late ends at 1400 ms; the turn begins 1000 ms later, cancel 500 ms after that
        index.put("soon", "agent: it is late", "customer: then cancel");
        index.put("later", "agent: it is late", "pause: 28500", "customer: then cancel");
        index.put("too late", "agent: it is late", "pause: 28501", "customer: then cancel");
        assertThat(index.keys("agent:late then customer:cancel within 30s"))
                .as("to the millisecond")
                .containsExactlyInAnyOrder("soon", "later");
        assertThat(index.keys("late then cancel within 1500ms")).containsExactly("soon");
        assertThat(index.keys("late then cancel within 1499ms")).isEmpty();
        assertThat(index.keys("it then late then cancel within 31s")).hasSize(3);
        assertThat(index.keys("it then cancel within 1s then late")).isEmpty();
    }

    @Test
    void judgesTheOrderByTimeNotByTurn() {
        // the customer says cancel at 1000 ms, in the middle of the agent's turn, in which late comes at 2500 ms
        index.put("over each other", "agent: one two three four five late", "pause: -2900", "customer: cancel");
        assertThat(index.keys("customer:cancel then agent:late")).containsExactly("over each other");
        assertThat(index.keys("agent:late then customer:cancel")).isEmpty();
        assertThat(index.keys("agent:one then customer:cancel within 600ms")).containsExactly("over each other");
    }

    @Test
    void takesOnlyWholeSequencesForMoments() {
        index.put(
                "call",
                "agent: late",
                "pause: 60000",
                "agent: late",
                "customer: cancel",
                "pause: 60000",
                "customer: cancel");
        CallHit hit =
                index.find("agent:late then customer:cancel within 30s").hits().getFirst();
        assertThat(hit.moments()).extracting(Moment::utterance).containsExactly(1, 2);
        assertThat(hit.momentsInAll()).isEqualTo(2);
    }

    @Test
    void findsWordsByWhereInTheCallTheyAreSaid() {
        // each word begins 500 ms after the one before, all in one turn: cancel at 2 s and 5 s, end of recording at 6.4
        // s
        index.put("call", "customer: a b c d cancel e f g h i order");
        assertThat(index.keys("cancel first:2001ms")).containsExactly("call");
        assertThat(index.keys("cancel first:2s")).as("begins later").isEmpty();
        assertThat(index.keys("order first:5s"))
                .as("its own time, not its turn's")
                .isEmpty();
        assertThat(index.keys("cancel order first:3s")).isEmpty();
        assertThat(index.keys("order (cancel first:3s)")).containsExactly("call");
        assertThat(index.keys("order last:1400ms")).containsExactly("call");
        assertThat(index.keys("order last:1399ms")).isEmpty();
        assertThat(index.keys("-cancel last:2s")).as("not said at the end").containsExactly("call");
        assertThat(index.keys("\"d cancel e\" first:2600ms")).containsExactly("call");
        assertThat(index.keys("\"d cancel e\" first:2500ms")).isEmpty();
        assertThat(index.keys("b then cancel first:3s")).containsExactly("call");
        assertThat(index.keys("near(d cancel, 0) first:1s")).isEmpty();
    }

    @Test
    void marksOnlyTheWordsInThatPart() {
        index.put("call", "customer: cancel", "pause: 90000", "agent: cancel");
        assertThat(index.find("cancel first:60s").hits().getFirst().moments())
                .extracting(Moment::utterance)
                .containsExactly(0);
    }

    @Test
    void keepsApartWhatWasPerhapsMisheardInSequencesToo() {
        index.put("said", "agent: late", "customer: cancel");
        index.put("doubted", "agent: late", "customer: cancel?");
        index.put("sounds alike", "agent: late", "customer: council");
        index.put("mono", "unknown: late cancel");
        String query = "agent:late then customer:cancel within 30s";
        assertThat(index.keys(query)).containsExactly("said");
        assertThat(index.possible(query)).containsExactlyInAnyOrder("doubted", "sounds alike", "mono");
        assertThat(index.possible("near(late cancel, 3)")).containsExactlyInAnyOrder("doubted", "sounds alike");
        assertThat(index.possible("cancle~")).contains("doubted");
        assertThat(index.possible("cancel first:10s")).containsExactlyInAnyOrder("doubted", "sounds alike");
    }

    @Test
    void filtersByWhatIsKnownOfACall() {
        index.put(
                "a",
                SearchIndex.call("2026-11-09T23:30:00+05:30", "Priya Shah", "+91 98200 12345", Direction.INBOUND),
                "cancel.requested cancel.saved reason.price modify.size",
                "customer: hello");
        index.put(
                "b",
                SearchIndex.call("2026-11-15T10:00:00Z", "Tom", "07700 900456", Direction.OUTBOUND),
                "reason.courier-delay topic.callback",
                "customer: hello " + "hello ".repeat(30).strip());
        index.put("c", "customer: hello");
        assertThat(index.keys("reason:price")).containsExactly("a");
        assertThat(index.keys("reason:*")).containsExactlyInAnyOrder("a", "b");
        assertThat(index.keys("reason:cour*")).containsExactly("b");
        assertThat(index.keys("hello -reason:*")).containsExactly("c");
        assertThat(index.keys("modify:size")).containsExactly("a");
        assertThat(index.keys("topic:callback")).containsExactly("b");
        assertThat(index.keys("outcome:saved")).containsExactly("a");
        assertThat(index.keys("outcome:none")).containsExactlyInAnyOrder("b", "c");
        assertThat(index.keys("agent-name:\"priya shah\"")).containsExactly("a");
        assertThat(index.keys("agent-name:PRI*")).containsExactly("a");
        assertThat(index.keys("agent-name:unknown")).containsExactly("c");
        assertThat(index.keys("queue:Orders")).containsExactlyInAnyOrder("a", "b");
        assertThat(index.keys("direction:outbound")).containsExactly("b");
        assertThat(index.keys("week:2026-W46")).containsExactlyInAnyOrder("a", "b");
        assertThat(index.keys("week:2026-W40..2026-W45")).isEmpty();
        assertThat(index.keys("week:unknown")).containsExactly("c");
        assertThat(index.keys("date:2026-11-09"))
                .as("the day where the call was made")
                .containsExactly("a");
        assertThat(index.keys("date:2026-11-10..")).containsExactly("b");
        assertThat(index.keys("date:..2026-11-10")).containsExactly("a");
        assertThat(index.keys("duration:>10s")).containsExactly("b");
        assertThat(index.keys("duration:1s..2s")).containsExactlyInAnyOrder("a", "c");
        assertThat(index.keys("number:12345")).containsExactly("a");
        assertThat(index.keys("number:+919820012345")).containsExactly("a");
        assertThat(index.keys("number:900-456")).containsExactly("b");
        assertThat(index.keys("number:98200")).as("not in the middle").isEmpty();
        assertThat(index.keys("hello reason:price OR topic:callback -direction:outbound"))
                .containsExactly("a");
        assertThat(index.find("reason:price").possibleTotal()).isZero();
    }

    @Test
    void whatWasOrderedIsKnownOfCallsWhoseOrderIs() {
        index.put("kettle", new OrderFacts("CS44119", List.of("Steel Kettle 1.5 l", "Tea cosy"), "Blue Dart"), WORDS);
        index.put("lamp", new OrderFacts("CS70007", List.of("Lamp"), null), WORDS);
        index.put("unknown", OrderFacts.NONE, WORDS);

        assertThat(index.keys("product:\"steel kettle*\"")).containsExactly("kettle");
        assertThat(index.keys("product:\"tea cosy\" courier:\"blue dart\"")).containsExactly("kettle");
        assertThat(index.keys("courier:unknown product:lamp")).containsExactly("lamp");
        assertThat(index.keys("order:cs-44119")).containsExactly("kettle");
        assertThat(index.keys("order:CS*")).containsExactlyInAnyOrder("kettle", "lamp");
        assertThat(index.keys("order:unknown")).containsExactly("unknown");
        assertThat(index.find("cancel").facets())
                .filteredOn(facet -> facet.field() == FilterField.COURIER)
                .singleElement()
                .satisfies(facet -> assertThat(facet.counts())
                        .extracting(Facet.Count::value)
                        .containsExactlyInAnyOrder("Blue Dart", "unknown"));
    }

    @Test
    void aFacetThatDividesNothingIsLeftOut() {
        index.put("one", OrderFacts.NONE, WORDS);

        assertThat(index.find("cancel").facets()).extracting(Facet::field).doesNotContain(FilterField.PRODUCT);
    }

    @Test
    void countsHowTheCallsFoundDivide() {
        index.put(
                "a",
                SearchIndex.call("2026-11-09T10:00:00Z", "Priya", null, Direction.INBOUND),
                "cancel.requested reason.price reason.mistake",
                "customer: late");
        index.put(
                "b",
                SearchIndex.call("2026-11-02T10:00:00Z", "Priya", null, Direction.INBOUND),
                "reason.price",
                "customer: late");
        index.put("c", "customer: late");
        index.put("other", "customer: early");
        assertThat(counts("late", "reason")).isEqualTo("price 2, mistake 1");
        assertThat(counts("late", "week")).isEqualTo("2026-W46 1, 2026-W45 1, unknown 1");
        assertThat(counts("late", "agent-name")).isEqualTo("Priya 2, unknown 1");
        assertThat(counts("late reason:mistake", "reason")).isEqualTo("mistake 1, price 1");
        assertThat(counts("nobody", "reason")).isEmpty();
        for (Facet facet : index.find("late").facets()) {
            for (Facet.Count count : facet.counts()) {
                assertThat(index.find("late " + count.filter().text()).total())
                        .as(count.filter().text())
                        .isEqualTo(count.calls());
            }
        }
    }

    private String counts(String query, String field) {
        return index.find(query).facets().stream()
                .filter(facet -> facet.field().key().equals(field))
                .flatMap(facet -> facet.counts().stream())
                .map(count -> count.value() + " " + count.calls())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    @Test
    void saysWhatABeginningLeftOut() {
        StringBuilder words = new StringBuilder("customer: caaa caaa");
        for (int i = 0; i < Lexicon.MOST_BEGINNING; i++) {
            words.append(" ca").append((char) ('a' + i / 26)).append((char) ('b' + i % 26));
        }
        index.put("many", words.toString());
        index.put("frequent", "customer: caaa");
        SearchResult result = index.find("the OR ca*");
        assertThat(SearchIndex.keys(result.hits())).contains("frequent");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("ca* stands for 201 words; the 200 most frequent were searched");
            assertThat(problem.start()).isEqualTo(7);
            assertThat(problem.end()).isEqualTo(10);
        });
        assertThat(index.find("caa*").problems()).isEmpty();
    }

    @Test
    void saysThatTheTimeLimitCutItShort() {
        index.put("a", "customer: hello");
        try (CallSearch hurried = new CallSearch(folder, java.time.Duration.ZERO, java.time.Duration.ZERO)) {
            SearchResult result = hurried.search(SearchRequest.of("hello then hello OR hello"));
            assertThat(result.state()).isEqualTo(SearchResult.State.CUT_SHORT);
        }
        assertThat(index.find("hello").state()).isEqualTo(SearchResult.State.SEARCHED);
    }

    @Test
    void asksWhetherAnotherWordWasMeant() {
        index.put(
                "a",
                SearchIndex.call(null, "Priya", null, Direction.UNKNOWN),
                "reason.price",
                "customer: where is my parcel from the courier");
        assertThat(index.find("parsel").didYouMean()).containsExactly("parcel");
        assertThat(index.find("the parsel from teh couriar").didYouMean())
                .containsExactly("the parcel from the courier");
        assertThat(index.find("parcel reason:prise").didYouMean()).containsExactly("parcel reason:price");
        assertThat(index.find("parcel").didYouMean()).isEmpty();
        assertThat(index.find("parcel -zebra nobody").didYouMean()).isEmpty();
    }

    @Test
    void runsEveryExampleOfTheHelp() {
        index.put("a", "customer: hello");
        for (QueryExamples.Example example : QueryExamples.ALL) {
            assertThat(index.find(example.query()).problems())
                    .as(example.query())
                    .isEmpty();
        }
    }
}
