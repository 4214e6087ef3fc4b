package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.callsift.pipeline.operations.ItemFilter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;

/** Every page there is, on a desk and on a phone, in light and in dark: a page that is not among them fails the first test. */
@NeedsBrowser
final class EveryPageTest {

    /** Addresses that give a part of a page, or lead to one. */
    private static final Set<String> NO_PAGES = Set.of("/review/words", "/saved/{id}");

    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+):[^/]*}");

    /** Of what may move while a page loads, in the browsers' own measure; from 0.1 on they call it poor. */
    private static final double MOST_SHIFT = 0.1;

    private static final String SHIFT = """
            () => new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => list.getEntries().forEach(shift => sum += shift.hadRecentInput ? 0 : shift.value))
                .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(sum), 200);
            })""";

    private static final OutboxSamples OUTBOX = new OutboxSamples();

    private static SampleStores stores;
    private static TestServer server;
    private static Chromium chromium;
    private static Map<String, String> pages = Map.of();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        stores.hearAt(SampleStores.TODAY, "aaaaaaaaaaaaaaaa", "customer: please change the size to large");
        stores.tellOfNew(SampleCalls.CANCELLED);
        OUTBOX.fillAndDeliver();
        server = new TestServer(stores, OUTBOX::register);
        chromium = new Chromium();
        pages = new TreeMap<>(Map.ofEntries(
                Map.entry("/", "/?q=cancel"),
                Map.entry("/help/search", "/help/search"),
                Map.entry("/saved", "/saved"),
                Map.entry("/alerts", "/alerts"),
                Map.entry("/calls/{id}", "/calls/" + SampleCalls.id(SampleCalls.CANCELLED) + "?q=cancel"),
                Map.entry("/review", "/review?week=2026-W46"),
                Map.entry("/review/print", "/review/print?week=2026-W46"),
                Map.entry("/queue", "/queue"),
                Map.entry(
                        "/queue/{id}",
                        "/queue/"
                                + stores.items
                                        .list(ItemFilter.OPEN, 1)
                                        .getFirst()
                                        .id()),
                Map.entry("/queue/report", "/queue/report?week=2026-W47"),
                Map.entry("/queue/routing", "/queue/routing"),
                Map.entry("/outbox", "/outbox"),
                Map.entry("/outbox/channels/{name}", "/outbox/channels/dispatch-mail")));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        stores.close();
    }

    @Test
    void noPageIsForgotten() {
        Set<String> served = server.mappings().getHandlerMethods().entrySet().stream()
                .filter(each -> isPage(each.getValue()))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .map(path -> EXPRESSION.matcher(path).replaceAll("{$1}"))
                .filter(path -> !NO_PAGES.contains(path))
                .collect(Collectors.toSet());

        assertThat(served).isEqualTo(pages.keySet());
    }

    /** A handler of ours that names a template. */
    private static boolean isPage(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("dev.callsift")
                && handler.getReturnType().getParameterType() == String.class
                && !handler.hasMethodAnnotation(ResponseBody.class)
                && !Objects.requireNonNull(handler.getBeanType()).isAnnotationPresent(RestController.class);
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT", "1280, 900, DARK", "390, 844, LIGHT", "390, 844, DARK"})
    void everyPageIsReadableByEverybody(int width, int height, ColorScheme scheme) {
        String look = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            try (Visit visit = new Visit(chromium, server, width, height, scheme)) {
                visit.open(page.getValue());
                double shift = ((Number) visit.page.evaluate(SHIFT)).doubleValue();
                assertThat(shift).as("what moves while %s loads", page.getKey()).isLessThan(MOST_SHIFT);
                visit.keep("every" + page.getKey().replaceAll("\\W+", "-") + "-" + look);
                visit.expectNothingWrong();
            }
        }
    }

    @Test
    void noPageMayLoadAnythingFromElsewhere() {
        for (String page : pages.values()) {
            HttpResponse<byte[]> answer = server.get(page, "Accept", "text/html");
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            List<String> policy = Stream.of(answer.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .split(";", -1))
                    .map(String::strip)
                    .toList();
            assertThat(policy).as(page).contains("default-src 'self'").noneMatch(EveryPageTest::isLax);
        }
    }

    private static boolean isLax(String directive) {
        return directive.contains("unsafe-")
                || directive.contains("http:")
                || directive.contains("https:")
                || directive.contains("*");
    }
}
