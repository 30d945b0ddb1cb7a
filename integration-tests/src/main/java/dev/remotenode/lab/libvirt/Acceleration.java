package dev.remotenode.lab.libvirt;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** How QEMU runs the code of a guest. */
public enum Acceleration {
    /** By the processor, at full speed. */
    HARDWARE("kvm"),
    /** Translated, at a tenth of it. */
    EMULATION("qemu");

    private static final Path DEVICE = Path.of("/dev/kvm");
    private static final Pattern EXTENSION =
            Pattern.compile("^flags\\s*:.*\\b(vmx|svm)\\b", Pattern.MULTILINE);

    /** The type of such a domain of libvirt. */
    final String domainType;

    Acceleration(String domainType) {
        this.domainType = domainType;
    }

    /**
     * The best that this machine has. The device alone does not say it: it is also there for guests
     * with a kernel made for a processor without extensions, which Debian's is not.
     */
    public static Acceleration ofThisMachine() {
        return hasExtension() && canBeOpened() ? HARDWARE : EMULATION;
    }

    private static boolean hasExtension() {
        try {
            return EXTENSION.matcher(Files.readString(Path.of("/proc/cpuinfo"))).find();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBeOpened() {
        try (var device = new RandomAccessFile(DEVICE.toFile(), "rw")) {
            return device.getFD().valid();
        } catch (IOException e) {
            return false;
        }
    }
}
