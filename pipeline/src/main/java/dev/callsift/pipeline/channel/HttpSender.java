package dev.callsift.pipeline.channel;

import dev.callsift.pipeline.channel.AddressPolicy.AddressRefusedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request, once, to an address that is checked when its name is resolved for the connection, follows no redirect, asks no
 * proxy and gives up after the time limit. Thread-safe.
 */
final class HttpSender implements AutoCloseable {

    /** Longest that another side may ask us to wait; after that we ask again. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final long LARGEST_ANSWER = 16_384;

    private final AddressPolicy policy;
    private final InstantSource clock;
    private final OkHttpClient client;

    HttpSender(AddressPolicy policy, InstantSource clock) {
        this(policy, clock, Duration.ofSeconds(Channel.TIME_LIMIT_SECONDS));
    }

    HttpSender(AddressPolicy policy, InstantSource clock, Duration limit) {
        this.policy = policy;
        this.clock = clock;
        this.client = new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(limit)
                .connectTimeout(limit)
                .readTimeout(limit)
                .writeTimeout(limit)
                .build();
    }

    /**
     * What came back.
     *
     * @param body its beginning
     */
    record Answer(int status, Optional<Duration> retryAfter, String body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** What a status other than 2xx means when nothing more is known of the receiver. */
        Outcome outcome(String host) {
            if (isSuccess()) {
                return new Outcome.Sent();
            }
            String answered = host + " answers " + status;
            if (status == 410) {
                return new Outcome.Refused(answered + ": nobody wants these messages there any more");
            }
            boolean redirect = status >= 300 && status < 400;
            return new Outcome.Later(
                    redirect ? answered + ", a redirect, which is not followed; configure the new address" : answered,
                    retryAfter);
        }
    }

    /** @throws IOException with a message for people, when there was no answer */
    Answer send(Request request) throws IOException {
        HttpUrl url = request.url();
        // names of digits are addresses, which are not looked up when the connection is made
        policy.resolve(url.host(), url.isHttps());
        OkHttpClient checked = client.newBuilder()
                .dns(host -> policy.resolve(host, url.isHttps()))
                .build();
        try (Response response = checked.newCall(request).execute()) {
            return new Answer(response.code(), retryAfter(response.header("Retry-After")), beginning(response));
        }
    }

    /** As {@link #send}, with what kept an answer from coming as an outcome. */
    Outcome outcome(Request request) {
        String host = request.url().host();
        try {
            return send(request).outcome(host);
        } catch (IOException e) {
            return Outcome.Later.of(problem(host, e));
        }
    }

    static String problem(String host, IOException cause) {
        return switch (cause) {
            case AddressRefusedException refused -> String.valueOf(refused.getMessage());
            case InterruptedIOException late -> host + " did not answer within " + Channel.TIME_LIMIT_SECONDS + " s";
            default -> host + " cannot be reached: " + cause;
        };
    }

    private static String beginning(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LARGEST_ANSWER);
        long length = Math.min(LARGEST_ANSWER, source.getBuffer().size());
        return new String(source.getBuffer().readByteArray(length), StandardCharsets.UTF_8);
    }

    private Optional<Duration> retryAfter(@Nullable String header) {
        return header == null
                ? Optional.empty()
                : parse(header.strip())
                        .filter(wait -> !wait.isNegative())
                        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private Optional<Duration> parse(String header) {
        if (header.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isAddress(String text) {
        HttpUrl url = HttpUrl.parse(text);
        return url != null
                && List.of("http", "https").contains(url.scheme())
                && url.username().isEmpty()
                && url.password().isEmpty();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
