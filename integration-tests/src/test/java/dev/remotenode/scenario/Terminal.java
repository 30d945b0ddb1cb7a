package dev.remotenode.scenario;

import dev.remotenode.lab.host.Await;
import dev.remotenode.lab.host.Command;
import dev.remotenode.lab.host.Host;
import java.time.Duration;

/** A terminal on a host, in which a program runs and somebody looks: tmux. */
record Terminal(Host host) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SOCKET = "/run/terminal";

    /** Starts a program, of the name of its last word, and says so when it ends. */
    static Terminal open(Host host, String program) {
        String word = program.substring(program.lastIndexOf(' ') + 1);
        host.run(
                "tmux",
                "-S",
                SOCKET,
                "new-session",
                "-d",
                "-x",
                "160",
                "-y",
                "50",
                "trap : INT; %s; echo %s has ended with $?; sleep 1d".formatted(program, word));
        return new Terminal(host);
    }

    /** Waits until this is to be seen. */
    void await(String text) {
        Await.until(
                "'" + text + "' on the terminal", LIMIT, this::seen, seen -> seen.contains(text));
    }

    /** Presses a key, as tmux calls it. */
    void press(String key) {
        host.run("tmux", "-S", SOCKET, "send-keys", key);
    }

    private String seen() {
        return host.run("tmux", "-S", SOCKET, "capture-pane", "-p");
    }

    @Override
    public void close() {
        host.run(Command.of("tmux", "-S", SOCKET, "kill-server"));
    }
}
