package dev.callsift.ui.review;

import dev.callsift.ui.PageProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Keeps pages from elsewhere from writing with the reader's browser (cross-site request forgery). */
final class SameOrigin {

    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SameOrigin() {}

    /** Browsers say where a request comes from; a program that says nothing is not a browser and was not led astray. */
    static void require(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean own = site != null ? OWN.contains(site) : origin == null || isHere(origin, request);
        if (!own) {
            throw new PageProblemException(
                    HttpStatus.FORBIDDEN,
                    "This came from another page than callsift's",
                    "Open the review itself and write the decision there.");
        }
    }

    private static boolean isHere(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
