package dev.callsift.models.entity;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words can name. */
public enum EntityType {
    ORDER_NUMBER,
    SIZE,
    COLOUR,
    QUANTITY,
    PRODUCT,
    ADDRESS,
    POSTAL_CODE,
    PHONE,
    EMAIL,
    DATE,
    TIME_WINDOW,
    AMOUNT,
    PAYMENT_METHOD,
    COURIER,
    PERSON;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As written in training text, models and stored tags, for example {@code order-number}. */
    public String label() {
        return label;
    }

    /** Those of all types. */
    public static Set<String> labels() {
        return Stream.of(values()).map(EntityType::label).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException when no type has this label */
    static EntityType labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
