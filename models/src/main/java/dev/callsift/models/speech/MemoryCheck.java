package dev.callsift.models.speech;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Refuses a model that this machine cannot hold, before Vosk asks for the memory and the system kills something.
 *
 * <p>A model is estimated at twice its files and {@value #BASE_MIB} MiB: the graph and the rescoring model are unpacked into
 * larger structures than their files, and decoding needs room of its own. That gives about 300 MiB for the small models of
 * 68 MiB unpacked, which is what Vosk's makers say of them.
 */
final class MemoryCheck {

    private static final long BASE_MIB = 150;
    private static final Pattern MEM_AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");

    private final LongSupplier available;

    /** @param available bytes that a new process can have now */
    MemoryCheck(LongSupplier available) {
        this.available = available;
    }

    static MemoryCheck ofThisMachine() {
        return new MemoryCheck(MemoryCheck::availableHere);
    }

    boolean fits(long modelBytes) {
        return needed(modelBytes) <= available.getAsLong();
    }

    void require(String name, long modelBytes) {
        if (!fits(modelBytes)) {
            throw new SpeechModelException(describe(name, modelBytes));
        }
    }

    String describe(String name, long modelBytes) {
        String smaller = name.contains("en-in") ? "vosk-model-small-en-in-0.4" : "vosk-model-small-en-us-0.15";
        return name + " needs about " + ByteSize.text(needed(modelBytes)) + " of memory and "
                + ByteSize.text(available.getAsLong()) + " are available; use a smaller model ('callsift models fetch "
                + smaller + "'), end other programs, or run on a larger machine";
    }

    static long needed(long modelBytes) {
        return 2 * modelBytes + BASE_MIB * ByteSize.MIB;
    }

    /**
     * What the system says a new process can have, at most the container's limit. A container's use counts files in the page
     * cache, which give way, so it is not subtracted. Where the system does not say, all installed memory counts.
     */
    private static long availableHere() {
        long limit = installedOrLimit();
        try {
            String meminfo = Files.readString(Path.of("/proc/meminfo"), StandardCharsets.US_ASCII);
            Matcher line = MEM_AVAILABLE.matcher(meminfo);
            return line.find() ? Math.min(limit, Long.parseLong(line.group(1)) * 1024) : limit;
        } catch (IOException e) {
            return limit; // not Linux
        }
    }

    /** Through JMX by name, because the typed bean is not part of every Java runtime. */
    private static long installedOrLimit() {
        try {
            ObjectName system = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            return (Long) ManagementFactory.getPlatformMBeanServer().getAttribute(system, "TotalMemorySize");
        } catch (JMException e) {
            return Long.MAX_VALUE;
        }
    }
}
