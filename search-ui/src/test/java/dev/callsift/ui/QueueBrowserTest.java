package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.review.ReviewWeek;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue, with two people working on it at once. */
@NeedsBrowser
final class QueueBrowserTest {

    private static final String SIZE = """
            customer: please change the size from medium to large
            agent: okay i have changed it to large
            """;
    private static final String ADDRESS = """
            customer: please change the delivery address to twelve park street
            agent: okay i have changed the address
            """;
    private static final String CANCEL = """
            customer: please cancel my order
            agent: i will look into it
            """;

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

    @AfterEach
    void emptyTheQueue() {
        stores.emptyQueue();
    }

    @Test
    void anEmptyQueueSaysWhatWillStandThere() {
        try (Visit visit = visit()) {
            Page page = visit.open("/queue").page;
            assertThat(page.locator(".empty")).containsText("Nothing waits");
            stores.hear("aaaaaaaaaaaaaaaa", SIZE);
            assertThat(page.locator(".queue-item")).hasCount(1);
        }
    }

    @Test
    void ofTwoPeopleOnOneItemTheSecondIsToldAndNothingIsLost() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        try (Visit first = visit();
                Visit second = visit()) {
            Page asha = first.open("/queue/" + only().id()).page;
            Page ben = second.open("/queue/" + only().id()).page;
            asha.getByLabel("Your name").first().fill("Asha");
            asha.getByLabel("Note").fill("calling the warehouse");
            asha.getByText("Acknowledge").click();
            assertThat(asha.locator(".item-facts")).containsText("acknowledged, Asha");
            first.keep("queue-item");

            // what the server answers is a refusal, which a browser notes in its console
            ben.getByLabel("Your name").first().fill("Ben");
            ben.getByText("Refused").click();
            assertThat(ben.getByRole(AriaRole.ALERT).first()).containsText("acknowledged, by Asha");
            assertThat(ben.locator(".item-history")).containsText("calling the warehouse");
        }
        assertThat(only().state()).isEqualTo(ItemState.ACKNOWLEDGED);
    }

    @Test
    void newsComesWithoutLoadingAndManyAreAcknowledgedAtOnceByKeyboard() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        try (Visit visit = visit()) {
            Page page = visit.open("/queue").page;
            assertThat(page.locator(".queue-item")).hasCount(1);
            stores.hear("bbbbbbbbbbbbbbbb", CANCEL);
            assertThat(page.locator(".queue-item")).hasCount(2);
            visit.keep("queue");

            page.getByLabel("Your name").fill("Asha");
            page.locator(".queue-item").first().focus();
            page.keyboard().press("x");
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.getByText("Acknowledge chosen").click();
            assertThat(page.locator(".queue-state").first()).hasText("acknowledged, Asha");
            assertThat(page.locator(".queue-item input")).hasCount(0);
        }
        assertThat(stores.items.list(ItemFilter.OPEN, 10)).hasSize(2).allSatisfy(item -> assertThat(item.state())
                .isEqualTo(ItemState.ACKNOWLEDGED));
    }

    @Test
    void aWeekTellsWhatBecameOfItsRequests() {
        stores.hearAt(SampleStores.TODAY, "aaaaaaaaaaaaaaaa", SIZE);
        WorkItem item = only();
        stores.items.move(item.id(), ItemState.DONE, "Asha", null, item.version());
        try (Visit visit = visit()) {
            Page page = visit.open("/queue/report?week=2026-W47").page;
            assertThat(page.locator("tbody tr").first()).containsText("Other size");
            assertThat(page.locator("tfoot tr").first()).containsText("All requests");
            visit.keep("queue-report");
            page.getByLabel("Week before").click();
            assertThat(page.locator(".empty")).containsText("Nothing was asked for");
            visit.expectNothingWrong();
        }
    }

    @Test
    void whatIsChosenStandsInTheAddressAndStaysOverNewsAndBulkAcknowledge() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        stores.hear("bbbbbbbbbbbbbbbb", ADDRESS);
        try (Visit visit = visit()) {
            Page page = visit.open("/queue").page;
            assertThat(page.locator(".queue-team")).hasText(new String[] {"For Order desk", "For Address desk"});
            page.getByLabel("Team").selectOption("Address desk");
            page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page).hasURL(Pattern.compile(".*team=addresses.*"));
            assertThat(page.locator(".queue-item")).hasCount(1);

            stores.hear("cccccccccccccccc", SIZE);
            stores.hear("dddddddddddddddd", ADDRESS);
            assertThat(page.locator(".queue-item")).hasCount(2);
            page.getByLabel("Your name").fill("Asha");
            page.locator(".queue-item input").first().check();
            page.getByText("Acknowledge chosen").click();
            assertThat(page.locator(".queue-state").first()).hasText("acknowledged, Asha");
            assertThat(page.locator(".queue-item")).hasCount(2);
            assertThat(page.getByLabel("Team")).hasValue("addresses");
            visit.keep("queue-filtered");

            page.getByLabel("Taken care of by").selectOption("Me");
            page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".queue-item")).hasCount(1);
            page.locator(".queue-item h2 a").click();
            page.getByLabel("Note").first().fill("calling the courier");
            page.getByText("Done", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".item-history")).containsText("calling the courier");
            page.getByText("← Queue").click();
            assertThat(page).hasURL(Pattern.compile(".*team=addresses&owner=%40me.*"));
            visit.open("/queue?state=done&type=modify.size");
            assertThat(page.locator(".empty")).containsText("Nothing is like that");
            visit.expectNothingWrong();
        }
    }

    @Test
    void ofTwoPeopleOneHandsAnItemOverAndTheOtherIsTold() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        try (Visit first = visit();
                Visit second = visit()) {
            Page asha = first.open("/queue/" + only().id()).page;
            Page ben = second.open("/queue/" + only().id()).page;
            handOver(asha, "Asha", "Payments");
            assertThat(asha.locator(".item-facts")).containsText("Payments");
            assertThat(asha.locator(".item-history")).containsText("by Asha: to Payments");
            first.keep("queue-item-handed-over");

            handOver(ben, "Ben", "Address desk");
            assertThat(ben.getByRole(AriaRole.ALERT).first()).containsText("was changed meanwhile");
            handOver(ben, "Ben", "Address desk");
            assertThat(ben.locator(".item-facts")).containsText("Address desk");
        }
        assertThat(only().team()).isEqualTo("addresses");
        assertThat(only().state()).isEqualTo(ItemState.NEW);
    }

    private static void handOver(Page page, String who, String team) {
        Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Another team"));
        form.getByLabel("Hand over to").selectOption(team);
        form.getByLabel("Your name").fill(who);
        form.getByText("Hand over", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    @Test
    void whoSetsAnOrderByHandIsAskedForTheirName() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        try (Visit visit = visit()) {
            Page page = visit.open("/queue/" + only().id()).page;
            Locator form = page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Its order"));
            form.getByLabel("It is about order").fill("CS-1");
            form.getByText("Set", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(form.getByLabel("Your name")).isFocused();
            page.getByLabel("Your name").first().fill("Asha");
            assertThat(form.getByLabel("Your name")).hasValue("Asha");
            form.getByText("Set", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("no order has the number 'CS-1'");
            assertThat(form.getByLabel("Your name")).hasValue("Asha");
        }
    }

    @Test
    void whatWasSaidIsHeardInPlaceAndEnds() {
        stores.hear(SampleCalls.id(SampleCalls.CANCELLED), SIZE);
        try (Visit visit = visit()) {
            Page page = visit.open("/queue").page;
            Locator play = page.locator(".play-small");
            page.locator(".queue-item").focus();
            page.keyboard().press("p");
            assertThat(play).hasAttribute("aria-pressed", "true");
            stores.hear(SampleCalls.id(SampleCalls.SAVED), CANCEL);
            assertThat(play).hasCount(2);
            assertThat(play.first()).hasAttribute("aria-pressed", "true");
            play.last().click();
            assertThat(play.first()).hasAttribute("aria-pressed", "false");
            assertThat(play.last()).hasAttribute("aria-pressed", "true");
            assertThat(play.last())
                    .hasAttribute(
                            "aria-pressed", "false", new LocatorAssertions.HasAttributeOptions().setTimeout(15_000));
            visit.expectNothingWrong();
        }
    }

    @Test
    void aPageTellsWhereItemsWouldHaveGone() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        stores.hear("bbbbbbbbbbbbbbbb", ADDRESS);
        WorkItem size = stores.items
                .list(new ItemFilter("modify.size", ItemState.open(), null, null, 0), 1)
                .getFirst();
        stores.items.handOver(size.id(), "Payments", "Asha", null, size.version());
        String week = new ReviewWeek(LocalDate.ofInstant(size.createdAt(), ZoneOffset.UTC)).name();
        try (Visit visit = visit()) {
            Page page = visit.open("/queue/routing?week=" + week).page;
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.locator("tbody")).containsText("rule 1: modify.address");
            assertThat(page.locator(".routing-away")).containsText("Order desk");
            visit.keep("queue-routing");
            visit.open("/queue/routing?week=2026-W01");
            assertThat(page.locator(".empty")).containsText("Nothing came");
            visit.expectNothingWrong();
        }
    }

    @Test
    void itAllFitsASmallDarkScreen() {
        stores.hear("aaaaaaaaaaaaaaaa", SIZE);
        try (Visit visit = new Visit(chromium, server, 390, 844, ColorScheme.DARK)) {
            visit.open("/queue").keep("queue-small-dark");
            visit.open("/queue/" + only().id()).keep("queue-item-small-dark");
            visit.open("/queue/routing").keep("queue-routing-small-dark");
            visit.expectNothingWrong();
        }
    }

    private Visit visit() {
        return new Visit(chromium, server, 1280, 900, ColorScheme.LIGHT);
    }

    private WorkItem only() {
        return stores.items.list(ItemFilter.OPEN, 10).getFirst();
    }
}
