package dev.callsift.models.language;

import java.util.Comparator;

/**
 * Where something stands in a taxonomy file.
 *
 * @param file the file's name as a person would look for it
 * @param line from 1
 */
public record SourceLine(String file, int line) implements Comparable<SourceLine> {

    private static final Comparator<SourceLine> ORDER =
            Comparator.comparing(SourceLine::file).thenComparingInt(SourceLine::line);

    @Override
    public int compareTo(SourceLine other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
