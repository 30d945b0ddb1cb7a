package dev.remotenode.lab.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to run with its arguments, what it finds in its environment beside the {@linkplain
 * #BASE_ENVIRONMENT usual}, and how long it may take.
 */
public record Command(List<String> arguments, Map<String, String> environment, Duration limit) {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

    /** What every command gets, so that the environment of the build does not leak into hosts. */
    private static final Map<String, String> BASE_ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8");

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... arguments) {
        return of(List.of(arguments));
    }

    public static Command of(List<String> arguments) {
        return new Command(arguments, Map.of(), DEFAULT_LIMIT);
    }

    public Command withEnvironment(Map<String, String> additions) {
        var merged = new HashMap<>(environment);
        merged.putAll(additions);
        return new Command(arguments, merged, limit);
    }

    public Command within(Duration newLimit) {
        return new Command(arguments, environment, newLimit);
    }

    /** A builder for this command, run by way of {@code wrapper}, for instance {@code nsenter}. */
    ProcessBuilder behind(List<String> wrapper) {
        var builder = new ProcessBuilder(new ArrayList<>(wrapper));
        builder.command().addAll(arguments);
        builder.environment().clear();
        builder.environment().putAll(BASE_ENVIRONMENT);
        builder.environment().putAll(environment);
        return builder;
    }

    @Override
    public String toString() {
        return String.join(" ", arguments);
    }
}
