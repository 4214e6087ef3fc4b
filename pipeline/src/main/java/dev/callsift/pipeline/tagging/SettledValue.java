package dev.callsift.pipeline.tagging;

import dev.callsift.models.change.ChangeModel;
import dev.callsift.models.change.ChangeModel.Roles;
import dev.callsift.models.change.NamedValue;
import dev.callsift.models.change.SpokenTurn;
import dev.callsift.models.entity.EntityType;
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

    private static final List<String> LATER_PARTS =
            List.of(EntityType.TIME_WINDOW.label(), EntityType.POSTAL_CODE.label());

    /** The same value, said another time, is as good a place to read it from when it is that likely beside the likeliest. */
    private static final double AS_GOOD = 0.3;

    private final List<NamedValue> values;
    private final List<Roles> roles;

    SettledValue(String code, List<SpokenTurn> turns, List<NamedValue> values) {
        this.values = values;
        this.roles = ChangeModel.english().roles(code, turns, values);
    }

    /**
     * What it is to be; a day and a time, or a place and its postal code, that are said apart are two parts of it, in this order. Empty where
     * it is not said.
     */
    List<NamedValue> to() {
        return best(value -> true, LEAST).stream()
                .flatMap(
                        value -> Stream.concat(Stream.of(value), best(value::isCompletedBy, AS_LIKELY_AS_NOT).stream()))
                .sorted(Comparator.comparingInt(value -> LATER_PARTS.indexOf(value.kind())))
                .toList();
    }

    /** The likeliest, as it is said most fully, and last of those. */
    private Optional<NamedValue> best(Predicate<NamedValue> sought, double least) {
        return IntStream.range(0, values.size())
                .boxed()
                .filter(i -> sought.test(values.get(i)) && roles.get(i).to() >= least)
                .max(Comparator.comparingDouble(i -> roles.get(i).to()))
                .flatMap(best -> same(best)
                        .filter(sought)
                        .max(Comparator.<NamedValue>comparingInt(
                                        value -> value.value().split(" ", -1).length)
                                .thenComparingInt(NamedValue::turn)));
    }

    private Stream<NamedValue> same(int best) {
        return IntStream.range(0, values.size())
                .filter(i -> values.get(i).meansSameAs(values.get(best)))
                .filter(i -> roles.get(i).to() >= AS_GOOD * roles.get(best).to())
                .mapToObj(values::get);
    }

    /** Whether the parts together say what the value does, or the only one says less. */
    private static boolean isSaidBy(List<NamedValue> parts, NamedValue value) {
        Set<String> words = parts.stream()
                .flatMap(part -> Stream.of(part.value().split(" ", -1)))
                .collect(Collectors.toSet());
        return words.containsAll(List.of(value.value().split(" ", -1)))
                || (parts.size() == 1 && parts.getFirst().meansSameAs(value));
    }

    /** What it is now. */
    Optional<NamedValue> from(List<NamedValue> to) {
        return IntStream.range(0, values.size())
                .boxed()
                .filter(i -> roles.get(i).from() >= LIKELY)
                .filter(i -> !isSaidBy(to, values.get(i)))
                .max(Comparator.comparingDouble(i -> roles.get(i).from()))
                .map(values::get);
    }
}
