package dev.callsift.cli;

import dev.callsift.models.speech.DownloadProgress;
import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a download is: a bar on a terminal, a line per tenth in a log. */
final class DownloadBar implements DownloadProgress, AutoCloseable {

    private static final long MEGABYTE = 1_000_000;
    private static final int LINES = 10;

    private final String name;
    private final PrintStream out = System.err;
    private final boolean terminal = Terminal.isInteractive();
    private @Nullable ProgressBar bar;
    private long lastTenth = -1;

    DownloadBar(String name) {
        this.name = name;
    }

    @Override
    public void downloaded(long doneBytes, long totalBytes) {
        if (terminal) {
            bar(totalBytes).stepTo(doneBytes);
        } else if (totalBytes > 0 && doneBytes * LINES / totalBytes > lastTenth) {
            lastTenth = doneBytes * LINES / totalBytes;
            out.println(name + ": " + doneBytes / MEGABYTE + " of " + totalBytes / MEGABYTE + " MB");
        }
    }

    @Override
    public void note(String line) {
        out.println((terminal ? "\r" : "") + name + ": " + line);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar bar(long totalBytes) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(totalBytes)
                    .setUnit(" MB", MEGABYTE)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .build();
        }
        return bar;
    }
}
