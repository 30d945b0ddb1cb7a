package dev.remotenode.agent.control;

import dev.remotenode.control.message.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What developers want to know of a daemon that does not behave: memory, threads, state. */
final class ProcessDump {

    private static final Path PROCESS = Path.of("/proc/self");

    /** Of the lines in the process's status. */
    private static final Pattern TELLING =
            Pattern.compile("^(Vm(Peak|Size|HWM|RSS|Swap)|Rss\\w+|Threads|FDSize|\\w+_ctxt\\w+):");

    private static final int KIBIBYTE = 1024;

    private ProcessDump() {}

    static String text(Status status) {
        StringBuilder text = new StringBuilder();
        text.append(
                "Remote Node %s, process %d, Java %s%n"
                        .formatted(status.getVersion(), status.getPid(), Runtime.version()));
        text.append("%n%s%n".formatted(status.getLifecycle().getText()));
        memory(text);
        threads(text);
        return text.toString();
    }

    private static void memory(StringBuilder text) {
        Runtime runtime = Runtime.getRuntime();
        text.append("%nMemory and process:%n".formatted());
        text.append(
                "Heap: %d of %d KiB used, at most %d%n"
                        .formatted(
                                (runtime.totalMemory() - runtime.freeMemory()) / KIBIBYTE,
                                runtime.totalMemory() / KIBIBYTE,
                                runtime.maxMemory() / KIBIBYTE));
        try (Stream<String> lines = Files.lines(PROCESS.resolve("status"));
                Stream<Path> descriptors = Files.list(PROCESS.resolve("fd"))) {
            lines.filter(line -> TELLING.matcher(line).find())
                    .forEach(line -> text.append(line.replace('\t', ' ')).append('\n'));
            text.append("Open descriptors: ").append(descriptors.count()).append('\n');
        } catch (IOException e) {
            text.append("not known: ").append(e.getMessage()).append('\n');
        }
    }

    private static void threads(StringBuilder text) {
        text.append("%nThreads:%n".formatted());
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .forEach(entry -> thread(entry, text));
    }

    private static void thread(Map.Entry<Thread, StackTraceElement[]> entry, StringBuilder text) {
        Thread thread = entry.getKey();
        text.append("%s (%s)%n".formatted(thread.getName(), thread.getState()));
        for (StackTraceElement frame : entry.getValue()) {
            text.append("    ").append(frame).append('\n');
        }
    }
}
