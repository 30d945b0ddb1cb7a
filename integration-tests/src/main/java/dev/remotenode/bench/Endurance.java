package dev.remotenode.bench;

import dev.remotenode.bench.result.Figures;
import dev.remotenode.lab.LabSettings;
import dev.remotenode.lab.host.LabException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A thousand resources, each with a monitor every ten seconds, for some minutes, on both daemons at
 * once: how late monitors are, and whether anything grows.
 */
public final class Endurance {
    private static final int RESOURCES = 1_000;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final String MINUTES = "5";

    private Endurance() {}

    /**
     * Prints a table.
     *
     * @param arguments how many minutes to watch, by default {@value #MINUTES}
     */
    public static void main(String[] arguments) throws InterruptedException {
        Duration length =
                Duration.ofMinutes(
                        Integer.parseInt(arguments.length == 0 ? MINUTES : arguments[0]));
        LabSettings settings = LabSettings.fromSystemProperties();
        try (Run ours = new Run(settings);
                Run theirs = new Run(settings.withReferenceDaemon())) {
            List<Run> both = List.of(ours, theirs);
            say("Registering %d resources with each daemon".formatted(RESOURCES));
            both.forEach(Run::register);
            say("Starting their monitors, spread over %d s".formatted(INTERVAL.toSeconds()));
            for (int i = 0; i < RESOURCES; i++) {
                int number = i;
                both.forEach(run -> run.start(number));
                Thread.sleep(INTERVAL.dividedBy(RESOURCES));
            }
            Thread.sleep(WARM_UP);
            both.forEach(Run::begin);
            say("Watching them for %d minutes".formatted(length.toMinutes()));
            Thread.sleep(length);
            both.forEach(Run::finish);
            System.out.print(
                    Surroundings.describe() + "\n" + table(ours.result(), theirs.result()));
        }
    }

    private static void say(String text) {
        System.out.println(text + " ...");
    }

    private static String table(Result ours, Result theirs) {
        return String.join(
                        "\n",
                        "| | ours | Pacemaker's |",
                        "| --- | ---: | ---: |",
                        row("monitors run", ours, theirs, result -> result.late().runs()),
                        row("of which failed", ours, theirs, result -> result.late().failures()),
                        row("late by, median, ms", ours, theirs, result -> result.late().median()),
                        row(
                                "late by, 99 of 100 within, ms",
                                ours,
                                theirs,
                                result -> result.late().worstOfHundred()),
                        row("late by, worst, ms", ours, theirs, result -> result.late().worst()),
                        row(
                                "resident at first, MB",
                                ours,
                                theirs,
                                result -> result.first().resident()),
                        row(
                                "resident at last, MB",
                                ours,
                                theirs,
                                result -> result.last().resident()),
                        row(
                                "open descriptors at first",
                                ours,
                                theirs,
                                result -> result.first().descriptors()),
                        row(
                                "open descriptors at last",
                                ours,
                                theirs,
                                result -> result.last().descriptors()))
                + "\n";
    }

    private static String row(
            String title, Result ours, Result theirs, Function<Result, Number> value) {
        return "| %s | %s | %s |"
                .formatted(title, number(value.apply(ours)), number(value.apply(theirs)));
    }

    private static String number(Number value) {
        return value instanceof Integer ? value.toString() : Figures.rounded(value.doubleValue());
    }

    private record Result(MonitorSeries.Lateness late, Footprint first, Footprint last) {}

    /** One of the daemons. */
    private static final class Run implements AutoCloseable {
        private final Subject subject;
        private final BenchClient client;
        private final MonitorSeries series;
        private Footprint first;
        private Result result;

        Run(LabSettings settings) {
            subject = new Subject(settings);
            client = BenchClient.signedOn(subject.node());
            series = new MonitorSeries(client, INTERVAL);
            first = footprint();
            result = new Result(new MonitorSeries.Lateness(0, 0, 0, 0, 0), first, first);
        }

        void register() {
            IntStream.range(0, RESOURCES).forEach(i -> client.register("resource-" + i));
        }

        void start(int number) {
            series.start("resource-" + number);
        }

        void begin() {
            series.take();
            first = footprint();
        }

        void finish() {
            result = new Result(series.take(), first, footprint());
            if (result.late().runs() == 0) {
                throw new LabException("no monitor has run");
            }
        }

        Result result() {
            return result;
        }

        private Footprint footprint() {
            return Footprint.of(subject.node().host());
        }

        @Override
        public void close() {
            client.close();
            subject.close();
        }
    }
}
