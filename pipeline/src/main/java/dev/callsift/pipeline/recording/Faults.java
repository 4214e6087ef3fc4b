package dev.callsift.pipeline.recording;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Faults in words. */
final class Faults {

    private Faults() {}

    /** What happened, in one clause: Java's file exceptions have only the file's name as their message. */
    static String text(Throwable fault) {
        if (fault instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
