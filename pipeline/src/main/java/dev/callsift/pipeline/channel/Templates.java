package dev.callsift.pipeline.channel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts notices into words by Mustache templates, which are data: they can show what a notice holds and do nothing else. For a topic
 * and a part the first of these counts: the file of that name in the configured folder, the bundled one, the folder's
 * {@code default}, the bundled {@code default}; for several notices at once {@code digest} stands in place of the topic. Files are
 * read at every use, so that a change shows at once. Thread-safe.
 */
public final class Templates {

    /** Which text of a message a template makes. */
    public enum Part {
        /** An e-mail's subject. */
        SUBJECT("subject.txt", false),
        /** An e-mail's plain text. */
        TEXT("body.txt", false),
        /** An e-mail's HTML; values are escaped. */
        HTML("body.html", true),
        /** What telephones and chats show. */
        SHORT("short.txt", false);

        private final String suffix;
        private final boolean html;

        Part(String suffix, boolean html) {
            this.suffix = suffix;
            this.html = html;
        }

        String fileName(String topic) {
            return topic + "." + suffix + ".mustache";
        }
    }

    private final @Nullable Path folder;
    private final ZoneId zone;

    /**
     * @param folder of one's own templates
     * @param zone whose clock times are told by
     */
    public Templates(@Nullable Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /** @throws TemplateUnusableException when the template that counts is no template */
    public String render(Part part, Parcel parcel) {
        String topic = parcel.isDigest() ? "digest" : parcel.first().topic();
        String name = part.fileName(topic);
        try {
            Template template = Mustache.compiler()
                    .escapeHTML(part.html)
                    .defaultValue("")
                    .compile(source(name, part.fileName("default")));
            return template.execute(words(parcel)).strip();
        } catch (MustacheException e) {
            throw new TemplateUnusableException(name, e);
        }
    }

    /** The files of which the first that exists counts, for whoever wants to write one. */
    public static List<String> names(String topic) {
        return Stream.of(Part.values()).map(part -> part.fileName(topic)).toList();
    }

    private String source(String name, String fallback) {
        return Stream.of(name, fallback)
                .flatMap(each -> Stream.of(ownOrEmpty(each), bundledOrEmpty(each)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(fallback + " is not bundled"));
    }

    private String ownOrEmpty(String name) {
        if (folder == null || !Files.exists(folder.resolve(name))) {
            return "";
        }
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new TemplateUnusableException(name, e);
        }
    }

    private static String bundledOrEmpty(String name) {
        try (InputStream bundled = Templates.class.getResourceAsStream("templates/" + name)) {
            return bundled == null ? "" : new String(bundled.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> words(Parcel parcel) {
        List<Map<String, Object>> each =
                parcel.notices().stream().map(this::words).toList();
        Map<String, Object> words = new LinkedHashMap<>(each.getFirst());
        words.put("count", each.size());
        words.put("notices", each);
        return words;
    }

    private Map<String, Object> words(Notice notice) {
        Map<?, ?> data = Payloads.data(notice);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", notice.id());
        words.put("topic", notice.topic());
        words.put("headline", data.get("title") instanceof String title ? title : headline(notice));
        words.put("subject", notice.subject());
        words.put("sequence", notice.sequence());
        words.put(
                "at",
                DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm zzz", Locale.ENGLISH)
                        .format(notice.at().atZone(zone)));
        words.put("data", data);
        words.put("fields", fields(data));
        return words;
    }

    private static String headline(Notice notice) {
        String words = notice.topic().replace('.', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1) + ": " + notice.subject();
    }

    private static List<Map<String, Object>> fields(Map<?, ?> data) {
        return data.entrySet().stream()
                .filter(field -> field.getValue() instanceof String
                        || field.getValue() instanceof Number
                        || field.getValue() instanceof Boolean)
                .map(field ->
                        Map.<String, Object>of("name", spelled(field.getKey().toString()), "value", field.getValue()))
                .toList();
    }

    /** {@code minutesLeft} as {@code Minutes left}. */
    private static String spelled(String name) {
        String words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ENGLISH);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** A template cannot be used; what it stands for waits until it is mended. Fate: retry. */
    public static final class TemplateUnusableException extends RuntimeException {
        TemplateUnusableException(String name, Throwable cause) {
            super("template " + name + ": " + cause.getMessage() + "; correct or remove it", cause);
        }
    }
}
