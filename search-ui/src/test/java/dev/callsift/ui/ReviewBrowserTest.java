package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weekly review as whoever runs the meeting uses it. */
@NeedsBrowser
final class ReviewBrowserTest {

    private static final String WEEK = "/review?week=2026-W46";

    private static SampleStores stores;
    private static TestServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
        chromium = new Chromium();
        ReviewWeeks.addTo(stores.index());
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        stores.close();
    }

    private static Visit desk(ColorScheme scheme) {
        return new Visit(chromium, server, 1280, 900, scheme);
    }

    @Test
    void aMeetingGoesThroughTheWeek() {
        try (Visit visit = desk(ColorScheme.LIGHT)) {
            Page page = visit.open("/").page;
            page.getByText("Weekly review").click();
            assertThat(page.locator("h1")).containsText("2026-W46");
            assertThat(page.locator(".words-place")).containsText("postal strike");
            assertThat(page.locator(".reason").first()).containsText("Too expensive");
            assertThat(page.locator(".change.up")).containsText("Up +");
            visit.keep("review");
            Locator listen = page.locator(".quotes [data-preview]").first();
            listen.click();
            assertThat(listen).hasAttribute("aria-pressed", "true");
            page.locator(".quotes .moment-link").first().click();
            page.waitForURL(Pattern.compile(".*/calls/[0-9a-f]{16}\\?t=[\\d.]+"));
            page.goBack();
            page.locator(".words-place a").first().click();
            page.waitForURL(Pattern.compile(".*\\?q=.*week.*2026-W46"));
            assertThat(page.locator(".cards mark").first()).isVisible();
        }
    }

    @Test
    void aDecisionIsWrittenDownComesBackAndIsDone() {
        try (Visit visit = desk(ColorScheme.LIGHT)) {
            Page page = visit.open(WEEK).page;
            page.getByLabel("What is to be done").fill("Ask the courier for earlier pickups");
            page.getByLabel("Who sees to it").fill("Noor");
            page.getByText("Write it down").click();
            assertThat(page.locator(".decision-text")).hasText("Ask the courier for earlier pickups");
            visit.keep("review-decision");
            page.getByLabel("Week after").click();
            assertThat(page.locator("h1")).containsText("2026-W47");
            assertThat(page.locator(".decision-facts")).containsText("from 2026-W46");
            page.getByLabel("Done: Ask the courier").click();
            assertThat(page.locator(".decision.done")).hasCount(1);
            visit.expectNothingWrong();
        }
    }

    @Test
    void thePrintViewIsAPackOfItsOwn() {
        try (Visit visit = desk(ColorScheme.LIGHT)) {
            Page page = visit.open("/review/print?week=2026-W46").keep("review-print").page;
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".file").first()).isHidden();
            assertThat(page.locator(".figures").first()).containsText("postal strike");
            page.setViewportSize(794, 1_123);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "review-paper.png"))
                    .setFullPage(true));
            byte[] pdf = page.pdf(new Page.PdfOptions()
                    .setPath(Path.of("target", "screenshots", "review.pdf"))
                    .setPreferCSSPageSize(true));
            assertThat(pdf.length).isGreaterThan(10_000);
            visit.expectNothingWrong();
        }
    }

    @Test
    void aPhoneAndTheDarkShowItAll() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            String mode = scheme.name().toLowerCase(Locale.ROOT);
            try (Visit phone = new Visit(chromium, server, 390, 844, scheme)) {
                assertThat(phone.open(WEEK).page.locator(".words-place")).containsText("postal strike");
                phone.keep("review-phone-" + mode).expectNothingWrong();
            }
        }
        try (Visit visit = desk(ColorScheme.DARK)) {
            assertThat(visit.open(WEEK).page.locator(".words-place")).containsText("postal strike");
            visit.page.locator(".breakdowns summary").first().click();
            visit.keep("review-dark").expectNothingWrong();
        }
    }

    @Test
    void aWeekWithoutCallsSaysSo() {
        try (Visit visit = desk(ColorScheme.LIGHT)) {
            visit.open("/review?week=2026-W20").keep("review-empty");
            assertThat(visit.page.locator(".empty")).containsText("No calls of 2026-W20");
            visit.expectNothingWrong();
        }
    }
}
