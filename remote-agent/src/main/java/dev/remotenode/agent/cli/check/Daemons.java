package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Processes of this host, by the names that the kernel has for them. */
final class Daemons {
    /** As long as the kernel keeps it. */
    static final String REMOTE_DAEMON = "pacemaker-remot";

    private Daemons() {}

    /** Name and process id of each process with one of some names. */
    static List<String> named(Set<String> names, Surroundings surroundings) {
        return all(surroundings).stream()
                .filter(process -> names.contains(name(process)))
                .map(Daemons::description)
                .toList();
    }

    /**
     * Name and process id of each process that accepts connections to a port; nobody is named who
     * belongs to another user, unless root asks.
     */
    static List<String> listeningOn(int port, Surroundings surroundings) {
        Set<String> sockets = TcpTable.read().listenersOn(port);
        List<String> holders =
                all(surroundings).stream()
                        .filter(process -> holdsOneOf(sockets, process))
                        .map(Daemons::description)
                        .toList();
        return holders.isEmpty() && !sockets.isEmpty()
                ? List.of("a process that only root can name")
                : holders;
    }

    private static List<Path> all(Surroundings surroundings) {
        return entries(surroundings.file("/proc"), "[0-9]*");
    }

    private static boolean holdsOneOf(Set<String> sockets, Path process) {
        return entries(process.resolve("fd"), "*").stream()
                .map(Daemons::target)
                .anyMatch(target ->
                        sockets.stream().anyMatch(id -> target.equals("socket:[" + id + "]")));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String description(Path process) {
        return "%s (process %s)".formatted(name(process), process.getFileName());
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            // It has ended.
            return "";
        }
    }

    private static List<Path> entries(Path folder, String pattern) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            return List.of();
        }
        return entries;
    }
}
