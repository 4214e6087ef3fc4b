package dev.callsift.pipeline.orders;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

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
        try {
            return Optional.ofNullable(NUMBERS.getRegionCodeForNumber(NUMBERS.parse(written, region)))
                    .filter(Phones::isRegion);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Empty for what cannot be a number, such as an extension. */
    public Optional<String> normalized(String written) {
        try {
            var number = NUMBERS.parse(written, region);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
