package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.meaning.TurnReading.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallEncoderTest {

    private static final String REQUESTED = "cancel.requested";
    private static CallEncoder encoder;

    @BeforeAll
    static void load() {
        encoder = CallEncoder.english().orElseThrow();
    }

    @Test
    void aWishIsReadInWordsThatNameNone() {
        double wish = customer("please do not send it out i do not want it any more");
        double thanks = customer("thank you so much have a lovely day");

        assertThat(wish).isGreaterThan(0.5);
        assertThat(thanks).isLessThan(0.1);
    }

    @Test
    void aShortAnswerMeansWhatItAnswers() {
        TurnReading cancels = last(agent("shall i cancel the order for you then"), said("yes please"));
        TurnReading sends = last(agent("shall i send you the invoice again"), said("yes please"));

        assertThat(customer(cancels)).isGreaterThan(customer(sends) + 0.3);
    }

    @Test
    void whatComesLaterTellsWhatWasMeant() {
        TurnReading cancels = encoder.read(
                        List.of(said("yes that one please"), agent("right that order is cancelled for you now")))
                .turns()
                .getFirst();
        TurnReading sends = encoder.read(
                        List.of(said("yes that one please"), agent("right that invoice is in your inbox now")))
                .turns()
                .getFirst();

        assertThat(customer(cancels)).isGreaterThan(customer(sends));
    }

    @Test
    void whoSpeaksMakesADifference() {
        String text = "right that is all cancelled for you now";

        assertThat(likelihood(last(agent(text)), RuleSpeaker.AGENT, "cancel.confirmed"))
                .isGreaterThan(likelihood(last(said(text)), RuleSpeaker.CUSTOMER, "cancel.confirmed") + 0.3);
    }

    @Test
    void ofAnUnknownSpeakerBothAreAsked() {
        TurnReading reading = last(new ReadTurn(RuleSpeaker.ANY, words("please cancel my order")));

        assertThat(customer(reading)).isGreaterThan(0.5);
        assertThatThrownBy(() -> reading.likelihoods(RuleSpeaker.ANY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAreFoundWhereTheyStand() {
        TurnReading reading = last(said("can you make it the navy blue one in extra large"));

        assertThat(reading.names()).containsExactly(new Name("colour", 5, 7), new Name("size", 9, 11));
    }

    @Test
    void whatIsSettledOnIsToldFromWhatWasBefore() {
        TurnReading reading = last(said("please change the size from medium to large"));

        assertThat(reading.settled(7, 8)).isGreaterThan(0.5);
        assertThat(reading.before(7, 8)).isLessThan(0.5);
        assertThat(reading.before(5, 6)).isGreaterThan(0.5);
    }

    @Test
    void aLongTurnIsReadInParts() {
        List<String> endless = new ArrayList<>(Collections.nCopies(230, "well"));
        endless.addAll(words("please change the colour to navy blue"));

        TurnReading reading = last(new ReadTurn(RuleSpeaker.CUSTOMER, endless));

        assertThat(reading.names()).contains(new Name("colour", 235, 237));
        assertThat(colour(reading, 230, 237)).isGreaterThan(colour(reading, 0, 230) + 0.3);
    }

    @Test
    void aCallIsReadFromItsTurns() {
        CallReading reading = encoder.read(List.of(
                agent("good morning how can i help"),
                said("i ordered a kettle on sunday please cancel it i found it cheaper elsewhere"),
                agent("that is cancelled for you now"),
                said("thank you")));

        assertThat(reading.turns()).hasSize(4);
        assertThat(reading.likelihoods().get(REQUESTED)).isGreaterThan(0.8);
        assertThat(reading.likelihoods().get("cancel.confirmed")).isGreaterThan(0.8);
        assertThat(reading.likelihoods().get("reason.price")).isGreaterThan(0.5);
        assertThat(reading.likelihoods().get("modify.size")).isLessThan(0.1);
    }

    @Test
    void aCallOfAnyLengthIsRead() {
        List<ReadTurn> talk = List.of(
                said("hello i am calling about the kettle i ordered on sunday"),
                agent("let me have a look at that for you it may take a moment"),
                said("no problem it is raining here anyway"),
                agent("it has rained the whole week with us"),
                said("my sister says the same and she lives by the sea"),
                agent("that must be lovely in the summer"));
        ReadTurn asks = said("actually could you please cancel the order for me i want it stopped");
        List<ReadTurn> turns = IntStream.range(0, 200)
                .mapToObj(i -> i == 150 ? asks : talk.get(i % talk.size()))
                .toList();

        CallReading reading = encoder.read(turns);

        assertThat(reading.turns()).hasSize(200);
        assertThat(reading.likelihoods().get(REQUESTED)).isGreaterThan(0.5);
        assertThat(customer(reading.turns().get(150))).isGreaterThan(0.5);
        assertThat(customer(reading.turns().get(50))).isLessThan(0.1);
    }

    @Test
    void textOfManyPiecesIsRead() {
        List<String> many = Collections.nCopies(120, "donaudampfschifffahrtsgesellschaft");

        TurnReading reading = last(new ReadTurn(RuleSpeaker.AGENT, many), new ReadTurn(RuleSpeaker.CUSTOMER, many));

        assertThat(reading.likelihoods(RuleSpeaker.CUSTOMER)).hasSizeGreaterThan(20);
    }

    /** Else a code that was added since would never be found: the encoder is to be trained anew. */
    @Test
    void itKnowsAllCodesAndTypes() throws IOException {
        assertThat(EncoderFiles.labels().codes())
                .containsExactlyInAnyOrderElementsOf(Taxonomy.english().codesAndSignals().stream()
                        .map(TaxonomyCode::code)
                        .toList());
        assertThat(EncoderFiles.labels().names()).containsExactlyInAnyOrderElementsOf(EntityType.labels());
    }

    @Test
    void theSameWordsGiveTheSameReadingOnEveryThread() {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "i want " + i + " of them").toList();
        List<Double> alone = texts.stream().map(text -> customer(text)).toList();
        List<Double> together =
                texts.parallelStream().map(text -> customer(text)).toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void itsFilesAreThoseThatWereTrained() throws IOException {
        List<String> sums;
        try (InputStream stream = file("SHA256SUMS")) {
            sums = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> shipped = sums.stream()
                .filter(line -> !line.endsWith("held-out.jsonl.gz"))
                .toList();
        assertThat(shipped).hasSize(3).allSatisfy(line -> assertThat(hash(line.substring(66)))
                .isEqualTo(line.substring(0, 64)));
    }

    private static String hash(String name) throws IOException {
        try (InputStream stream = file(name)) {
            return DigestUtils.sha256Hex(stream);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(
                CallEncoder.class.getResourceAsStream("/callsift/encoder/calls-en/" + name), name);
    }

    private static double colour(TurnReading reading, int from, int to) {
        return reading.likelihoods(RuleSpeaker.CUSTOMER, from, to).getOrDefault("modify.colour", -1.0);
    }

    private static ReadTurn said(String text) {
        return new ReadTurn(RuleSpeaker.CUSTOMER, words(text));
    }

    private static ReadTurn agent(String text) {
        return new ReadTurn(RuleSpeaker.AGENT, words(text));
    }

    private static TurnReading last(ReadTurn... turns) {
        return encoder.read(List.of(turns)).turns().getLast();
    }

    private static double customer(String text) {
        return customer(last(said(text)));
    }

    private static double customer(TurnReading reading) {
        return likelihood(reading, RuleSpeaker.CUSTOMER, REQUESTED);
    }

    private static double likelihood(TurnReading reading, RuleSpeaker speaker, String code) {
        return reading.likelihoods(speaker).getOrDefault(code, -1.0);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
