package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallEncoderTest {

    private static final List<String> NOTHING = List.of();
    private static final String REQUESTED = "cancel.requested";
    private static CallEncoder encoder;

    @BeforeAll
    static void load() {
        encoder = CallEncoder.english().orElseThrow();
    }

    @Test
    void aWishIsReadInWordsThatNameNone() {
        double wish = customer("just send me the money back i do not want it any more", NOTHING);
        double thanks = customer("thank you so much have a lovely day", NOTHING);

        assertThat(wish).isGreaterThan(0.5);
        assertThat(thanks).isLessThan(0.1);
    }

    @Test
    void aShortAnswerMeansWhatItAnswers() {
        double cancels = customer("yes please", words("shall i cancel the order for you then"));
        double sends = customer("yes please", words("shall i send you the invoice again"));

        assertThat(cancels).isGreaterThan(sends + 0.3);
    }

    @Test
    void whoSpeaksMakesADifference() {
        TurnReading reading = encoder.read(words("right that is all cancelled for you now"), NOTHING);

        assertThat(likelihood(reading, RuleSpeaker.AGENT, "cancel.confirmed"))
                .isGreaterThan(likelihood(reading, RuleSpeaker.CUSTOMER, "cancel.confirmed") + 0.3);
        assertThat(reading.likelihoods(RuleSpeaker.ANY)).isEmpty();
    }

    @Test
    void namesAreFoundWhereTheyStand() {
        TurnReading reading = encoder.read(words("can you make it the navy blue one in extra large"), NOTHING);

        assertThat(reading.names()).containsExactly(new Name("colour", 5, 7), new Name("size", 9, 11));
    }

    @Test
    void aLongTurnIsReadInParts() {
        List<String> endless = new ArrayList<>(Collections.nCopies(230, "well"));
        endless.addAll(words("please change the colour to navy blue"));

        TurnReading reading = encoder.read(endless, NOTHING);

        assertThat(reading.names()).contains(new Name("colour", 235, 237));
        TurnReading withoutTheEnd = encoder.read(endless.subList(0, 230), NOTHING);
        assertThat(likelihood(reading, RuleSpeaker.CUSTOMER, "modify.colour"))
                .isGreaterThan(likelihood(withoutTheEnd, RuleSpeaker.CUSTOMER, "modify.colour") + 0.05);
    }

    @Test
    void aCallIsReadFromItsTurns() {
        List<TurnReading> turns = List.of(
                reading("good morning how can i help", NOTHING),
                reading("i ordered a kettle on sunday please cancel it i found it cheaper elsewhere", NOTHING),
                reading("that is cancelled for you now", NOTHING),
                reading("thank you", NOTHING));

        Map<String, Double> likelihoods = encoder.readCall(
                turns, List.of(RuleSpeaker.AGENT, RuleSpeaker.CUSTOMER, RuleSpeaker.AGENT, RuleSpeaker.CUSTOMER));

        assertThat(likelihoods.get(REQUESTED)).isGreaterThan(0.8);
        assertThat(likelihoods.get("cancel.confirmed")).isGreaterThan(0.8);
        assertThat(likelihoods.get("reason.price")).isGreaterThan(0.5);
        assertThat(likelihoods.get("modify.size")).isLessThan(0.1);
    }

    @Test
    void aCallOfAnyLengthIsRead() {
        TurnReading asks = reading("please cancel the order i want it stopped", NOTHING);
        TurnReading waits = reading("let me have a look at that", NOTHING);
        List<TurnReading> turns =
                IntStream.range(0, 200).mapToObj(i -> i == 150 ? asks : waits).toList();
        List<RuleSpeaker> speakers = IntStream.range(0, 200)
                .mapToObj(i -> i % 2 == 0 ? RuleSpeaker.CUSTOMER : RuleSpeaker.AGENT)
                .toList();

        assertThat(encoder.readCall(turns, speakers).get(REQUESTED)).isGreaterThan(0.5);
    }

    @Test
    void textOfManyPiecesIsRead() {
        List<String> many = Collections.nCopies(120, "donaudampfschifffahrtsgesellschaft");

        assertThat(encoder.read(many, many).likelihoods(RuleSpeaker.CUSTOMER)).hasSizeGreaterThan(20);
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
        List<Double> alone = texts.stream().map(text -> customer(text, NOTHING)).toList();
        List<Double> together =
                texts.parallelStream().map(text -> customer(text, NOTHING)).toList();

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
        assertThat(shipped).hasSize(4).allSatisfy(line -> assertThat(hash(line.substring(66)))
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

    private static TurnReading reading(String text, List<String> before) {
        return encoder.read(words(text), before);
    }

    private static double customer(String text, List<String> before) {
        return likelihood(reading(text, before), RuleSpeaker.CUSTOMER, REQUESTED);
    }

    private static double likelihood(TurnReading reading, RuleSpeaker speaker, String code) {
        return reading.likelihoods(speaker).getOrDefault(code, -1.0);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
