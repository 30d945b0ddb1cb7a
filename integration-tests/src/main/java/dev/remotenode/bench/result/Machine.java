package dev.remotenode.bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A machine, as far as speed depends on it.
 *
 * @param identity tells machines of the same kind apart, and says nothing about them
 * @param processor the model
 * @param processors how many this program may use
 * @param gigabytes of memory
 * @param kernel the release of Linux
 */
public record Machine(
        String identity, String processor, int processors, int gigabytes, String kernel) {
    private static final Path IDENTITY = Path.of("/etc/machine-id");
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final int IDENTITY_BYTES = 8;
    private static final double KILOBYTES_PER_GIGABYTE = 1024.0 * 1024.0;
    private static final String UNKNOWN = "unknown";

    /** The one that runs this. */
    public static Machine here() {
        return new Machine(
                Files.exists(IDENTITY) ? hash(read(IDENTITY).getFirst()) : UNKNOWN,
                value(PROCESSORS, "model name"),
                Runtime.getRuntime().availableProcessors(),
                gigabytes(value(MEMORY, "MemTotal")),
                System.getProperty("os.version"));
    }

    /** In what it differs from another; empty if figures of both may be compared. */
    List<String> differencesTo(Machine other) {
        List<String> differences = new ArrayList<>();
        compare("processor", processor, other.processor, differences);
        compare("number of processors", processors, other.processors, differences);
        compare("memory in GB", gigabytes, other.gigabytes, differences);
        compare("kernel", kernel, other.kernel, differences);
        compare("identity", identity, other.identity, differences);
        return differences;
    }

    private static void compare(String what, Object one, Object other, List<String> differences) {
        if (!one.equals(other)) {
            differences.add("%s: %s and %s".formatted(what, one, other));
        }
    }

    @Override
    public String toString() {
        return "%d processors (%s), %d GB, Linux %s"
                .formatted(processors, processor, gigabytes, kernel);
    }

    /** The id itself is to be kept secret, says its manual page. */
    private static String hash(String id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("bench of " + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, IDENTITY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Rounded, as a kernel keeps more or less for itself. */
    private static int gigabytes(String kilobytes) {
        return (int)
                Math.round(
                        Long.parseLong(kilobytes.replaceAll("\\D", "")) / KILOBYTES_PER_GIGABYTE);
    }

    private static String value(Path file, String field) {
        return read(file).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static List<String> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
