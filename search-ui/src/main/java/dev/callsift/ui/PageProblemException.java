package dev.callsift.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered, with what the reader can do about it. Fate: shown as a page or as problem details. */
public final class PageProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String title;
    private final String detail;

    /**
     * @param title what is wrong, without a full stop
     * @param detail what the reader can do, one sentence
     */
    public PageProblemException(HttpStatus status, String title, String detail) {
        this(status, title, detail, null);
    }

    /** @param cause what is to be found in the log */
    public PageProblemException(HttpStatus status, String title, String detail, @Nullable Throwable cause) {
        super(title + ". " + detail, cause);
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }
}
