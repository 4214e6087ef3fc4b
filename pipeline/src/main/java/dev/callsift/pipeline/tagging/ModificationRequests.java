package dev.callsift.pipeline.tagging;

import dev.callsift.models.change.ChangeModel;
import dev.callsift.models.change.NamedValue;
import dev.callsift.models.change.NamedValues;
import dev.callsift.models.change.SpokenTurn;
import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.entity.SpokenWords;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what changes to what out of a call whose modifications are known. */
final class ModificationRequests {

    private static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::startMs);

    private final List<Passage> passages;
    private final List<List<Entity>> named;
    private final HeardCall heard;
    private final List<Hit> answers;

    /**
     * @param passages of the call, in the order of time
     * @param named what each passage names
     * @param heard what is heard in the passages
     * @param answers what agents say that may answer a request, in the order of time
     */
    ModificationRequests(List<Passage> passages, List<List<Entity>> named, HeardCall heard, List<Hit> answers) {
        this.passages = passages;
        this.named = named;
        this.heard = heard;
        this.answers = answers;
    }

    static boolean isModification(Tag tag) {
        return NamedValues.isChange(tag.code());
    }

    /**
     * The requests behind tags of modifications, in their order.
     *
     * @param wanted the tags, and what shows each
     */
    List<ModificationRequest> of(Map<Tag, List<Hit>> wanted) {
        List<Hit> firsts =
                wanted.values().stream().map(ModificationRequests::first).toList();
        return wanted.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), firsts))
                .toList();
    }

    private ModificationRequest of(Tag tag, List<Hit> hits, List<Hit> firsts) {
        Hit first = first(hits);
        SettledValue settled = settled(tag.code());
        List<NamedValue> to = settled.to();
        Optional<NamedValue> from = settled.from(to);
        return new ModificationRequest(
                tag.code(),
                value(from.stream().toList()),
                value(to),
                orderNumber(first.startMs()),
                first.passage().text(),
                AgentAnswer.of(answersTo(hits, firsts)),
                tag.confidence(),
                evidence(tag, Stream.concat(from.stream(), to.stream())));
    }

    /** Where the customer asks for it first; where only the agent's words show it, those. */
    private static Hit first(List<Hit> hits) {
        return hits.stream()
                .min(Comparator.<Hit, Boolean>comparing(hit -> hit.passage().speaker() == Speaker.AGENT)
                        .thenComparingLong(Hit::startMs))
                .orElseThrow();
    }

    /** What is said before the next request, and where this one is read back; where that is nothing, whatever is said later. */
    private List<Hit> answersTo(List<Hit> hits, List<Hit> firsts) {
        Hit first = first(hits);
        long next = firsts.stream()
                .filter(other -> !other.passage().equals(first.passage()) && other.startMs() > first.startMs())
                .mapToLong(Hit::startMs)
                .min()
                .orElse(Long.MAX_VALUE);
        Set<Passage> readBack = hits.stream().map(Hit::passage).collect(Collectors.toSet());
        List<Hit> later = answers.stream()
                .filter(answer -> answer.startMs() >= first.startMs())
                .toList();
        List<Hit> own = later.stream()
                .filter(answer -> answer.startMs() < next || readBack.contains(answer.passage()))
                .toList();
        return own.isEmpty() ? later : own;
    }

    private SettledValue settled(String code) {
        List<SpokenTurn> turns = IntStream.range(0, passages.size())
                .mapToObj(i ->
                        new SpokenTurn(passages.get(i).by(), passages.get(i).spoken(), heard.inTurn(i, code)))
                .toList();
        List<NamedValue> values =
                NamedValues.of(code, turns.stream().map(SpokenTurn::words).toList(), named);
        ChangeModel model = ChangeModel.english();
        return new SettledValue(
                values,
                heard.reading()
                        .map(reading -> model.roles(code, turns, values, reading.turns()))
                        .orElseGet(() -> model.roles(code, turns, values)));
    }

    private ModificationRequest.@Nullable Value value(List<NamedValue> parts) {
        return parts.isEmpty()
                ? null
                : new ModificationRequest.Value(inOne(parts, this::words), inOne(parts, NamedValue::value));
    }

    /** A place may be said in parts that take up what was said before ("flat two b", "two b rosewood hall"). */
    private static String inOne(List<NamedValue> parts, Function<NamedValue, String> said) {
        String joined = parts.stream().map(said).collect(Collectors.joining(" "));
        return parts.size() > 1 && parts.getFirst().kind() == EntityType.ADDRESS
                ? String.join(" ", SpokenWords.once(List.of(joined.split(" ", -1))))
                : joined;
    }

    private String words(NamedValue value) {
        List<String> words = passages.get(value.turn()).spoken().subList(value.from(), value.to());
        return String.join(" ", SpokenWords.withoutArticle(words));
    }

    /** The order number that is said nearest to a time. */
    private @Nullable String orderNumber(long ms) {
        record OrderNumber(long startMs, String value) {}
        return IntStream.range(0, passages.size())
                .boxed()
                .flatMap(i -> named.get(i).stream()
                        .filter(entity -> entity.type() == EntityType.ORDER_NUMBER)
                        .flatMap(entity -> entity
                                .value()
                                .map(value -> new OrderNumber(startMs(passages.get(i), entity.from()), value))
                                .stream()))
                .min(Comparator.comparingLong(number -> Math.abs(number.startMs() - ms)))
                .map(OrderNumber::value)
                .orElse(null);
    }

    private static long startMs(Passage passage, int word) {
        return passage.words().get(word).word().startMs();
    }

    private List<Evidence> evidence(Tag tag, Stream<NamedValue> values) {
        Stream<Evidence> ofValues = values.flatMap(value -> passages
                .get(value.turn())
                .evidenceOfWords(
                        value.from(), value.to(), "entity:" + value.kind().label(), new Confidence(1))
                .stream());
        return Stream.concat(tag.evidence().stream(), ofValues).sorted(IN_TIME).toList();
    }
}
