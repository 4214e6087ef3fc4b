package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The waveform, and a reviewer who corrects words. */
@NeedsBrowser
final class WaveBrowserTest {

    private static final String CALL = "/calls/" + SampleCalls.id(SampleCalls.CANCELLED);

    private static SampleStores stores;
    private static TestServer server;
    private static Chromium chromium;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        stores.close();
    }

    private static Visit desk() {
        return new Visit(chromium, server, 1280, 900, ColorScheme.LIGHT);
    }

    @Test
    void aClickOnTheWaveformGoesThereAndKeysGoFromTagToTag() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            BoundingBox wave = page.locator("[data-lanes]").boundingBox();
            page.mouse().click(wave.x + wave.width / 2, wave.y + 3);
            assertThat(page.locator("[data-clock]")).hasText("0:45 / 1:30");
            page.keyboard().press(",");
            assertThat(page.locator("[data-said]")).not().hasText("");
            double there =
                    (double) page.evaluate("Number(document.querySelector('[data-seek]').value) / 1000 + 0.0001");
            assertThat(there).isLessThan(44);
            page.keyboard().press("ArrowRight");
            assertThat((double) page.evaluate("Number(document.querySelector('[data-seek]').value) / 1000 + 0.0001"))
                    .isCloseTo(there + 5, within(0.2));
            visit.keep("call-wave");
            visit.expectNothingWrong();
        }
    }

    @Test
    void wordsAreCorrectedByKeyboardAndFound() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            page.keyboard().press("e");
            Locator form = page.locator(".correct-form");
            form.getByLabel("Your name").fill("Priya");
            page.locator("[data-utterance='3'] .word").nth(1).focus();
            page.keyboard().press("Shift+ArrowRight");
            assertThat(page.locator(".chosen-word")).hasCount(2);
            page.keyboard().press("Enter");
            assertThat(form.getByLabel("What was said")).isFocused();
            page.keyboard().type("zeppelin");
            visit.keep("call-correcting");
            page.keyboard().press("Enter");
            assertThat(page.locator(".word.corrected")).hasText("zeppelin");
            assertThat(form).containsText("Priya");
            visit.keep("call-corrected");
            visit.expectNothingWrong();
            visit.open("/?q=zeppelin");
            page.locator(".moment-link").first().click();
            assertThat(page.locator(".word.hit")).hasText("zeppelin");
            visit.waitForSecond(0.2);
            page.locator(".corrections summary").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take back: zeppelin"))
                    .click();
            assertThat(page.locator(".corrections")).containsText("Taken back by Priya");
            assertThat(page.locator(".word.corrected")).hasCount(0);
            visit.expectNothingWrong();
        }
    }

    @Test
    void aClickChoosesAWordInsteadOfPlayingItAndEscapeEndsThat() {
        try (Visit visit = new Visit(chromium, server, 390, 844, ColorScheme.DARK)) {
            Page page = visit.open(CALL).page;
            page.getByText("Correct words", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.locator("[data-utterance='1'] .word").first().click();
            assertThat(page.locator(".chosen-word")).hasCount(1);
            assertThat(visit.paused()).isTrue();
            visit.keep("call-correcting-phone-dark");
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-correcting]")).hasCount(0);
            page.locator("[data-utterance='1'] .word").first().click();
            visit.waitForSecond(0.2);
            visit.expectNothingWrong();
        }
    }
}
