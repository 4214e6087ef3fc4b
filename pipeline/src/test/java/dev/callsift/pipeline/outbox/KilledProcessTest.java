package dev.callsift.pipeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that change items and deliver are killed, as by {@code kill -9}, wherever they are; no change is lost. */
final class KilledProcessTest {

    private static final int KILLS = 6;

    @TempDir
    private Path folder;

    @Test
    void losesNothingThatWasCommitted() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String url = "jdbc:h2:" + folder.resolve("database").toAbsolutePath() + ";WRITE_DELAY=0";
        DataSource database = OutboxChild.database(url);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        int committed = 0;
        for (int i = 0; i < KILLS; i++) {
            committed = runAndKill(url, committed, random);
        }
        InstantSource later = () -> InstantSource.system().instant().plus(Duration.ofHours(1));
        Delivery delivery = OutboxChild.delivery(database, drop(), later);
        while (delivery.deliverNext()) {
            // until nothing is due
        }
        check(committed, seed);
    }

    private String drop() {
        return folder.resolve("drop").toString();
    }

    /** @return the number after the last one it said it had committed; one more may have been, unsaid */
    private int runAndKill(String url, int from, Random random) throws IOException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OutboxChild.class.getName(),
                        url,
                        drop(),
                        Integer.toString(from))
                .redirectErrorStream(true)
                .start();
        int next = from;
        int patience = 10 + random.nextInt(30);
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("committed ")) {
                    next = Integer.parseInt(line.substring("committed ".length())) + 1;
                    patience--;
                }
                if (patience == 0) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.onExit().join();
        assertThat(next).isGreaterThan(from);
        return next;
    }

    /** A change that was committed but not said may stand twice, as the next process begins with it again. */
    private void check(int committed, long seed) throws IOException {
        Set<Integer> got = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (String line : lines()) {
            List<String> cells = List.of(line.split(",", -1));
            long sequence = Long.parseLong(cells.get(4));
            assertThat(sequence)
                    .as("seed %d: %s", seed, line)
                    .isIn(last.getOrDefault(cells.get(3), 0L), last.getOrDefault(cells.get(3), 0L) + 1);
            last.put(cells.get(3), sequence);
            got.add(Integer.parseInt(cells.get(5)));
        }
        assertThat(got)
                .as("seed %d", seed)
                .containsAll(IntStream.range(0, committed).boxed().toList());
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(drop()))) {
            files.sorted().forEach(file -> {
                try {
                    lines.addAll(Files.readAllLines(file).stream().skip(1).toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return lines;
    }
}
