package dev.callsift.models.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.util.model.BaseModel;

/** OpenNLP's model files without the time they were made at, so that the same text gives the same bytes. */
final class ReproducibleModel {

    private static final String MANIFEST = "manifest.properties";
    private static final String TIMESTAMP = "Timestamp=";

    private ReproducibleModel() {}

    static byte[] bytes(BaseModel model) throws IOException {
        var written = new ByteArrayOutputStream();
        model.serialize(written);
        return zip(entries(written.toByteArray()));
    }

    /** A zip of these files, in the order of their names. */
    static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static SortedMap<String, byte[]> entries(byte[] model) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(model))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                files.put(entry.getName(), entry.getName().equals(MANIFEST) ? timeless(content) : content);
            }
        }
        return files;
    }

    private static byte[] timeless(byte[] manifest) {
        return new String(manifest, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.startsWith(TIMESTAMP) ? TIMESTAMP + "0" : line)
                .sorted()
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
