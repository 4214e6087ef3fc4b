package dev.callsift.models.speech;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a fetch told. */
final class Progress implements DownloadProgress {

    final List<Long> done = new CopyOnWriteArrayList<>();
    final List<Long> totals = new CopyOnWriteArrayList<>();
    final List<String> notes = new CopyOnWriteArrayList<>();

    @Override
    public void downloaded(long doneBytes, long totalBytes) {
        done.add(doneBytes);
        totals.add(totalBytes);
    }

    long last() {
        return done.isEmpty() ? 0 : done.getLast();
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }
}
