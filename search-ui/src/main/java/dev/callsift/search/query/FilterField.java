package dev.callsift.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a query can ask of a call besides its words. */
public enum FilterField {
    REASON("reason", Kind.VALUE),
    MODIFY("modify", Kind.VALUE),
    OUTCOME("outcome", Kind.VALUE),
    TOPIC("topic", Kind.VALUE),
    AGENT_NAME("agent-name", Kind.NAME),
    QUEUE("queue", Kind.NAME),
    PRODUCT("product", Kind.NAME),
    COURIER("courier", Kind.NAME),
    ORDER("order", Kind.ORDER),
    DIRECTION("direction", Kind.DIRECTION),
    WEEK("week", Kind.WEEK),
    DATE("date", Kind.DATE),
    DURATION("duration", Kind.DURATION),
    NUMBER("number", Kind.NUMBER);

    /** How the field's values are written. */
    enum Kind {
        /** A code, written in small letters. */
        VALUE,
        /** A name; small and capital letters are the same. */
        NAME,
        DIRECTION,
        /** The number of an order; only its letters and digits count. */
        ORDER,
        WEEK,
        DATE,
        DURATION,
        NUMBER
    }

    private final String key;
    private final Kind kind;

    FilterField(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** As typed before the colon. */
    public String key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** Whether its values are names, found whether they are written in small or capital letters. */
    public boolean isName() {
        return kind == Kind.NAME;
    }

    public static Optional<FilterField> of(String typed) {
        String key = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
