package dev.callsift.models.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What named things mean, in one form for each type; empty where the words do not make it clear. */
final class EntityValue {

    private static final LexiconSection HESITATIONS = Lexicon.english().section("hesitation");
    private static final LexiconSection PAYMENT_METHODS = Lexicon.english().section("payment-method");
    private static final LexiconSection BEFORE_PAYMENT = Lexicon.english().section("before-payment");
    private static final LexiconSection COURIERS = Lexicon.english().section("courier");

    private EntityValue() {}

    /** @param callDate what days are resolved against; without it, they have no value */
    static Optional<String> of(EntityType type, List<String> words, Optional<LocalDate> callDate) {
        return switch (type) {
            case ORDER_NUMBER -> SpokenCode.read(words);
            case SIZE -> SizeValue.of(words);
            case COLOUR -> ColourValue.of(words);
            case QUANTITY -> QuantityValue.of(words);
            case PRODUCT -> asSaid(words);
            case ADDRESS -> asSaid(SpokenWords.once(SpokenWords.without(words, HESITATIONS)));
            case POSTAL_CODE -> SpokenCode.postalCode(words);
            case PHONE -> SpokenCode.phone(words);
            case EMAIL -> EmailValue.of(words);
            case DATE -> callDate.flatMap(day -> DateValue.of(words, day));
            case TIME_WINDOW -> TimeWindowValue.of(words);
            case AMOUNT -> AmountValue.of(words);
            case PAYMENT_METHOD -> listed(PAYMENT_METHODS, withoutLeading(words));
            case COURIER -> listed(COURIERS, words);
            case PERSON -> PersonValue.of(words);
        };
    }

    /** Without what stands before a way to pay ("by card"), unless it is nothing else or a part of it ("pay later"). */
    private static List<String> withoutLeading(List<String> words) {
        boolean listed = PAYMENT_METHODS.has(String.join(" ", words));
        return !listed && words.size() > 1 && BEFORE_PAYMENT.has(words.getFirst())
                ? withoutLeading(words.subList(1, words.size()))
                : words;
    }

    private static Optional<String> asSaid(List<String> words) {
        return Optional.of(String.join(" ", SpokenWords.withoutArticle(words)));
    }

    /** The canonical name, or the words themselves when they are on no list. */
    private static Optional<String> listed(LexiconSection section, List<String> words) {
        String said = String.join(" ", SpokenWords.withoutArticle(SpokenWords.corrected(words)));
        return Optional.of(section.value(said).orElse(said)).filter(value -> !value.isEmpty());
    }
}
