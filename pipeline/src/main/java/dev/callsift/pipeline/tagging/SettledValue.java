package dev.callsift.pipeline.tagging;

import dev.callsift.models.change.ChangeModel.Roles;
import dev.callsift.models.change.NamedValue;
import dev.callsift.models.entity.EntityType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of the values that a call names for one change is settled on, and which one was there before. */
final class SettledValue {

    /** Less likely ones are named for something else. */
    private static final double LEAST = 0.1;

    /** What was there before is a hint only, so it is given where it is likely. */
    private static final double LIKELY = 0.5;

    /** A part that is said apart is taken where it is more likely than not. */
    private static final double AS_LIKELY_AS_NOT = 0.5;

    /** As every way to pay that is none at the door is called. */
    private static final String PREPAID = "prepaid";

    private static final String AT_THE_DOOR = "on delivery";

    private static final List<EntityType> LATER_PARTS = List.of(EntityType.TIME_WINDOW, EntityType.POSTAL_CODE);

    /** The same value, said another time, is as good a place to read it from when it is that likely beside the likeliest. */
    private static final double AS_GOOD = 0.3;

    /** Of values that are so alike in likelihood the one said last was settled on. */
    private static final double NO_LESS_LIKELY = 0.95;

    private final List<NamedValue> values;
    private final List<Roles> roles;

    /** @param roles of the values, in their order */
    SettledValue(List<NamedValue> values, List<Roles> roles) {
        this.values = values;
        this.roles = roles;
    }

    /**
     * What it is to be; a day and a time, a place and its postal code, or the parts of a place, that are said apart are parts of it, in this order.
     * Empty where it is not said.
     */
    List<NamedValue> to() {
        return best(value -> true, LEAST)
                .map(this::toldMoreClosely)
                .map(this::withParts)
                .orElse(List.of());
    }

    /**
     * A place that is named by a word ("work") is often named more fully as well ("my office in mill lane"), and of what is paid before it comes
     * how it is paid.
     */
    private NamedValue toldMoreClosely(NamedValue value) {
        return switch (value.kind()) {
            case ADDRESS ->
                value.words().size() > 1
                        ? fromItsBeginning(value)
                        : fullestPlace().orElse(value);
            case PAYMENT_METHOD -> value.value().equals(PREPAID) ? wayToPrepay().orElse(value) : value;
            default -> value;
        };
    }

    /** The part that it goes on from. */
    private NamedValue fromItsBeginning(NamedValue value) {
        return likely().filter(other -> other.isContinuedBy(value) && other.isTakenUpBy(value))
                .findFirst()
                .orElse(value);
    }

    private Optional<NamedValue> fullestPlace() {
        return likely().filter(other -> other.kind() == EntityType.ADDRESS)
                .max(Comparator.<NamedValue>comparingInt(other -> other.words().size())
                        .thenComparingInt(NamedValue::turn));
    }

    private Optional<NamedValue> wayToPrepay() {
        return best(other -> !other.value().equals(PREPAID) && !other.value().endsWith(AT_THE_DOOR), AS_LIKELY_AS_NOT);
    }

    private Stream<NamedValue> likely() {
        return IntStream.range(0, values.size())
                .filter(i -> roles.get(i).to() >= AS_LIKELY_AS_NOT)
                .mapToObj(values::get);
    }

    private List<NamedValue> withParts(NamedValue value) {
        List<NamedValue> parts = new ArrayList<>(List.of(value));
        best(value::isCompletedBy, AS_LIKELY_AS_NOT).ifPresent(parts::add);
        likely().filter(next -> value.isContinuedBy(next) && isNew(next, parts)).forEach(next -> {
            parts.removeIf(next::saysAllOf);
            parts.add(next);
        });
        parts.sort(Comparator.comparingInt(part -> LATER_PARTS.indexOf(part.kind())));
        return parts;
    }

