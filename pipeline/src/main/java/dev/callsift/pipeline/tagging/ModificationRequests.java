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
import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what changes to what out of a call whose modifications are known: values are named in the words that ask for the
 * change, or soon after; the last correction wins.
 */
final class ModificationRequests {

    /** For each modification what its values are, the most telling kind first. */
    private static final Map<String, List<EntityType>> VALUES = Map.of(
            "modify.size", List.of(SIZE),
            "modify.colour", List.of(COLOUR),
            "modify.quantity", List.of(QUANTITY),
            "modify.item", List.of(PRODUCT),
            "modify.address", List.of(ADDRESS, POSTAL_CODE),
            "modify.contact", List.of(PHONE, EMAIL, PERSON),
            "modify.schedule", List.of(DATE, TIME_WINDOW),
            "modify.payment-method", List.of(PAYMENT_METHOD));

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
        List<EntityType> types = VALUES.getOrDefault(tag.code(), List.of());
        Hit first = hits.stream().min(Comparator.comparingLong(Hit::startMs)).orElseThrow();
        List<Mention> named = types.stream()
                .map(type -> named(first, type))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        Mention to = last(named.stream().filter(mention -> !mention.isOld()).toList());
        Mention from = last(named.stream().filter(Mention::isOld).toList());
        return new ModificationRequest(
                tag.code(),
                from == null ? null : from.value(),
                to == null ? null : to.value(),
                orderNumber(first.startMs()),
                first.passage().text(),
                AgentAnswer.of(answers.stream()
                        .filter(answer -> answer.startMs() > first.startMs())
                        .toList()),
                tag.confidence(),
                evidence(tag, Stream.of(from, to)));
    }

    /** What the customer names with the request or soon after; what the agent reads back, where the customer names nothing. */
    private List<Mention> named(Hit request, EntityType type) {
        List<Mention> near = mentions.stream()
                .filter(mention -> mention.entity().type() == type && isNear(mention, request))
                .toList();
        List<Mention> customers = near.stream()
                .filter(mention -> mention.speaker() != Speaker.AGENT)
                .toList();
        return customers.isEmpty() ? near : customers;
    }

    private static boolean isNear(Mention mention, Hit request) {
        return mention.passage().equals(request.passage())
                || (mention.startMs() > request.startMs() && mention.startMs() < request.startMs() + LATEST_MS);
    }

    /** The last correction, else the first that is named after all others that stand together with the request. */
    private static @Nullable Mention last(List<Mention> named) {
        Mention found = null;
        for (Mention mention : named) {
            boolean together = found != null && mention.passage().equals(found.passage());
            if (found == null || together || mention.isCorrection()) {
                found = mention;
            }
        }
        return found;
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

    private static List<Evidence> evidence(Tag tag, Stream<@Nullable Mention> values) {
        List<Evidence> evidence = new ArrayList<>(tag.evidence());
        values.forEach(value -> {
            if (value != null) {
                evidence.addAll(value.evidence());
            }
        });
        evidence.sort(IN_TIME);
        return evidence;
    }
}
