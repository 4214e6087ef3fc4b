package dev.callsift.ui;

import dev.callsift.pipeline.verdict.Verdict;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The name of whoever reviews calls or takes care of items, kept by the browser in a cookie. It is what that person wrote and proves nothing. */
public final class Reviewer {

    private static final String COOKIE = "callsift-reviewer";
    private static final Duration KEPT = Duration.ofDays(365);

    private Reviewer() {}

    /** Empty for someone who has not said who they are. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .map(Reviewer::decoded)
                .findFirst()
                .orElse("");
    }

    private static String decoded(String value) {
        try {
            return name(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // another program's cookie of the same name, or half of ours
            return "";
        }
    }

    /** A name as it is kept: on one line and not too long. */
    public static String name(String written) {
        String name = written.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return name.length() > Verdict.LONGEST_REVIEWER ? name.substring(0, Verdict.LONGEST_REVIEWER) : name;
    }

    public static ResponseCookie cookie(String name) {
        return ResponseCookie.from(COOKIE, URLEncoder.encode(name, StandardCharsets.UTF_8))
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
    }
}
