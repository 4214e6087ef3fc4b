package dev.callsift.models.language;

import java.util.List;
import java.util.Optional;

/** A rule as a file gives it, nothing resolved. */
record RawRule(
        Text name,
        boolean removed,
        Optional<Text> speaker,
        List<Text> match,
        List<Text> unless,
        List<Text> after,
        Optional<Text> strength,
        List<Text> matching,
        List<Text> nonMatching) {

    static RawRule read(Section section) {
        try (section) {
            return new RawRule(
                    section.required("name"),
                    section.text("remove").map(Text::value).equals(Optional.of("true")),
                    section.text("speaker"),
                    section.texts("match"),
                    section.texts("unless"),
                    section.texts("after"),
                    section.text("strength"),
                    section.texts("yes"),
                    section.texts("no"));
        }
    }
}
