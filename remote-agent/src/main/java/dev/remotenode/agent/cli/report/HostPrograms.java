package dev.remotenode.agent.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this host that tell what it is like. */
public final class HostPrograms {
    private static final int SECONDS = 10;
    private static final int MOST_BYTES = 4 << 20;
    private static final List<String> PACKAGES =
            List.of(
                    "remote-node*",
                    "pacemaker*",
                    "libpacemaker*",
                    "corosync*",
                    "libqb*",
                    "resource-agents*",
                    "fence-agents*",
                    "sbd*",
                    "pcs*",
                    "crmsh*",
                    "systemd",
                    "libc6",
                    "glibc",
                    "libvirt-daemon*",
                    "podman");

    private HostPrograms() {}

    /** This program, the system, and the packages of clusters. */
    public static List<ProgramVersion> versions() {
        List<ProgramVersion> versions = new ArrayList<>();
        versions.add(new ProgramVersion("remotectl", dev.remotenode.agent.config.Version.number()));
        versions.add(new ProgramVersion("Java", Runtime.version().toString()));
        versions.add(new ProgramVersion("kernel", text(Path.of("/proc/sys/kernel/osrelease"))));
        text(Path.of("/etc/os-release"))
                .lines()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .forEach(name -> versions.add(new ProgramVersion("system", name)));
        packages().forEach(versions::add);
        return versions;
    }

    private static Stream<ProgramVersion> packages() {
        List<String> command =
                new ArrayList<>(
                        Files.isDirectory(Path.of("/var/lib/dpkg"))
                                ? List.of(
                                        "dpkg-query",
                                        "--show",
                                        "--showformat=${db:Status-Abbrev}\\t${Package}\\t${Version}\\n")
                                : List.of(
                                        "rpm",
                                        "--query",
                                        "--all",
                                        "--queryformat=ii \\t%{NAME}\\t%{VERSION}-%{RELEASE}\\n"));
        command.addAll(PACKAGES);
        return output(command)
                .lines()
                .map(line -> line.split("\t"))
                .filter(columns -> columns.length == 3 && columns[0].startsWith("ii"))
                .map(columns -> new ProgramVersion(columns[1], columns[2]))
                .sorted(java.util.Comparator.comparing(ProgramVersion::name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** What a program writes, both streams; a line that says so if it cannot be run. */
    static String output(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "COLUMNS", "200"));
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Process process = builder.start();
            // Ends the reading below, too.
            Thread.ofVirtual().start(() -> end(process));
            try (InputStream written = process.getInputStream()) {
                String text = new String(written.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return process.waitFor(SECONDS, TimeUnit.SECONDS)
                        ? text
                        : text + "(ended after %d s)%n".formatted(SECONDS);
            }
        } catch (IOException e) {
            return "(%s cannot be run here)%n".formatted(command.getFirst());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "(interrupted)\n";
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
