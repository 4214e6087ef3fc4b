package dev.callsift.pipeline.tagging;

import static dev.callsift.models.entity.EntityType.ADDRESS;
import static dev.callsift.models.entity.EntityType.COLOUR;
import static dev.callsift.models.entity.EntityType.DATE;
import static dev.callsift.models.entity.EntityType.EMAIL;
import static dev.callsift.models.entity.EntityType.ORDER_NUMBER;
import static dev.callsift.models.entity.EntityType.PAYMENT_METHOD;
import static dev.callsift.models.entity.EntityType.PERSON;
import static dev.callsift.models.entity.EntityType.PHONE;
import static dev.callsift.models.entity.EntityType.POSTAL_CODE;
import static dev.callsift.models.entity.EntityType.PRODUCT;
import static dev.callsift.models.entity.EntityType.QUANTITY;
import static dev.callsift.models.entity.EntityType.SIZE;
import static dev.callsift.models.entity.EntityType.TIME_WINDOW;

import dev.callsift.models.entity.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changes to what out of a call whose modifications are known: values are named in the words that ask for the
 * change, or soon after; the last correction wins.
 */
final class ModificationRequests {

    /** For each modification what its values are, the most telling kind first; kinds of one set make up one value. */
    private static final Map<String, List<Set<EntityType>>> VALUES = Map.of(
            "modify.size", List.of(Set.of(SIZE)),
            "modify.colour", List.of(Set.of(COLOUR)),
            "modify.quantity", List.of(Set.of(QUANTITY)),
            "modify.item", List.of(Set.of(PRODUCT)),
            "modify.address", List.of(Set.of(ADDRESS), Set.of(POSTAL_CODE)),
            "modify.contact", List.of(Set.of(PHONE), Set.of(EMAIL), Set.of(PERSON)),
            "modify.schedule", List.of(Set.of(DATE, TIME_WINDOW)),
            "modify.payment-method", List.of(Set.of(PAYMENT_METHOD)));

    /** Values may come in answers to the agent's questions, but not much later. */
    private static final long LATEST_MS = 60_000;

    private static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::startMs);

    private final List<Mention> mentions;
    private final List<Hit> answers;

    /**
     * @param mentions all that is named in the call, in the order of time
     * @param answers what agents say that may answer a request, in the order of time
     */
    ModificationRequests(List<Mention> mentions, List<Hit> answers) {
        this.mentions = mentions;
        this.answers = answers;
    }

    static boolean isModification(Tag tag) {
        return VALUES.containsKey(tag.code());
    }

    /**
     * The request behind a tag of a modification.
     *
     * @param hits what shows the tag
     */
    ModificationRequest of(Tag tag, List<Hit> hits) {
        List<Hit> asked =
                hits.stream().sorted(Comparator.comparingLong(Hit::startMs)).toList();
        Hit first = asked.getFirst();
        ValueChoice choice = choice(tag, asked);
        Optional<Mention> to = choice.wanted();
        Optional<Mention> from = choice.present(to);
        return new ModificationRequest(
                tag.code(),
                from.map(Mention::value).orElse(null),
                to.map(Mention::value).orElse(null),
                orderNumber(first.startMs()),
                first.passage().text(),
                AgentAnswer.of(answers.stream()
                        .filter(answer -> answer.startMs() > first.startMs())
                        .toList()),
                tag.confidence(),
                evidence(tag, Stream.concat(from.stream(), to.stream())));
    }

    /** Among the values of the most telling kind that is named at all while the change is talked about. */
    private ValueChoice choice(Tag tag, List<Hit> asked) {
        List<Hit> agreed = answers.stream().filter(AgentAnswer::isAgreement).toList();
        List<ValueChoice> choices = VALUES.getOrDefault(tag.code(), List.of()).stream()
                .map(types -> new ValueChoice(named(types, asked), asked, agreed))
                .toList();
        return choices.stream()
                .filter(choice -> choice.wanted().isPresent())
                .findFirst()
                .orElse(choices.getFirst());
    }

    /** Named before, with the request, or not long after the last time that it is asked for. */
    private List<Mention> named(Set<EntityType> types, List<Hit> asked) {
        long latest = asked.getLast().startMs() + LATEST_MS;
        List<Mention> named = new ArrayList<>();
        mentions.stream()
                .filter(mention -> types.contains(mention.entity().type()) && mention.startMs() < latest)
                .forEach(mention -> {
                    boolean part = types.size() > 1 && !named.isEmpty() && mention.continues(named.getLast());
                    named.add(part ? mention.joinedTo(named.removeLast()) : mention);
                });
        return named;
    }

    /** The order number that is said nearest to a time. */
    private @Nullable String orderNumber(long ms) {
        return mentions.stream()
                .filter(mention -> mention.entity().type() == ORDER_NUMBER)
                .filter(mention -> mention.entity().value().isPresent())
                .min(Comparator.comparingLong(mention -> Math.abs(mention.startMs() - ms)))
                .flatMap(mention -> mention.entity().value())
                .orElse(null);
    }

    private static List<Evidence> evidence(Tag tag, Stream<Mention> values) {
        List<Evidence> evidence = new ArrayList<>(tag.evidence());
        values.forEach(value -> evidence.addAll(value.evidence()));
        evidence.sort(IN_TIME);
        return evidence;
    }
}
