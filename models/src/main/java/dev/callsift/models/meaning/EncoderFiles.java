package dev.callsift.models.meaning;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

/** The files of the encoder on the class path. */
final class EncoderFiles {

    private static final String FOLDER = "/callsift/encoder/calls-en/";
    private static final int VERSION_LENGTH = 12;

    private EncoderFiles() {}

    /**
     * What the encoder's scores stand for, in their order.
     *
     * @param codes of the taxonomy
     * @param names types of entities
     */
    record Labels(List<String> codes, List<String> names) {}

    static Labels labels() throws IOException {
        try (InputStream stream = open("labels.json")) {
            return new JsonMapper().readValue(stream, Labels.class);
        }
    }

    static List<String> vocabulary() throws IOException {
        try (InputStream stream = open("vocabulary.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** The beginning of the hash of the hashes of what was trained. */
    static String version() throws IOException {
        try (InputStream stream = open("SHA256SUMS")) {
            return DigestUtils.sha256Hex(stream).substring(0, VERSION_LENGTH);
        }
    }

    /** A model that runs on the thread that asks. */
    static OrtSession session() throws IOException, OrtException {
        try (InputStream stream = open("call.onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // what is kept for the next run costs more memory than time is won, with texts of every length
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            return OrtEnvironment.getEnvironment().createSession(stream.readAllBytes(), options);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = EncoderFiles.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new FileNotFoundException(FOLDER + name + " is not on the class path");
        }
        return stream;
    }
}