    /** Most of it has not been said by the parts, or it goes on from the end of the last one. */
    private static boolean isNew(NamedValue value, List<NamedValue> parts) {
        Set<String> said = words(parts);
        return parts.getLast().isTakenUpBy(value)
                || 2 * value.words().stream().filter(said::contains).count()
                        < value.words().size();
    }

    /** The likeliest, as it is said most fully, and last of those. */
    private Optional<NamedValue> best(Predicate<NamedValue> sought, double least) {
        return likeliest(sought, least).flatMap(best -> same(best)
                .filter(sought)
                .max(Comparator.<NamedValue>comparingInt(value -> value.words().size())
                        .thenComparingInt(NamedValue::turn)));
    }

    /** Of several that are as likely the one that is said most often, of those the last; of what is said in parts the last, but no mere piece. */
    private Optional<Integer> likeliest(Predicate<NamedValue> sought, double least) {
        List<Integer> found = IntStream.range(0, values.size())
                .filter(i -> sought.test(values.get(i)) && roles.get(i).to() >= least)
                .boxed()
                .toList();
        double most = found.stream().mapToDouble(i -> roles.get(i).to()).max().orElse(0);
        List<Integer> likeliest = found.stream()
                .filter(i -> roles.get(i).to() >= NO_LESS_LIKELY * most)
                .toList();
        int longest = likeliest.stream().mapToInt(this::length).max().orElse(0);
        return likeliest.stream()
                .filter(i -> !values.get(i).isSaidInParts() || 2 * length(i) >= longest)
                .max(Comparator.<Integer>comparingLong(i -> timesSaid(i, likeliest))
                        .thenComparing(i -> i));
    }

    private long timesSaid(int value, List<Integer> among) {
        return among.stream()
                .filter(i -> values.get(i).value().equals(values.get(value).value()))
                .filter(i -> !values.get(i).isSaidInParts())
                .count();
    }

    private int length(int i) {
        return values.get(i).value().length();
    }

    private Stream<NamedValue> same(int best) {
        return IntStream.range(0, values.size())
                .filter(i -> values.get(i).meansSameAs(values.get(best)))
                .filter(i -> i == best || roles.get(i).to() >= roles.get(i).from())
                .filter(i -> roles.get(i).to()
                        >= (isOtherSize(i, best) ? NO_LESS_LIKELY : AS_GOOD)
                                * roles.get(best).to())
                .mapToObj(values::get);
    }

    /** Whether it is a size with a number that the other has not: "31 32", between which somebody wavers, and "32". */
    private boolean isOtherSize(int i, int other) {
        NamedValue value = values.get(i);
        return value.kind() == EntityType.SIZE
                && value.words().stream()
                        .anyMatch(word -> Character.isDigit(word.charAt(0))
                                && !values.get(other).words().contains(word));
    }

    /**
     * Whether the parts are the value, or say all that it does, or the only one says less; but "blue" may be what was there before "navy blue".
     */
    private boolean isSaidBy(List<NamedValue> parts, int i) {
        NamedValue value = values.get(i);
        boolean equal = parts.stream().anyMatch(part -> part.value().equals(value.value()));
        boolean said = words(parts).containsAll(value.words())
                || (parts.size() == 1 && parts.getFirst().meansSameAs(value));
        return equal
                || (said
                        && (parts.size() > 1
                                || roles.get(i).to() >= roles.get(i).from()));
    }

    private static Set<String> words(List<NamedValue> parts) {
        return parts.stream().flatMap(part -> part.words().stream()).collect(Collectors.toSet());
    }

    /** What it is now. */
    Optional<NamedValue> from(List<NamedValue> to) {
        return IntStream.range(0, values.size())
                .boxed()
                .filter(i -> roles.get(i).from() >= LIKELY)
                .filter(i -> !isSaidBy(to, i))
                .max(Comparator.comparingDouble(i -> roles.get(i).from()))
                .map(values::get);
    }
}
