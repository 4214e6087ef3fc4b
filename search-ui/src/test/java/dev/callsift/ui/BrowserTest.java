package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages as a person uses them, in a real browser with sound only after a click. */
@NeedsBrowser
final class BrowserTest {

    private static final String CALL = "/calls/" + SampleCalls.id(SampleCalls.CANCELLED);
    private static final double CANCEL_SECOND = SampleCalls.CANCEL_MS / 1_000.0;

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

    private static Visit phone(ColorScheme scheme) {
        return new Visit(chromium, server, 390, 844, scheme);
    }

    @Test
    void typingFindsCallsAndAClickPlaysFromThatSecond() {
        try (Visit visit = desk()) {
            Page page = visit.open("/").keep("calls").page;
            page.getByLabel("Words that were said").pressSequentially("cancel");
            page.waitForURL(Pattern.compile(".*/\\?q=cancel$"));
            assertThat(page.locator(".cards mark").first()).hasText("cancel");
            visit.keep("results");
            page.locator(".moment-link", new Page.LocatorOptions().setHasText("then i want to"))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile(".*" + CALL + "\\?t=" + SampleCalls.CANCEL_SECONDS + "&q=cancel"));
            visit.waitForSecond(CANCEL_SECOND + 0.5);
            assertThat(visit.seconds()).isCloseTo(CANCEL_SECOND + 0.5, within(5.0));
            assertThat(visit.paused()).isFalse();
            assertThat(page.locator(".word.now")).not().hasCount(0);
            assertThat(page.locator(".word.hit").first()).hasText("cancel");
            assertThat(page.locator("[data-invite]")).isHidden();
            visit.keep("call-playing");
            page.goBack();
            assertThat(page.getByLabel("Words that were said")).hasValue("cancel");
            assertThat(page.locator(".cards mark").first()).isVisible();
            visit.expectNothingWrong();
        }
    }

    @Test
    void aSharedLinkAsksForTheClickThatSoundNeeds() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL + "?t=42").page;
            Locator invitation = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Play from 0:42"));
            assertThat(invitation).isVisible();
            visit.keep("call-shared");
            invitation.click();
            visit.waitForSecond(42.3);
            assertThat(invitation).isHidden();
            visit.expectNothingWrong();
        }
    }

    @Test
    void theKeyboardPlaysPausesAndJumps() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("[data-clock]")).hasText("0:10 / 1:30");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[data-clock]")).hasText("0:05 / 1:30");
            page.keyboard().press("Space");
            visit.waitForSecond(5.3);
            page.keyboard().press("Space");
            assertThat(visit.paused()).isTrue();
            visit.expectNothingWrong();
        }
    }

    @Test
    void aClickOnAWordPlaysIt() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            page.locator(".word", new Page.LocatorOptions().setHasText("depot")).click();
            double depot = 34 + 8 * SampleCalls.WORD_MS / 1_000.0;
            visit.waitForSecond(depot + 0.05);
            assertThat(visit.seconds()).isCloseTo(depot, within(3.0));
            visit.expectNothingWrong();
        }
    }

    @Test
    void evidenceOfATagPlays() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL).page;
            page.locator(".quote", new Page.LocatorOptions().setHasText("i will cancel"))
                    .or(page.locator(".quote").nth(1))
                    .first()
                    .click();
            visit.waitForSecond(50);
            assertThat(visit.paused()).isFalse();
            visit.expectNothingWrong();
        }
    }

    @Test
    void aMomentCanBeHeardWithoutLeavingTheResults() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=cancel").page;
            Locator listen = page.locator("[data-preview]").first();
            listen.click();
            assertThat(listen).hasAttribute("aria-pressed", "true");
            listen.click();
            assertThat(listen).hasAttribute("aria-pressed", "false");
            visit.expectNothingWrong();
        }
    }

    @Test
    void whatSoundsAlikeIsKeptApart() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=cancel").page;
            page.locator("#possible").scrollIntoViewIfNeeded();
            assertThat(page.locator(".possible")).containsText("counsel");
            assertThat(page.locator("#results .found-calls > ol.cards")).not().containsText("counsel");
        }
    }

    @Test
    void theLinkHoldsTheSecond() {
        try (Visit visit = desk()) {
            Page page = visit.open(CALL + "?q=cancel").page;
            page.locator("[data-seek]").fill("61000");
            page.getByText("Link to 1:01").click();
            assertThat(page.locator("[data-said]")).hasText("Copied");
            assertThat(page.url()).endsWith(CALL + "?q=cancel&t=61");
        }
    }

    @Test
    void aMissingRecordingIsSaidAndTheTranscriptStays() {
        try (Visit visit = desk()) {
            Page page = visit.open("/calls/" + SampleCalls.id(SampleCalls.HOSTILE)).page;
            assertThat(page.locator("[data-trouble]")).containsText("no longer in the store");
            assertThat(page.locator("#main")).containsText("<b>please</b>");
            visit.keep("call-recording-gone");
        }
    }

    @Test
    void oneVoiceIsSaidPlainly() {
        try (Visit visit = desk()) {
            Page page = visit.open("/calls/" + SampleCalls.id(SampleCalls.ONE_VOICE))
                    .keep("call-one-voice")
                    .page;
            assertThat(page.locator("#main")).containsText("who speaks is unknown");
            assertThat(page.locator(".facts")).containsText("time unknown");
            visit.expectNothingWrong();
        }
    }

    @Test
    void aPhoneShowsItAllInTheDarkToo() {
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Visit visit = phone(scheme)) {
                String mode = scheme.name().toLowerCase(Locale.ROOT);
                visit.open("/?q=cancel").keep("phone-results-" + mode);
                visit.open("/help/search").keep("phone-help-" + mode);
                visit.open(CALL + "?q=cancel").keep("phone-call-" + mode);
                visit.expectNothingWrong();
            }
        }
    }

    @Test
    void theDarkDeskIsReadable() {
        try (Visit visit = new Visit(chromium, server, 1280, 900, ColorScheme.DARK)) {
            visit.open("/?q=cancel").keep("results-dark");
            visit.open(CALL + "?q=cancel").keep("call-dark");
            visit.expectNothingWrong();
        }
    }

    @Test
    void nothingFoundSaysWhatToTry() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=zebra+cancel+crossing").keep("no-hits").page;
            page.getByText("Search for only cancel").click();
            assertThat(page.locator(".cards mark").first()).isVisible();
            visit.expectNothingWrong();
        }
    }

    @Test
    void aMistakeInAQueryIsShownWhereItIs() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=cancel+%22the").keep("query-mistake").page;
            assertThat(page.locator(".mistake")).isVisible();
        }
    }

    @Test
    void suggestionsAreTakenWithTheKeyboard() {
        try (Visit visit = desk()) {
            Page page = visit.open("/").page;
            Locator field = page.getByLabel("Words that were said");
            field.pressSequentially("cancel rea");
            Locator options = page.getByRole(AriaRole.OPTION);
            assertThat(options.filter(new Locator.FilterOptions().setHasText("reason:"))
                            .first())
                    .isVisible();
            visit.keep("suggestions");
            field.press("ArrowDown");
            assertThat(field).hasAttribute("aria-activedescendant", "suggestion-0");
            field.press("Enter");
            assertThat(field).hasValue("cancel reason:");
            assertThat(options.filter(new Locator.FilterOptions().setHasText("reason:price")))
                    .isVisible();
            field.press("ArrowUp");
            field.press("Escape");
            assertThat(options).hasCount(0);
            assertThat(field).hasAttribute("aria-expanded", "false");
            field.pressSequentially("pr");
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("reason:price.*")))
                    .click();
            assertThat(field).hasValue("cancel reason:price ");
            assertThat(page.locator("#results .summary h2")).hasText("1 call matches");
            visit.expectNothingWrong();
        }
    }

    @Test
    void facetsNarrowTheResultAndWidenItAgain() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=cancel").page;
            page.locator(".facets a", new Page.LocatorOptions().setHasText("Tom"))
                    .click();
            page.waitForURL(Pattern.compile(".*q=cancel(%20|\\+)agent-name(:|%3A)Tom.*"));
            assertThat(page.locator("#results .summary h2")).hasText("1 call matches");
            assertThat(page.locator(".facets a[aria-current]")).hasText(Pattern.compile("Tom.*"));
            visit.keep("narrowed");
            page.locator(".active a").click();
            assertThat(page.locator("#results .summary h2")).hasText("2 calls match");
            assertThat(page.getByLabel("Words that were said")).hasValue("cancel");
            visit.expectNothingWrong();
        }
    }

    @Test
    void theHelpRunsItsExamples() {
        try (Visit visit = desk()) {
            Page page = visit.open("/").page;
            page.getByText("How to ask").click();
            visit.keep("help-search");
            page.getByText("customer:cancel", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.getByLabel("Words that were said")).hasValue("customer:cancel");
            assertThat(page.locator(".cards mark").first()).hasText("cancel");
            visit.expectNothingWrong();
        }
    }

    @Test
    void aSlipOfTheFingersIsCorrected() {
        try (Visit visit = desk()) {
            Page page = visit.open("/?q=canzel").keep("did-you-mean").page;
            page.locator(".aside a").first().click();
            assertThat(page.locator(".cards mark").first()).hasText("cancel");
        }
    }

    @Test
    void whatIsSaidAfterSomethingElseIsMarked() {
        try (Visit visit = desk()) {
            Page page = visit.open(
                            "/?q=customer:waited+then+agent:depot+within+30s+reason:courier-delay+OR+reason:price")
                    .keep("sequence")
                    .page;
            assertThat(page.locator("#results > .found .cards mark")).containsText(new String[] {"waited", "depot"});
        }
    }

    @Test
    void anAddressWithoutAPageSaysSo() {
        try (Visit visit = desk()) {
            Page page = visit.open("/calls/0123456789abcdef").keep("no-such-call").page;
            assertThat(page.locator("#main")).containsText("There is no call 0123456789abcdef");
        }
    }

    @Test
    void anEmptyInstallationSaysWhatToDo(@TempDir Path directory) throws IOException {
        try (SampleStores empty = SampleStores.empty(directory);
                TestServer fresh = new TestServer(empty);
                Visit visit = new Visit(chromium, fresh, 1280, 900, ColorScheme.LIGHT)) {
            visit.open("/").keep("no-calls");
            assertThat(visit.page.locator("#main")).containsText("callsift run");
            visit.expectNothingWrong();
        }
    }
}
