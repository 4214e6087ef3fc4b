package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reviewer at work on the call page. */
@NeedsBrowser
final class VerdictBrowserTest {

    private static final String ID = SampleCalls.id(SampleCalls.CANCELLED);
    private static final String CALL = "/calls/" + ID;

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

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void confirmsRejectsAndTakesBackWhileTheRecordingPlays() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            Locator found = page.locator("#found");
            found.getByLabel("Your name").fill("Priya");
            page.keyboard().press("Enter");
            assertThat(found).not().containsText("by Priya");
            page.locator("[data-toggle]").click();
            visit.waitForSecond(0.3);
            page.locator("[value='confirmed:cancel.requested']").click();
            assertThat(found).containsText("Confirmed by Priya");
            assertThat(found).containsText("Searches know of it now");
            page.locator("[value='rejected:topic.delivery-delay']").click();
            assertThat(found).containsText("Rejected by Priya");
            assertThat(page.locator("#call-tags [data-code='topic.delivery-delay']"))
                    .hasCount(0);
            assertThat(visit.paused()).isFalse();
            page.locator("[data-toggle]").click();
            visit.keep("call-verdicts");
            page.locator("[value='withdrawn:topic.delivery-delay']").click();
            assertThat(found).not().containsText("Rejected by Priya");
            assertThat(found.getByLabel("Your name")).hasValue("Priya");
            visit.expectNothingWrong();
        }
    }

    @Test
    void wordsSelectedInTheTranscriptShowAMissedTag() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            Locator found = page.locator("#found");
            found.getByLabel("Your name").fill("Tom");
            found.getByText("A tag was missed").click();
            found.locator("[name=missed]").selectOption("reason.price");
            Locator words = page.locator("[data-utterance='3'] .word");
            words.nth(2).hover();
            page.mouse().down();
            words.nth(5).hover();
            page.mouse().up();
            assertThat(page.locator("[data-chosen]")).containsText("Selected: “");
            visit.keep("call-missed-tag");
            button(page, "Add the tag").click();
            assertThat(found).containsText("Added by Tom");
            assertThat(page.locator("#call-tags [data-code='reason.price']")).hasCount(1);
            assertThat(stores.verdicts().of(ID))
                    .anySatisfy(verdict -> assertThat(verdict.words()).contains("for a"));
            visit.expectNothingWrong();
        }
    }

    @Test
    void pointedAtEvidenceIsShownInTheTranscript() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            page.locator("#found .quote").first().hover();
            assertThat(page.locator(".word.pointed")).not().hasCount(0);
            page.locator("h1").hover();
            assertThat(page.locator(".word.pointed")).hasCount(0);
        }
    }

    @Test
    void keysChangeSpeedSkipSilenceAndGoOn() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL + "?q=cancel").page;
            page.keyboard().press("?");
            assertThat(page.locator("[data-keys] ul")).isVisible();
            visit.keep("call-keys");
            page.keyboard().press("]");
            assertThat(page.locator("[data-speed]")).hasValue("1.25");
            page.keyboard().press("s");
            page.locator("[data-seek]").fill("21400");
            page.waitForFunction("() => !document.querySelector('audio').seeking");
            page.evaluate(
                    "() => document.querySelector('audio').addEventListener('seeked', () => document.body.dataset.skipped = 'yes')");
            page.keyboard().press("Space");
            visit.waitForSecond(25.2);
            assertThat(page.locator("body[data-skipped=yes]")).hasCount(1);
            visit.expectNothingWrong();
        }
    }

    @Test
    void notesAreKept() {
        try (Visit visit = new Visit(chromium, server, 390, 844, ColorScheme.DARK)) {
            Page page = visit.open(CALL).page;
            Locator notes = page.locator("#notes");
            notes.getByLabel("Your name").fill("Tom");
            notes.getByLabel("Note").fill("Ask the depot\nabout this one");
            button(page, "Keep the note").click();
            assertThat(notes.locator(".note-text")).hasText("Ask the depot about this one");
            visit.keep("phone-call-notes-dark");
            visit.expectNothingWrong();
        }
    }
}
