package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's visit in a fresh browser window. Whatever leaves this machine, or goes wrong in the page, is remembered. */
final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final TestServer server;
    private final BrowserContext context;
    private final List<String> strayRequests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    final Page page;

    Visit(Chromium chromium, TestServer server, int width, int height, ColorScheme scheme) {
        this.server = server;
        this.context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.onRequest(request -> {
            if (!URI.create(request.url()).getHost().equals("127.0.0.1")) {
                strayRequests.add(request.url());
            }
        });
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    Visit open(String pathAndQuery) {
        page.navigate(server.uri(pathAndQuery).toString());
        return this;
    }

    /** Takes a picture, and has the page checked for accessibility as it is now. */
    Visit keep(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                .isEmpty();
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("%s is wider than the window", name).isEqualTo(0);
        return this;
    }

    double seconds() {
        return ((Number) page.evaluate("() => document.querySelector('audio').currentTime")).doubleValue();
    }

    boolean paused() {
        return (boolean) page.evaluate("() => document.querySelector('audio').paused");
    }

    /** Waits until the player has gone this far; where it does not, says what became of it. */
    void waitForSecond(double second) {
        try {
            page.waitForFunction("second => document.querySelector('audio').currentTime >= second", second);
        } catch (TimeoutError late) {
            throw new AssertionError("not at " + second + " s: " + page.evaluate("""
                    () => { const a = document.querySelector('audio'); return [a.currentTime, a.paused, a.seeking,
                        a.readyState, a.networkState, a.error && a.error.message, navigator.userActivation.hasBeenActive,
                        document.querySelector('[data-invite]').hidden].join(', '); }"""), late);
        }
    }

    void expectNothingWrong() {
        assertThat(strayRequests).as("requests to elsewhere").isEmpty();
        assertThat(complaints).as("errors in the page").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
