package dev.callsift.pipeline.index;

import static dev.callsift.pipeline.index.IndexFolder.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.recording.RecordingKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCrashTest {

    private static final int ROUNDS = 5;

    private final Random random = new Random(46);

    @TempDir
    Path folder;

    @Test
    void hasEveryCommittedCallOnceAfterEachKill() throws Exception {
        int committed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            committed = Math.max(committed, killWhileWriting(Integer.toString(committed), 1 + random.nextInt(15)));
            try (CallIndex index = CallIndex.open(folder)) {
                assertThat(index.calls()).as("round %d", round).isGreaterThanOrEqualTo(committed);
            }
            assertThat(timesOfEach(committed)).as("round %d", round).containsOnly(1);
        }
        assertThat(committed).isPositive();
    }

    private List<Integer> timesOfEach(int calls) {
        return IndexFolder.read(folder, searcher -> {
                    List<Integer> times = new ArrayList<>();
                    for (int call = 0; call < calls; call++) {
                        String id = new RecordingKey(IndexingChild.key(call)).id();
                        times.add(searcher.count(KeywordField.newExactQuery(CallFields.ID, id)));
                    }
                    return times;
                })
                .orElseThrow();
    }

    @Test
    void keepsTheLiveIndexWhenARebuildIsKilled() throws Exception {
        IndexFolder.fill(folder, "live", "agent: hello");
        for (int round = 0; round < 2; round++) {
            killWhileWriting("rebuild", 1 + random.nextInt(15));
            assertThat(count(folder, MatchAllDocsQuery.INSTANCE)).isEqualTo(1);
            assertThat(count(folder, "hello")).isEqualTo(1);
        }
        CallIndex.open(folder).close();
        assertThat(folder.toFile().list()).contains("g-0001").doesNotContain("g-0002", "g-0003");
    }

    /** @return how many calls the process had committed for certain */
    private int killWhileWriting(String what, int commits) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexingChild.class.getName(),
                        folder.toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = 0;
        try (BufferedReader lines = child.inputReader()) {
            String line = lines.readLine();
            for (int seen = 1; line != null; seen++) {
                last = Integer.parseInt(line);
                if (seen == commits) {
                    Thread.sleep(0, random.nextInt(999_999));
                    child.toHandle().destroyForcibly(); // the process's own way closes what it printed
                }
                line = lines.readLine();
            }
        }
        child.waitFor();
        assertThat(last).as("the process wrote before it was killed").isPositive();
        return last;
    }
}
