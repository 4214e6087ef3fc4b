package dev.callsift.models.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Money with two decimals and, where it was said, the currency's ISO code: {@code 1200.00 INR}, {@code 49.90 GBP}, {@code 500.00}.
 * Two numbers and no currency ("six ninety nine") may be 6.99 or 699, so that they have no value.
 */
final class AmountValue {

    private static final LexiconSection CURRENCIES = Lexicon.english().section("currency");
    private static final LexiconSection SMALL = Lexicon.english().section("small-currency");
    private static final Pattern SHORT = Pattern.compile("([0-9]+)k");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AmountValue() {}

    static Optional<String> of(List<String> words) {
        List<String> said = new ArrayList<>(SpokenWords.corrected(words));
        for (int i = 0; i < said.size(); i++) {
            int length = CURRENCIES.lengthAt(said, i);
            if (length > 0) {
                String currency = CURRENCIES
                        .value(String.join(" ", said.subList(i, i + length)))
                        .orElseThrow();
                return withCurrency(said.subList(0, i), said.subList(i + length, said.size()), currency);
            }
        }
        return small(said).or(() -> withoutCurrency(said));
    }

    /** @param after the hundredths, perhaps with their name: "ninety", "and six cents" */
    private static Optional<String> withCurrency(List<String> before, List<String> after, String currency) {
        if (before.isEmpty()) {
            return number(after).map(whole -> text(whole, BigDecimal.ZERO, " " + currency));
        }
        List<String> cents = withoutAnd(after);
        List<String> bare = !cents.isEmpty() && SMALL.has(cents.getLast()) ? cents.subList(0, cents.size() - 1) : cents;
        Optional<BigDecimal> hundredths = bare.isEmpty() ? Optional.of(BigDecimal.ZERO) : number(bare);
        return number(before).flatMap(whole -> hundredths
                .filter(part -> part.compareTo(HUNDRED) < 0)
                .map(part -> text(whole, part, " " + currency)));
    }

    private static Optional<String> small(List<String> said) {
        Optional<String> currency = said.size() > 1 ? SMALL.value(said.getLast()) : Optional.empty();
        return currency.flatMap(
                code -> number(said.subList(0, said.size() - 1)).map(part -> text(BigDecimal.ZERO, part, " " + code)));
    }

    private static Optional<String> withoutCurrency(List<String> said) {
        boolean ambiguous = SpokenNumber.groups(SpokenNumber.right(said))
                .filter(groups -> groups.size() == 2)
                .isPresent();
        return ambiguous ? Optional.empty() : number(said).map(whole -> text(whole, BigDecimal.ZERO, ""));
    }

    private static List<String> withoutAnd(List<String> words) {
        return !words.isEmpty() && words.getFirst().equals("and") ? words.subList(1, words.size()) : words;
    }

    private static Optional<BigDecimal> number(List<String> words) {
        Matcher thousands = SHORT.matcher(String.join(" ", words));
        if (thousands.matches()) {
            return Optional.of(new BigDecimal(thousands.group(1)).scaleByPowerOfTen(3));
        }
        OptionalLong value = SpokenNumber.value(words);
        return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsLong())) : Optional.empty();
    }

    private static String text(BigDecimal whole, BigDecimal hundredths, String currency) {
        return whole.add(hundredths.movePointLeft(2))
                        .setScale(2, RoundingMode.UNNECESSARY)
                        .toPlainString()
                + currency;
    }
}
