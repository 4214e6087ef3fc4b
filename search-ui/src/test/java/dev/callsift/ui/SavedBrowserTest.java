package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving a search and looking through its alerts, by mouse and by keyboard. */
@NeedsBrowser
final class SavedBrowserTest {

    private SampleStores stores;
    private TestServer server;
    private Chromium chromium;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
        chromium = new Chromium();
    }

    @AfterEach
    void stop() {
        chromium.close();
        server.close();
        stores.close();
    }

    private Visit visit(int width, ColorScheme scheme) {
        return new Visit(chromium, server, width, 900, scheme);
    }

    @Test
    void aSearchIsSavedByKeyboardAloneAndSuggestedAfterwards() {
        try (Visit visit = visit(1280, ColorScheme.LIGHT)) {
            Page page = visit.open("/?q=cancel").page;
            Locator save = page.locator(".keep summary");
            save.focus();
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Name")).isFocused();
            visit.keep("save-search");
            page.keyboard().type("They want out");
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            assertThat(page.locator(".keep")).containsText("Saved as They want out, raises alerts");
            page.waitForURL(Pattern.compile(".*/\\?q=cancel$"));
            assertThat(stores.searches.all()).hasSize(1);
            visit.keep("saved-search");

            page.keyboard().press("/");
            page.keyboard().type("want");
            Locator suggestion = page.locator("#suggestions [role=option]").first();
            assertThat(suggestion).containsText("They want out");
            page.waitForURL(Pattern.compile(".*/\\?q=want$"));
            visit.keep("suggested-search");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("Words that were said")).hasValue("cancel");
            assertThat(page.locator(".cards mark").first()).hasText("cancel");
            visit.expectNothingWrong();
        }
    }

    @Test
    void aNameThatIsTakenIsSaidWhereItWasTyped() {
        stores.searches.create("Late", "late", null, false);
        try (Visit visit = visit(1280, ColorScheme.LIGHT)) {
            Page page = visit.open("/?q=cancel").page;
            page.locator(".keep summary").click();
            page.getByLabel("Name").fill("late");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(page.locator("#keep-refusal")).containsText("already; choose another one");
            assertThat(page.getByLabel("Name")).hasValue("late");
            visit.keep("save-search-refused");
        }
    }

    @Test
    void savedSearchesAreRenamedAndDeleted() {
        stores.searches.create("They want out", "cancel", null, true);
        stores.searches.create("Late parcels of last week", "late reason:delivery-date within", null, false);
        stores.tellOfNew(SampleCalls.CANCELLED);
        try (Visit visit = visit(1280, ColorScheme.LIGHT)) {
            Page page = visit.open("/saved").keep("saved").page;
            Locator row = page.locator(".row", new Page.LocatorOptions().setHasText("They want out"));
            row.locator("summary").click();
            visit.keep("saved-change");
            row.getByLabel("Name").fill("Cancellations");
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(page.locator(".row h2")).hasText(new String[] {"Cancellations", "Late parcels of last week"});
            Locator renamed = page.locator(".row", new Page.LocatorOptions().setHasText("Cancellations"));
            renamed.locator("summary").click();
            renamed.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            assertThat(page.locator(".row")).hasCount(1);
            visit.expectNothingWrong();
        }
        try (Visit visit = visit(390, ColorScheme.DARK)) {
            visit.open("/saved").keep("saved-phone").expectNothingWrong();
        }
    }

    @Test
    void aCallOpenedFromItsAlertHasBeenSeen() {
        stores.searches.create("They want out", "cancel", null, true);
        stores.searches.create("From Priya", "agent-name:priya", null, true);
        stores.tellOfNew(SampleCalls.CANCELLED, SampleCalls.SAVED);
        long raised = stores.alerts.unseen();
        try (Visit visit = visit(1280, ColorScheme.LIGHT)) {
            Page page = visit.open("/alerts").keep("alerts").page;
            assertThat(page.locator(".count")).hasText(Long.toString(raised));
            page.locator(".row .moment-link").first().click();
            page.waitForURL(Pattern.compile(".*/calls/.*"));
            assertThat(page.locator(".word.hit").first()).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Alerts"))
                    .click();
            assertThat(page.locator(".row.unseen")).hasCount((int) raised - 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark all as seen"))
                    .click();
            assertThat(page.locator(".row.seen")).hasCount((int) raised);
            assertThat(page.locator(".count")).hasCount(0);
            visit.keep("alerts-seen").expectNothingWrong();
        }
        try (Visit visit = visit(390, ColorScheme.DARK)) {
            visit.open("/alerts").keep("alerts-phone").expectNothingWrong();
        }
    }

    @Test
    void theEmptyPagesSayWhatToDo() {
        try (Visit visit = visit(1280, ColorScheme.DARK)) {
            visit.open("/saved").keep("saved-empty");
            visit.open("/alerts").keep("alerts-empty").expectNothingWrong();
        }
    }
}
