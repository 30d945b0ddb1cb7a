package dev.remotenode.agent.schema;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A version of the schema of the cluster's configuration. */
record SchemaVersion(int major, int minor) implements Comparable<SchemaVersion> {

    private static final Pattern FILE = Pattern.compile("pacemaker-(\\d{1,3})\\.(\\d{1,3})\\.rng");
    private static final Comparator<SchemaVersion> ORDER =
            Comparator.comparingInt(SchemaVersion::major).thenComparingInt(SchemaVersion::minor);

    /** The version whose main file has that name; empty if it is no main file. */
    static Optional<SchemaVersion> ofFile(String name) {
        return FILE.matcher(name)
                .results()
                .filter(match -> match.group().length() == name.length())
                .findFirst()
                .map(SchemaVersion::of);
    }

    private static SchemaVersion of(MatchResult file) {
        return new SchemaVersion(Integer.parseInt(file.group(1)), Integer.parseInt(file.group(2)));
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return ORDER.compare(this, other);
    }

    /** As the cluster calls it. */
    @Override
    public String toString() {
        return "pacemaker-" + major + "." + minor;
    }
}
