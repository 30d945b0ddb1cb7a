package dev.remotenode.agent.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the firewall that is configured here lets cluster nodes in, as far as its files say. */
final class FirewallCheck implements Check {
    private static final String SUBJECT = "firewall";

    /** What firewalld calls the ports of Pacemaker, this one among them. */
    private static final String SERVICE = "high-availability";

    @Override
    public List<Observation> look(Surroundings surroundings) {
        String port = Integer.toString(surroundings.configuration().port());
        List<Observation> found =
                Stream.of(
                                firewalld(surroundings, port),
                                ufw(surroundings, port),
                                nftables(surroundings, port))
                        .flatMap(Optional::stream)
                        .toList();
        return found.isEmpty()
                ? List.of(Observation.ok(SUBJECT, "no firewall is known to run here"))
                : found;
    }

    private static Optional<Observation> firewalld(Surroundings surroundings, String port) {
        if (!Files.isDirectory(surroundings.file("/run/firewalld"))
                && Daemons.named(Set.of("firewalld"), surroundings).isEmpty()) {
            return Optional.empty();
        }
        boolean open =
                texts(surroundings.file("/etc/firewalld/zones"))
                        .anyMatch(zone ->
                                zone.contains("\"" + port + "\"") || zone.contains(SERVICE));
        return Optional.of(
                verdict(
                        open,
                        "firewalld",
                        port,
                        "firewall-cmd --permanent --add-service=high-availability; firewall-cmd"
                                + " --reload"));
    }

    private static Optional<Observation> ufw(Surroundings surroundings, String port) {
        boolean enabled =
                surroundings
                        .text("/etc/ufw/ufw.conf")
                        .orElse("")
                        .lines()
                        .anyMatch(line -> line.strip().equals("ENABLED=yes"));
        return enabled
                ? Optional.of(
                        verdict(
                                surroundings.text("/etc/ufw/user.rules").orElse("").contains(port),
                                "ufw",
                                port,
                                "ufw allow %s/tcp".formatted(port)))
                : Optional.empty();
    }

    private static Optional<Observation> nftables(Surroundings surroundings, String port) {
        boolean enabled =
                Files.exists(
                        surroundings.file(
                                "/etc/systemd/system/sysinit.target.wants/nftables.service"));
        return enabled
                ? Optional.of(
                        verdict(
                                surroundings.text("/etc/nftables.conf").orElse("").contains(port),
                                "nftables",
                                port,
                                "let TCP port %s in, in /etc/nftables.conf".formatted(port)))
                : Optional.empty();
    }

    private static Observation verdict(boolean open, String name, String port, String advice) {
        return open
                ? Observation.ok(SUBJECT, "%s has a rule for port %s".formatted(name, port))
                : Observation.note(
                        SUBJECT,
                        "%s runs, and names port %s nowhere".formatted(name, port),
                        advice);
    }

    private static Stream<String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(FirewallCheck::text).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
