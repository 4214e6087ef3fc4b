package dev.callsift.pipeline.transcript;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory of a process, where the system tells it (Linux); 0 elsewhere.
 *
 * @param residentBytes now
 * @param peakBytes the most it ever was
 */
public record ProcessMemory(long residentBytes, long peakBytes) {

    public static ProcessMemory of(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8);
            return new ProcessMemory(bytes(status, "VmRSS:"), bytes(status, "VmHWM:"));
        } catch (IOException e) {
            return new ProcessMemory(0, 0);
        }
    }

    private static long bytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .mapToLong(digits -> Long.parseLong(digits) * 1_024)
                .findFirst()
                .orElse(0);
    }
}
