package dev.callsift.models.change;

import static dev.callsift.models.entity.EntityType.ADDRESS;
import static dev.callsift.models.entity.EntityType.COLOUR;
import static dev.callsift.models.entity.EntityType.DATE;
import static dev.callsift.models.entity.EntityType.EMAIL;
import static dev.callsift.models.entity.EntityType.PAYMENT_METHOD;
import static dev.callsift.models.entity.EntityType.PERSON;
import static dev.callsift.models.entity.EntityType.PHONE;
import static dev.callsift.models.entity.EntityType.POSTAL_CODE;
import static dev.callsift.models.entity.EntityType.PRODUCT;
import static dev.callsift.models.entity.EntityType.QUANTITY;
import static dev.callsift.models.entity.EntityType.SIZE;
import static dev.callsift.models.entity.EntityType.TIME_WINDOW;

import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which of the things that a call names can be values of a change. */
public final class NamedValues {

    private static final Map<String, Set<EntityType>> KINDS = Map.of(
            "modify.size", Set.of(SIZE),
            "modify.colour", Set.of(COLOUR),
            "modify.quantity", Set.of(QUANTITY),
            "modify.item", Set.of(PRODUCT),
            "modify.address", Set.of(ADDRESS, POSTAL_CODE),
            "modify.contact", Set.of(PHONE, EMAIL, PERSON),
            "modify.schedule", Set.of(DATE, TIME_WINDOW),
            "modify.payment-method", Set.of(PAYMENT_METHOD));

    /** What makes up one value: a day and a time of day. */
    private static final Set<EntityType> WHEN = Set.of(DATE, TIME_WINDOW);

    private static final Set<String> BETWEEN_TIMES =
            Set.of("in", "the", "at", "by", "between", "on", "um", "uh", "from", "after", "before");

    /** What makes up one value: a place and then its postal code. */
    private static final List<EntityType> WHERE = List.of(ADDRESS, POSTAL_CODE);

    private static final Set<String> BEFORE_CODE =
            Set.of("in", "at", "um", "uh", "post", "postal", "pin", "zip", "code", "postcode");

    private static final int FEW = 3;

    private NamedValues() {}

    /** Whether something can be changed by a code, so that its value is sought. */
    public static boolean isChange(String code) {
        return KINDS.containsKey(code);
    }

    /**
     * The values for a change, in the order in which they are named.
     *
     * @param turns the words of each turn
     * @param named what each turn names, in the order of its words
     */
    public static List<NamedValue> of(String code, List<List<String>> turns, List<List<Entity>> named) {
        Set<EntityType> kinds = KINDS.getOrDefault(code, Set.of());
        List<NamedValue> values = new ArrayList<>();
        for (int turn = 0; turn < named.size(); turn++) {
            Entity last = null;
            for (Entity each : named.get(turn)) {
                if (!kinds.contains(each.type())) {
                    continue;
                }
                NamedValue value = new NamedValue(
                        List.of(each.type()),
                        turn,
                        each.from(),
                        each.to(),
                        each.value().orElse(each.words()));
                boolean part = last != null && adds(value, values.getLast()) && continues(last, each, turns.get(turn));
                values.add(part ? joined(values.removeLast(), value) : value);
                last = each;
            }
        }
        return values;
    }

    /** Another kind of what the value has, or the same again; not a second day beside the first. */
    private static boolean adds(NamedValue part, NamedValue whole) {
        return !whole.kinds().contains(part.kind()) || whole.value().equals(part.value());
    }

    private static boolean continues(Entity last, Entity next, List<String> words) {
        List<String> between = words.subList(last.to(), next.from());
        boolean when = WHEN.contains(last.type())
                && WHEN.contains(next.type())
                && BETWEEN_TIMES.containsAll(between)
                && (next.type() == TIME_WINDOW || !between.contains("from"));
        boolean where = WHERE.equals(List.of(last.type(), next.type())) && BEFORE_CODE.containsAll(between);
        return between.size() < FEW && (when || where);
    }

    /** Whether values of these kinds may be parts of one, said apart. */
    static boolean areParts(EntityType one, EntityType other) {
        return Stream.of(WHEN, WHERE).anyMatch(parts -> parts.contains(one) && parts.contains(other));
    }

    /** The day stands before the time, however they are said. */
    private static NamedValue joined(NamedValue last, NamedValue next) {
        boolean turned = last.kind() == TIME_WINDOW && next.kind() == DATE;
        NamedValue first = turned ? next : last;
        NamedValue second = turned ? last : next;
        String value = first.value().equals(second.value()) ? first.value() : first.value() + " " + second.value();
        List<EntityType> kinds = Stream.concat(first.kinds().stream(), second.kinds().stream())
                .distinct()
                .toList();
        return new NamedValue(kinds, last.turn(), last.from(), next.to(), value);
    }
}
