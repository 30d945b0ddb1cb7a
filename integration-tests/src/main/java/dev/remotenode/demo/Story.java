package dev.remotenode.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells a story step by step: what happens next, what is to be seen then, how long it took. */
public final class Story {
    private final PrintStream out;
    private final TextStyle style;
    private final long begin = System.nanoTime();
    private int steps;

    public Story(PrintStream out, TextStyle style) {
        this.out = out;
        this.style = style;
    }

    /** A story on standard output, in colour if that is a terminal. */
    public static Story onStandardOutput() {
        return new Story(System.out, TextStyle.forStandardOutput());
    }

    /** Says what is worth knowing between the steps. */
    public void say(String remark) {
        out.println(remark);
    }

    /**
     * Tells one step. What it throws ends the story.
     *
     * @param title what happens
     * @param play makes it happen, and returns what there is to be seen afterwards
     */
    public void step(String title, Supplier<String> play) {
        steps++;
        out.printf("%s%n", style.title("%d. %s".formatted(steps, title)));
        long start = System.nanoTime();
        String seen = play.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        seen.lines().forEach(line -> out.printf("   %s%n", style.scenery(line)));
        out.printf("   %s%n%n", style.success("held after " + seconds(taken)));
    }

    /** The end of a story in which every step held. */
    public void happyEnd() {
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        out.println(style.success("All %d steps held, in %s.".formatted(steps, seconds(taken))));
    }

    /** The end of a story whose last step did not hold. */
    public void sadEnd(Exception reason) {
        out.println(
                style.failure("Step %d did not hold: %s".formatted(steps, reason.getMessage())));
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
