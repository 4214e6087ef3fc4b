package dev.callsift.pipeline.orders;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Phone numbers in one form, E.164, however they were written.
 *
 * @param region two letters (ISO 3166-1): whose numbers are written without a country code
 */
public record Phones(String region) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** @throws IllegalArgumentException when it is no region that has phone numbers */
    public Phones {
        if (!isRegion(region)) {
            throw new IllegalArgumentException(
                    "'" + region + "' is no region; it must be two capital letters, such as IN or GB");
        }
    }

    static boolean isRegion(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }

    /** The country that a number is of, two letters; empty for what cannot be a number, and for numbers of no country. */
    Optional<String> country(String written) {
        return parsed(written)
                .map(number -> NUMBERS.getRegionCodeForNumber(number))
                .filter(Phones::isRegion);
    }

    /** Empty for what cannot be a number, such as an extension. */
    public Optional<String> normalized(String written) {
        return parsed(written).map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** Telephone systems leave out the plus: what is no number of here may be one of another country. */
    private Optional<PhoneNumber> parsed(String written) {
        return parsed(written, NUMBERS::isValidNumber)
                .or(() -> written.matches("[0-9]{8,15}")
                        ? parsed("+" + written, NUMBERS::isValidNumber)
                        : Optional.empty())
                .or(() -> parsed(written, NUMBERS::isPossibleNumber));
    }

    private Optional<PhoneNumber> parsed(String written, Predicate<PhoneNumber> right) {
        try {
            return Optional.of(NUMBERS.parse(written, region)).filter(right);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
