package dev.remotenode.lab.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The way into namespaces.
 *
 * @param pid a process inside, as the machine sees it
 * @param kinds those of its namespaces that are not the machine's
 */
record Entrance(long pid, Set<Namespaces.Kind> kinds) {

    Entrance {
        kinds = Set.copyOf(kinds);
    }

    /** The command line before a command that shall run inside. */
    List<String> command() {
        var nsenter = new ArrayList<>(List.of("nsenter", "--target", Long.toString(pid), "--wd"));
        kinds.forEach(kind -> nsenter.add(kind.option()));
        nsenter.add("--");
        return nsenter;
    }
}
