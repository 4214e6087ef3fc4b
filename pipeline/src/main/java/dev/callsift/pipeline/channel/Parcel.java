package dev.callsift.pipeline.channel;

import java.util.List;

/**
 * What is sent at once: one notice, or several as a digest.
 *
 * @param id of the notice, or the digest's own
 */
public record Parcel(String id, List<Notice> notices) {

    public Parcel {
        notices = List.copyOf(notices);
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("a parcel needs a notice");
        }
    }

    public static Parcel of(Notice notice) {
        return new Parcel(notice.id(), List.of(notice));
    }

    boolean isDigest() {
        return notices.size() > 1;
    }

    Notice first() {
        return notices.getFirst();
    }
}
