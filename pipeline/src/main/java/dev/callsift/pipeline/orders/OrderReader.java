package dev.callsift.pipeline.orders;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes an order of named texts, all that is wrong with them reported together. Times are ISO 8601 ("2026-11-20T17:00:00+05:30",
 * "2026-11-20 17:00", "2026-11-20"); without an offset they are of the configured zone, a date alone means its beginning, and for
 * what lasts until then (promised, dispatch cut-off) its end.
 */
final class OrderReader {

    private final Phones phones;
    private final ZoneId zone;

    OrderReader(Phones phones, ZoneId zone) {
        this.phones = phones;
        this.zone = zone;
    }

    /** @throws IllegalArgumentException with everything that is wrong */
    Order read(Map<OrderField, String> texts) {
        return new Reading(texts).order();
    }

    private final class Reading {

        private final Map<OrderField, String> texts;
        private final List<String> problems = new ArrayList<>();

        Reading(Map<OrderField, String> texts) {
            this.texts = texts;
        }

        Order order() {
            OrderNumber number = number();
            List<String> known = phones();
            Instant placed = time(OrderField.PLACED, false);
            Instant promised = time(OrderField.PROMISED, true);
            Instant cutoff = time(OrderField.DISPATCH_CUTOFF, true);
            Instant shipped = time(OrderField.SHIPPED, false);
            Instant delivered = time(OrderField.DELIVERED, false);
            Instant cancelled = time(OrderField.CANCELLED, false);
            BigDecimal amount = amount();
            String currency = currency();
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return new Order(
                    Objects.requireNonNull(number),
                    known,
                    text(OrderField.STATUS, 100),
                    placed,
                    promised,
                    cutoff,
                    shipped,
                    delivered,
                    cancelled,
                    text(OrderField.CANCEL_REASON, 1_000),
                    amount,
                    currency,
                    text(OrderField.ITEMS, 4_000),
                    text(OrderField.COURIER, 200),
                    text(OrderField.TRACKING, 1_000),
                    text(OrderField.PAYMENT_METHOD, 100));
        }

        private @Nullable OrderNumber number() {
            String written = given(OrderField.NUMBER);
            try {
                return OrderNumber.of(written == null ? "" : written);
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
                return null;
            }
        }

        private List<String> phones() {
            String written = given(OrderField.PHONES);
            List<String> found = new ArrayList<>();
            for (String one : written == null ? new String[0] : written.split("[,;/|]", -1)) {
                if (!one.isBlank()) {
                    OrderReader.this
                            .phones
                            .normalized(one)
                            .ifPresentOrElse(
                                    found::add, () -> problems.add("'" + one.strip() + "' is no phone number"));
                }
            }
            return found;
        }

        private @Nullable Instant time(OrderField field, boolean until) {
            String written = given(field);
            if (written == null) {
                return null;
            }
            try {
                return instant(written.replace(' ', 'T'), until);
            } catch (DateTimeException e) {
                problems.add(
                        field.label() + ": '" + written
                                + "' is no time; it must be written like 2026-11-20T17:00+05:30, 2026-11-20 17:00 or 2026-11-20");
                return null;
            }
        }

        private Instant instant(String written, boolean until) {
            if (written.length() == "2026-11-20".length()) {
                LocalDate day = LocalDate.parse(written);
                LocalDateTime time = until ? day.atTime(LocalTime.MAX.withNano(0)) : day.atStartOfDay();
                return time.atZone(zone).toInstant();
            }
            return written.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(written.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                            .toInstant()
                    : LocalDateTime.parse(written).atZone(zone).toInstant();
        }

        private @Nullable BigDecimal amount() {
            String written = given(OrderField.AMOUNT);
            try {
                return written == null ? null : new BigDecimal(written.replace(",", ""));
            } catch (NumberFormatException e) {
                problems.add("amount: '" + written + "' is no number; it must be written like 1299.50");
                return null;
            }
        }

        private @Nullable String currency() {
            String written = given(OrderField.CURRENCY);
            try {
                return written == null
                        ? null
                        : Currency.getInstance(written.toUpperCase(Locale.ROOT)).getCurrencyCode();
            } catch (IllegalArgumentException e) {
                problems.add("currency: '" + written + "' is none; it must be three letters, such as INR");
                return null;
            }
        }

        private @Nullable String text(OrderField field, int longest) {
            String text = given(field);
            return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        }

        private @Nullable String given(OrderField field) {
            String text = texts.getOrDefault(field, "").strip();
            return text.isEmpty() ? null : text;
        }
    }
}
