package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Looks for what Vosk needs in a folder before Vosk does: on a missing or foreign file Vosk gives no reason at all, or
 * ends the whole process. The first bytes tell a real file from the pointer that an incomplete checkout leaves.
 */
final class ModelInspection {

    private static final byte[] FST = HexFormat.of().parseHex("d6fdb27e");
    private static final byte[] KALDI_BINARY = {0, 'B'};
    private static final byte[] KALDI_TEXT = "<TransitionModel>".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> IVECTOR =
            List.of("splice.conf", "online_cmvn.conf", "final.mat", "global_cmvn.stats", "final.dubm");

    private final Path root;
    private final ModelLayout layout;
    private final List<String> problems = new ArrayList<>();

    ModelInspection(Path root, ModelLayout layout) {
        this.root = root;
        this.layout = layout;
    }

    /** All that is missing or wrong, one clause each; empty for a folder that Vosk should load. */
    List<String> problems() {
        if (require(layout.acousticModel()) && !begins(layout.acousticModel(), KALDI_BINARY, KALDI_TEXT)) {
            problems.add(layout.acousticModel() + " is no Kaldi model");
        }
        require(layout.features());
        layout.others().forEach(this::require);
        graph();
        extras();
        return List.copyOf(problems);
    }

    private void graph() {
        String whole = layout.graph("HCLG.fst");
        String left = layout.graph("HCLr.fst");
        String right = layout.graph("Gr.fst");
        if (has(whole)) {
            requireFst(whole);
        } else if (has(left) || has(right)) {
            requireFst(left);
            requireFst(right);
            require(layout.graph("disambig_tid.int"));
        } else {
            problems.add(whole + " (or HCLr.fst with Gr.fst) is missing");
        }
    }

    private void extras() {
        if (has("ivector/final.ie")) {
            IVECTOR.forEach(file -> require("ivector/" + file));
        }
        if (has("rescore/G.carpa")) {
            require("rescore/G.fst");
        }
    }

    private boolean has(String path) {
        return Files.isRegularFile(root.resolve(path));
    }

    private boolean require(String path) {
        if (!has(path)) {
            problems.add(path + " is missing");
            return false;
        }
        return true;
    }

    private void requireFst(String path) {
        if (require(path) && !begins(path, FST)) {
            problems.add(path + " is no OpenFst file");
        }
    }

    private boolean begins(String path, byte[]... allowed) {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            byte[] start = in.readNBytes(KALDI_TEXT.length);
            return Arrays.stream(allowed)
                    .anyMatch(magic -> start.length >= magic.length
                            && Arrays.equals(magic, 0, magic.length, start, 0, magic.length));
        } catch (IOException e) {
            throw ModelFolder.unreadable(root.resolve(path), e);
        }
    }
}
