package dev.remotenode.lrmd.message;

import java.util.Optional;

/**
 * A version of the executor API, as {@code major.minor}.
 *
 * @param major peers of another major version below ours are refused
 * @param minor what the peer may ask beyond the base
 */
public record ProtocolVersion(int major, int minor) implements Comparable<ProtocolVersion> {

    /** What the daemon speaks: Pacemaker 2.1.8 and later say the same. */
    public static final ProtocolVersion CURRENT = new ProtocolVersion(1, 2);

    /** What a cluster node speaks that can be asked for the files of schemas. */
    public static final ProtocolVersion WITH_SCHEMAS = new ProtocolVersion(1, 2);

    /** The oldest peer that is served. */
    public static final ProtocolVersion OLDEST = new ProtocolVersion(1, 0);

    /** Reads {@code 1}, {@code 1.1} or {@code 1.1.7}; empty for anything that is not a version. */
    public static Optional<ProtocolVersion> parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return Optional.of(new ProtocolVersion(major, minor));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(ProtocolVersion other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
