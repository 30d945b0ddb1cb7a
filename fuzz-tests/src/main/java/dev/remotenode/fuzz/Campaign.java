package dev.remotenode.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Feeds every target for its share of a time, as many at once as there are processors, and prints
 * what came of it. Ends with status 0 only if there are no findings.
 */
public final class Campaign {

    private static final int FOUND_SOMETHING = 1;
    private static final int WRONG_USE = 2;

    private Campaign() {}

    /**
     * Runs a campaign.
     *
     * @param arguments the folder of this module, the time in seconds, and names of targets, or
     *     none for all
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: Campaign FOLDER SECONDS [TARGET...]");
            System.exit(WRONG_USE);
        }
        Folders folders = new Folders(Path.of(arguments[0]));
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        List<String> named = List.of(arguments).subList(2, arguments.length);
        List<Target> targets =
                Stream.of(Target.values())
                        .filter(target -> named.isEmpty() || named.contains(target.title()))
                        .toList();
        List<Outcome> outcomes = run(targets, folders, time);
        System.out.print(Outcome.table(outcomes));
        System.exit(outcomes.stream().allMatch(Outcome::isGood) ? 0 : FOUND_SOMETHING);
    }

    private static List<Outcome> run(List<Target> targets, Folders folders, Duration time)
            throws Exception {
        int atOnce = Math.min(Runtime.getRuntime().availableProcessors(), targets.size());
        Duration each = time.multipliedBy(atOnce).dividedBy(targets.size());
        try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Outcome>> running =
                    targets.stream()
                            .map(target ->
                                    workers.submit(() -> new Fuzzing(target, folders, each).run()))
                            .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
