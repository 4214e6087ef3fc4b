package dev.callsift.ui;

import org.springframework.web.util.UriComponentsBuilder;

/** The addresses of pages and data. Whatever is put into one is encoded. */
public final class Addresses {

    private Addresses() {}

    public static String call(String id, String query) {
        return query.isBlank()
                ? build("/calls/{id}", id)
                : UriComponentsBuilder.fromPath("/calls/{id}")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(id, query)
                        .toUriString();
    }

    /** @param atMs where the player starts */
    public static String moment(String id, long atMs, String query) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/calls/{id}").queryParam("t", "{t}");
        return query.isBlank()
                ? address.encode().buildAndExpand(id, Clock.seconds(atMs)).toUriString()
                : address.queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(id, Clock.seconds(atMs), query)
                        .toUriString();
    }

    public static String audio(String id) {
        return build("/calls/{id}/audio", id);
    }

    public static String transcript(String id) {
        return build("/api/calls/{id}/transcript", id);
    }

    public static String peaks(String id) {
        return build("/api/calls/{id}/peaks", id);
    }

    private static String build(String path, String id) {
        return UriComponentsBuilder.fromPath(path).encode().buildAndExpand(id).toUriString();
    }
}
