package dev.remotenode.bench;

import dev.remotenode.bench.result.Figures;
import dev.remotenode.hostile.Assault;
import dev.remotenode.hostile.Attack;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.PeerSeat;
import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an honest cluster node notices while its remote node is attacked, with this project's daemon
 * and with Pacemaker's own: each attack against a daemon of its own, from another host.
 */
public final class HostileNetwork {
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private static final String HEADING =
            """
            | attack | daemon | load held | poke p99, ms | longest, ms | monitors late p99, ms | resident, MB | lost |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\
            """
                    .strip();

    private HostileNetwork() {}

    /**
     * Prints a table.
     *
     * @param arguments names of attacks, or none for all; {@code --ours} leaves Pacemaker's out
     */
    public static void main(String[] arguments) {
        List<String> names = new ArrayList<>(List.of(arguments));
        LabSettings ours = LabSettings.fromSystemProperties();
        List<LabSettings> daemons =
                names.remove("--ours") ? List.of(ours) : List.of(ours, ours.withReferenceDaemon());
        List<String> rows = new ArrayList<>();
        for (Attack attack : attacks(names)) {
            System.out.println(attack.title() + " ...");
            for (LabSettings daemon : daemons) {
                rows.add(measure(attack, daemon).row(attack, daemon.program().implementation()));
                System.out.println(rows.getLast());
            }
        }
        System.out.println(Surroundings.describe());
        System.out.println(HEADING);
        rows.forEach(System.out::println);
    }

    private static List<Attack> attacks(List<String> names) {
        List<String> known = Stream.of(Attack.values()).map(HostileNetwork::name).toList();
        if (!known.containsAll(names)) {
            System.err.println("These attacks are known: " + String.join(", ", known));
            System.exit(2);
        }
        return Stream.of(Attack.values())
                .filter(attack -> names.isEmpty() || names.contains(name(attack)))
                .toList();
    }

    private static String name(Attack attack) {
        return attack.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What came of one attack. */
    private record Result(long acts, HonestNode.Experience experience, double memory) {
        String row(Attack attack, DaemonProgram.Implementation daemon) {
            return "| %s | %s | %d %s/s | %s | %s | %s | %s | %s |"
                    .formatted(
                            attack.title(),
                            switch (daemon) {
                                case JAVA -> "ours";
                                case C -> "Pacemaker's";
                            },
                            Math.round(acts / (double) LENGTH.toSeconds()),
                            attack.unit(),
                            Figures.rounded(experience.pokes().worstOfHundred()),
                            Figures.rounded(experience.pokes().worst()),
                            experience.monitors(),
                            Figures.rounded(memory),
                            experience.lost());
        }
    }

    private static Result measure(Attack attack, LabSettings settings) {
        try (Subject subject = new Subject(settings)) {
            PeerSeat stranger = subject.node().addNeighbour("stranger");
            try (HonestNode honest = HonestNode.signedOn(subject.node())) {
                honest.warmUp();
                long acts;
                try (Assault assault = attack.begin(stranger)) {
                    honest.work(LENGTH);
                    acts = assault.acts();
                }
                return new Result(acts, honest.experience(), resident(subject));
            }
        }
    }

    private static double resident(Subject subject) {
        try {
            return Footprint.of(subject.node().host()).resident();
        } catch (LabException dead) {
            return 0;
        }
    }
}
