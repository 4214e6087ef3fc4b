package dev.callsift.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue, with two people working on it at once. */
@NeedsBrowser
final class QueueBrowserTest {

    private static final String SIZE = """
            customer: please change the size from medium to large
            agent: okay i have changed it to large
            """;
    private static final String CANCEL = """
            customer: please cancel my order
            agent: i will look into it
            """;

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
            asha.getByLabel("Your name").fill("Asha");
            asha.getByLabel("Note").fill("calling the warehouse");
            asha.getByText("Acknowledge").click();
            assertThat(asha.locator(".item-facts")).containsText("acknowledged, Asha");
            first.keep("queue-item");

            // what the server answers is a refusal, which a browser notes in its console
            ben.getByLabel("Your name").fill("Ben");
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

    private Visit visit() {
        return new Visit(chromium, server, 1280, 900, ColorScheme.LIGHT);
    }

    private WorkItem only() {
        return stores.items.list(ItemFilter.OPEN, 10).getFirst();
    }
}
