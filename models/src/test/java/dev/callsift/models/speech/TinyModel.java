package dev.callsift.models.speech;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Folders and archives with the files of a Vosk model but nothing learned in them, for what happens before Vosk. */
final class TinyModel {

    private final Map<String, byte[]> files = new TreeMap<>();

    /** @param graphBytes that no compression makes smaller, so that an archive is about as large */
    static TinyModel inFolders(int graphBytes) {
        TinyModel model = new TinyModel();
        model.with("am/final.mdl", "\0B<TransitionModel> ")
                .with("conf/mfcc.conf", "--sample-frequency=16000\n")
                .with("conf/model.conf", "--beam=13.0\n")
                .with("README", "not part of the hash");
        model.files.put("graph/HCLG.fst", fst(graphBytes));
        return model;
    }

    static TinyModel flat() {
        TinyModel model = new TinyModel();
        model.with("final.mdl", "\0B<TransitionModel> ").with("mfcc.conf", "--sample-frequency=8000\n");
        model.with("disambig_tid.int", "1\n").with("words.txt", "<eps> 0\n");
        model.files.put("HCLr.fst", fst(10));
        model.files.put("Gr.fst", fst(10));
        return model;
    }

    TinyModel with(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    TinyModel without(String path) {
        files.remove(path);
        return this;
    }

    Path writeTo(Path folder) {
        files.forEach((path, content) -> {
            try {
                Files.createDirectories(folder.resolve(path).resolveSibling(""));
                Files.write(folder.resolve(path), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return folder;
    }

    /** As the official archives are: everything in one folder of the model's name. */
    byte[] zip(String top) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(top.isEmpty() ? file.getKey() : top + "/" + file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static String md5(byte[] bytes) {
        return DigestUtils.md5Hex(bytes);
    }

    private static byte[] fst(int size) {
        byte[] content = new byte[size + 4];
        new Random(size).nextBytes(content);
        System.arraycopy(HexFormat.of().parseHex("d6fdb27e"), 0, content, 0, 4);
        return content;
    }
}
