package dev.remotenode.bench.predictability;

import dev.remotenode.bench.BenchClient;
import dev.remotenode.bench.PlayedCib;
import dev.remotenode.bench.Subject;
import dev.remotenode.bench.Surroundings;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.StandaloneNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two hundred actions a second, and a configuration of 10 MB carried to a local tool every ten
 * seconds: does our daemon keep anybody waiting for more than 20 ms, and why?
 */
public final class Predictability {
    private static final String MINUTES = "30";
    private static final int CONFIGURATION_BYTES = 10_000_000;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final String LOG = "jvm.log";

    private Predictability() {}

    /**
     * Prints tables.
     *
     * @param arguments how many minutes to watch, by default {@value #MINUTES}
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Duration length =
                Duration.ofMinutes(
                        Integer.parseInt(arguments.length == 0 ? MINUTES : arguments[0]));
        try (Subject subject = new Subject(LabSettings.fromSystemProperties())) {
            subject.node()
                    .replaceDaemon(Map.of(JvmLog.VARIABLE, JvmLog.options("/var/log/" + LOG)));
            System.out.println(Surroundings.describe());
            System.out.print(watch(subject.node(), length));
        }
    }

    private static Report watch(StandaloneNode node, Duration length)
            throws InterruptedException, IOException {
        Carrying carrying = new Carrying(node.host(), INTERVAL);
        try (BenchClient worker = BenchClient.signedOn(node);
                BenchClient provider = BenchClient.provider(node);
                SteadyActions actions = new SteadyActions(worker);
                PokeProbe probe = new PokeProbe(node);
                HiccupClock control = new HiccupClock();
                TheftClock host = new TheftClock()) {
            new PlayedCib(provider, CONFIGURATION_BYTES);
            say("Warming up");
            carrying.run(WARM_UP);
            say("Watching for %d minutes".formatted(length.toMinutes()));
            Counts before = Counts.of(actions);
            long begin = System.nanoTime();
            List<Span> carried = carrying.run(length);
            Span watched = new Span(begin, System.nanoTime());
            return new Report(
                    watched,
                    Counts.of(actions).minus(before),
                    probe.waits().stream().filter(wait -> wait.begin() >= begin).toList(),
                    new Diagnosis(
                            log(node).during(watched),
                            control.hiccups().stream()
                                    .filter(hiccup -> hiccup.end() >= begin)
                                    .toList(),
                            host.thefts(),
                            carried));
        }
    }

    private static JvmLog log(StandaloneNode node) throws IOException {
        try (Stream<String> lines = Files.lines(node.host().logs().resolve(LOG))) {
            return JvmLog.parse(lines);
        }
    }

    private static void say(String text) {
        System.out.println(text + " ...");
    }
}
