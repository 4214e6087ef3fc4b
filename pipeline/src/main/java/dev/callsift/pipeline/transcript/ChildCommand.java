package dev.callsift.pipeline.transcript;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * How a child process is started: the Java and the class path this process runs on, another main class, a small heap.
 *
 * @param mainClass the child's
 * @param heap the most its Java side may take; the native libraries' memory comes on top
 * @param threads that recognize in it
 */
record ChildCommand(String mainClass, DataSize heap, int threads) {

    private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Starts the child; its standard streams are pipes. */
    Process start() throws IOException {
        var builder = new ProcessBuilder(command());
        // Kaldi reads and prints numbers by the locale: this one has the decimal point. Where it does not exist (old C
        // libraries), C itself takes its place; that alone would leave file names outside ASCII unreadable.
        builder.environment().put("LC_ALL", "C.UTF-8");
        // glibc (others do not look): one arena for each recognizing thread and one for the decoding ones, so that they
        // do not wait for each other; freed memory is kept for the next recording up to a bound, and not given back
        // page by page.
        builder.environment().put("MALLOC_ARENA_MAX", String.valueOf(threads + 1));
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", bytes(DataSize.ofMegabytes(32)));
        builder.environment().put("MALLOC_TRIM_THRESHOLD_", bytes(DataSize.ofMegabytes(64)));
        return builder.start();
    }

    private static String bytes(DataSize size) {
        return String.valueOf(size.toBytes());
    }

    List<String> command() {
        List<String> command = new ArrayList<>(detached());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap.toMegabytes() + "m",
                "-XX:+UseSerialGC",
                // The heap is taken at once and stays: a long recording needs no more memory than a short one.
                "-Xms" + heap.toMegabytes() + "m",
                "-XX:+AlwaysPreTouch",
                "-Xmn16m",
                "-XX:+ExitOnOutOfMemoryError",
                // A native crash is told on standard error and in a file out of the way, never on standard output.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "callsift-recognizer-%p.log"),
                "--enable-native-access=ALL-UNNAMED",
                // JavaCPP, under FFmpeg, would refuse memory once the process takes four times the heap, which a speech
                // model alone can do. What the process may take is for its wear to say.
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                // Words leave Vosk as UTF-8 whatever the locale.
                "-Djna.encoding=UTF-8"));
        command.addAll(main());
        return command;
    }

    /**
     * Ctrl-C at a terminal, and a service manager's stop, reach the child too; it must not die before its parent has decided
     * what becomes of the recordings in flight. It ends when its input does.
     */
    private static List<String> detached() {
        return WINDOWS ? List.of() : List.of("/bin/sh", "-c", "trap '' INT TERM HUP; exec \"$0\" \"$@\"");
    }

    /** In one executable jar the classes lie in jars inside it, where only Spring Boot's launcher finds them. */
    private List<String> main() {
        return isBootJar()
                ? List.of("-cp", classPath(), "-Dloader.main=" + mainClass, BOOT_LAUNCHER)
                : List.of("-cp", classPath(), mainClass);
    }

    private static boolean isBootJar() {
        return ClassLoader.getSystemResource(BOOT_LAUNCHER.replace('.', '/') + ".class") != null;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
