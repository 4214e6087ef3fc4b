package dev.callsift.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.callsift.pipeline.outbox.MessageState;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outbox in a real browser, light, dark and on a telephone. */
@NeedsBrowser
final class OutboxBrowserTest {

    private final OutboxSamples samples = new OutboxSamples();

    @Test
    void canBeReadAndUsed(@TempDir Path directory) throws IOException {
        samples.fillAndDeliver();
        try (SampleStores stores = SampleStores.empty(directory);
                TestServer server = new TestServer(stores, samples::register);
                Chromium chromium = new Chromium()) {
            look(new Visit(chromium, server, 1280, 900, ColorScheme.LIGHT), "light");
            look(new Visit(chromium, server, 1280, 900, ColorScheme.DARK), "dark");
            look(new Visit(chromium, server, 390, 844, ColorScheme.LIGHT), "phone");
            giveUp(new Visit(chromium, server, 390, 844, ColorScheme.LIGHT));
        }
        assertThat(samples.contents.counts()).containsEntry(MessageState.DISCARDED, 1L);
    }

    private static void look(Visit visit, String name) {
        try (visit) {
            visit.open("/outbox").keep("outbox-" + name);
            visit.open("/outbox?state=delivered").keep("outbox-empty-" + name);
            visit.open("/outbox/channels/dispatch-mail").keep("outbox-channel-" + name);
            visit.expectNothingWrong();
        }
    }

    private static void giveUp(Visit visit) {
        try (visit) {
            Page page = visit.open("/outbox").page;
            page.getByText("Give up").first().click();
            page.waitForURL("**/outbox?state=dead");
            visit.expectNothingWrong();
        }
    }
}
