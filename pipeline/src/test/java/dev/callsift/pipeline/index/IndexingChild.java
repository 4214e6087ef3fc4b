package dev.callsift.pipeline.index;

import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;

/** A process that writes an index until it is killed, and prints how many calls it has committed. */
final class IndexingChild {

    private static final int CHUNK = 7;

    private IndexingChild() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        if (arguments[1].equals("rebuild")) {
            CallIndex.rebuild(folder, index -> write(index, 0));
        } else {
            try (CallIndex index = CallIndex.open(folder)) {
                write(index, Integer.parseInt(arguments[1]));
            }
        }
    }

    private static void write(CallIndex index, int from) {
        for (int call = from; ; call++) {
            IndexFolder.put(index, Transcripts.of(key(call), "customer: please cancel number " + call));
            if (call % CHUNK == 0) {
                index.commit();
                System.out.println(call + 1);
            }
        }
    }

    static String key(int call) {
        return "calls/" + call + ".wav";
    }
}
