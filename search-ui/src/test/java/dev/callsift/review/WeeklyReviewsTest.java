package dev.callsift.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.OrderFacts;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.review.ReviewIndex.Call;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews over a real index whose weeks are counted by hand. */
final class WeeklyReviewsTest {

    private static final String MONDAY = "2026-11-09T09:30:00+05:30";
    private static final String SUNDAY = "2026-11-15T23:59:59-08:00";
    private static final String WEEK_BEFORE = "2026-11-08T12:00:00Z";

    private static final String PLAIN = "customer: where is my order please";

    private ReviewIndex index;

    @BeforeEach
    void open(@TempDir Path folder) {
        index = new ReviewIndex(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Call call(String start, String agent, String codes) {
        return Call.of(start, agent, codes, PLAIN);
    }

    private static Call[] times(int times, String start, String codes) {
        return IntStream.range(0, times)
                .mapToObj(i -> call(start, "Priya", codes))
                .toArray(Call[]::new);
    }

    private ReasonFigures reason(String code) {
        return index.review().reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsAWeekByHand() {
        index.put(
                call(MONDAY, "Priya", "cancel.requested cancel.confirmed reason.price"),
                call(MONDAY, "Tom", "cancel.requested cancel.saved reason.price reason.courier-delay"),
                call(SUNDAY, "Tom", "cancel.requested cancel.saved cancel.confirmed reason.price"),
                call(SUNDAY, "Tom", "cancel.requested"),
                call(SUNDAY, "Priya", "topic.order-status modify.size"),
                call(WEEK_BEFORE, "Priya", "cancel.requested reason.mistake"),
                call("2026-11-16T00:00:00Z", "Priya", "cancel.requested reason.price"));
        WeeklyReview review = index.review();
        assertThat(review.state()).isEqualTo(WeeklyReview.State.COUNTED);
        Headline headline = review.headline();
        assertThat(headline.calls()).isEqualTo(5);
        assertThat(headline.cancellations()).isEqualTo(Share.of(4, 5));
        assertThat(headline.cancelled()).isEqualTo(Share.of(2, 4));
        assertThat(headline.saved()).isEqualTo(Share.of(1, 4));
        assertThat(headline.open()).isEqualTo(1);
        assertThat(headline.modifications()).isEqualTo(Share.of(1, 5));
        // six words of 500 ms, the last one 400, and a second of silence: 3.9 s a call
        assertThat(headline.minutes()).isCloseTo(5 * 3.9 / 60, within(0.05));
        assertThat(headline.confidence()).isCloseTo(0.95, within(0.005));
        assertThat(review.reasons())
                .extracting(ReasonFigures::code)
                .containsExactly("reason.price", "reason.courier-delay", "reason.mistake");
        assertThat(reason("reason.price").share()).isEqualTo(Share.of(3, 4));
        assertThat(reason("reason.price").saved()).isEqualTo(Share.of(1, 3));
        assertThat(reason("reason.mistake").share()).isEqualTo(Share.of(0, 4));
        assertThat(reason("reason.mistake").change().before()).isEqualTo(Share.of(1, 1));
    }

    @Test
    void breaksDownByWhatIsKnown() {
        index.put(
                call(MONDAY, "Priya", "cancel.requested cancel.confirmed reason.price"),
                call(MONDAY, "Tom", "cancel.requested cancel.saved reason.price"),
                call(SUNDAY, "Tom", "cancel.requested"),
                call(SUNDAY, "Tom", ""));
        assertThat(reason("reason.price").breakdowns())
                .extracting(Breakdown::dimension)
                .containsExactly(Dimension.AGENT, Dimension.QUEUE, Dimension.HOUR);
        assertThat(reason("reason.price").breakdowns().getFirst().rows())
                .containsExactly(new Breakdown.Row("Tom", Share.of(1, 2)), new Breakdown.Row("Priya", Share.of(1, 1)));
        assertThat(reason("reason.price").breakdowns().getLast().rows())
                .containsExactly(new Breakdown.Row("09", Share.of(2, 2)), new Breakdown.Row("23", Share.of(0, 1)));
        assertThat(index.review().groups().getFirst().rows())
                .containsExactly(
                        new GroupFigures.Row("Tom", Share.of(2, 3), Share.of(0, 2), Share.of(1, 2)),
                        new GroupFigures.Row("Priya", Share.of(1, 1), Share.of(1, 1), Share.of(0, 1)));
    }

    @Test
    void countsACallForEachProductOfItsOrder() {
        Call price = call(MONDAY, "Priya", "cancel.requested reason.price");
        index.put(new OrderFacts("CS1", List.of("Kettle", "Lamp"), "DTDC"), price);
        index.put(new OrderFacts("CS2", List.of("Kettle"), null), price);
        index.put(call(MONDAY, "Priya", "cancel.requested"));

        assertThat(reason("reason.price").breakdowns())
                .filteredOn(breakdown -> breakdown.dimension() == Dimension.PRODUCT)
                .singleElement()
                .satisfies(breakdown -> assertThat(breakdown.rows())
                        .containsExactly(
                                new Breakdown.Row("Kettle", Share.of(2, 2)),
                                new Breakdown.Row("Lamp", Share.of(1, 1)),
                                new Breakdown.Row("unknown", Share.of(0, 1))));
        assertThat(reason("reason.price").breakdowns())
                .extracting(Breakdown::dimension)
                .contains(Dimension.COURIER);
    }

    @Test
    void showsTwelveWeeksAndComparesWithFour() {
        index.put(
                call(MONDAY, "Priya", "cancel.requested reason.price"),
                call("2026-10-12T12:00:00Z", "Priya", "cancel.requested reason.price"),
                call("2026-10-11T12:00:00Z", "Priya", "cancel.requested reason.price"),
                call("2026-08-24T12:00:00Z", "Priya", "cancel.requested reason.price"),
                call("2026-08-23T12:00:00Z", "Priya", "cancel.requested reason.price"));
        List<ReasonFigures.WeekShare> weeks = reason("reason.price").weeks();
        assertThat(weeks).hasSize(12);
        assertThat(weeks.getFirst().week()).hasToString("2026-W35");
        assertThat(weeks.getLast().week()).hasToString("2026-W46");
        assertThat(weeks).filteredOn(week -> week.share().part() == 1).hasSize(4);
        assertThat(reason("reason.price").change().before()).isEqualTo(Share.of(1, 1));
    }

    @Test
    void callsNewsOnlyWhatIsBeyondChance() {
        index.put(times(12, MONDAY, "cancel.requested reason.price"));
        index.put(times(8, MONDAY, "cancel.requested reason.mistake"));
        index.put(times(8, WEEK_BEFORE, "cancel.requested reason.price"));
        index.put(times(32, WEEK_BEFORE, "cancel.requested reason.mistake"));
        index.put(times(1, MONDAY, "cancel.requested reason.payment"));
        // 12 of 21 against 8 of 40, and the other way round: p about 0.003
        assertThat(reason("reason.price").change().news()).isEqualTo(Change.News.UP);
        assertThat(reason("reason.mistake").change().news()).isEqualTo(Change.News.DOWN);
        assertThat(reason("reason.payment").change().news()).isEqualTo(Change.News.STEADY);
    }

    @Test
    void correctsSharesByVerdictsOfWhichTheLatestCounts() {
        index.put(times(10, MONDAY, "cancel.requested reason.price"));
        index.put(times(10, MONDAY, "cancel.requested"));
        IntStream.range(0, 20).forEach(i -> verdict(i, Verdict.Kind.CONFIRMED, 0));
        IntStream.range(0, 4).forEach(i -> verdict(i, Verdict.Kind.REJECTED, 1));
        IntStream.range(100, 104).forEach(i -> verdict(i, Verdict.Kind.ADDED, 0));
        ReasonFigures price = reason("reason.price");
        assertThat(price.reliability()).isEqualTo(new Reliability(16, 4, 4));
        assertThat(price.share().value()).isEqualTo(0.5);
        assertThat(price.corrected().orElseThrow().value()).isCloseTo(0.5 * 0.8 / 0.8, within(1e-9));
    }

    private void verdict(int call, Verdict.Kind kind, int second) {
        index.verdicts.record(new Verdict(
                new RecordingKey("judged-" + call).id(),
                "reason.price",
                kind,
                kind == Verdict.Kind.ADDED ? "too dear" : null,
                kind == Verdict.Kind.ADDED ? Speaker.CUSTOMER : null,
                0,
                0,
                "Noor",
                Instant.parse("2026-11-12T10:00:00Z").plusSeconds(second)));
    }

    @Test
    void countsWhatAgentsSaidToChanges() {
        index.put(
                new Call(MONDAY, "Priya", "modify.size", AgentAnswer.PROMISED, 0.9, PLAIN),
                new Call(MONDAY, "Priya", "modify.size", AgentAnswer.DONE, 0.9, PLAIN),
                new Call(MONDAY, "Priya", "modify.size modify.address", AgentAnswer.REFUSED, 0.9, PLAIN),
                new Call(MONDAY, "Priya", "modify.size", AgentAnswer.NONE, 0.9, PLAIN));
        List<ModificationFigures> modifications = index.review().modifications();
        assertThat(modifications)
                .extracting(ModificationFigures::code)
                .containsExactly("modify.size", "modify.address");
        assertThat(modifications.getFirst().calls()).isEqualTo(4);
        assertThat(modifications.getFirst().answers())
                .containsEntry(AgentAnswer.PROMISED, 1)
                .containsEntry(AgentAnswer.DONE, 1)
                .containsEntry(AgentAnswer.REFUSED, 1)
                .containsEntry(AgentAnswer.NONE, 1);
    }

    @Test
    void quotesAreSureAndOfDifferentAgents() {
        String price = "cancel.requested reason.price";
        index.put(
                new Call(MONDAY, "Priya", price, AgentAnswer.NONE, 0.95, "customer: it is far too expensive for me"),
                new Call(
                        MONDAY, "Priya", price, AgentAnswer.NONE, 0.94, "customer: i found it cheaper elsewhere today"),
                new Call(MONDAY, "Tom", price, AgentAnswer.NONE, 0.8, "customer: the price went up since then"),
                new Call(MONDAY, "Lea", price, AgentAnswer.NONE, 0.79, "customer: it is far too expensive for me"));
        assertThat(reason("reason.price").evidence())
                .extracting(EvidenceQuote::agent)
                .containsExactly("Priya", "Tom", "Priya");
        EvidenceQuote best = reason("reason.price").evidence().getFirst();
        assertThat(best.words()).isEqualTo("it is far too expensive for me");
        assertThat(best.confidence()).isEqualTo(0.95);
    }

    @Test
    void findsWordsAndPhrasesOnTheRise() {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String rising = i % 2 == 0 ? " the postal strike again" : " the postal box and no strike again";
            boolean now = i < 20;
            calls.add(Call.of(
                    now ? MONDAY : WEEK_BEFORE,
                    "Priya",
                    "",
                    "customer: where is my parcel" + (now ? rising : " again")));
        }
        index.put(calls.toArray(Call[]::new));
        List<RisingWord> words = index.reviews.words(ReviewIndex.WEEK);
        assertThat(words).extracting(RisingWord::words).contains("postal", "strike again", "postal strike");
        assertThat(words).extracting(RisingWord::words).doesNotContain("parcel", "where", "the postal", "strike");
        RisingWord strike = words.stream()
                .filter(word -> word.words().equals("strike again"))
                .findFirst()
                .orElseThrow();
        assertThat(strike.now()).isEqualTo(Share.of(20, 20));
        assertThat(strike.before()).isEqualTo(Share.of(0, 40));
        assertThat(strike.query(ReviewIndex.WEEK)).isEqualTo("\"strike again\" week:2026-W46");
        RisingWord phrase = words.stream()
                .filter(word -> word.words().equals("postal strike"))
                .findFirst()
                .orElseThrow();
        assertThat(phrase.now()).isEqualTo(Share.of(10, 20));
    }

    @Test
    void wordsAreCountedAgainWhenTheIndexChanges() {
        for (int i = 0; i < 12; i++) {
            index.put(call(MONDAY, "Priya", ""), Call.of(WEEK_BEFORE, "Priya", "", "customer: hello"));
        }
        assertThat(index.reviews.words(ReviewIndex.WEEK))
                .extracting(RisingWord::words)
                .contains("order please");
        index.put(times(400, WEEK_BEFORE, ""));
        assertThat(index.reviews.words(ReviewIndex.WEEK)).isEmpty();
    }

    @Test
    void saysWithWhatCallsWereMade() {
        index.put(call(MONDAY, "Priya", ""));
        assertThat(index.review().provenance().lines())
                .containsExactly(new Provenance.Line(
                        new Provenance.Made("hand-written", "0".repeat(64), "en-1 none", "m1"), 1, false));
        assertThat(index.review().provenance().mixed()).isFalse();
    }

    @Test
    void coverageIsTheLedgers() {
        index.database
                .ledger(ReviewIndex.CLOCK)
                .discover(
                        List.of(new RecordingObject(
                                new RecordingKey("a.wav"), "etag", 10, Instant.parse("2026-11-12T10:00:00Z"))),
                        1);
        assertThat(index.review().coverage()).isEqualTo(new Coverage(1, 0, 0, 1));
    }

    @Test
    void anEmptyWeekAndNoIndexAreToldApart() {
        assertThat(index.review().state()).isEqualTo(WeeklyReview.State.NO_INDEX);
        assertThat(index.reviews.newest()).isEmpty();
        index.put(call(WEEK_BEFORE, "Priya", ""));
        assertThat(index.review().state()).isEqualTo(WeeklyReview.State.NO_CALLS);
        assertThat(index.reviews.newest()).contains(ReviewIndex.WEEK.plus(-1));
        assertThat(index.reviews.words(ReviewIndex.WEEK)).isEmpty();
    }
}
