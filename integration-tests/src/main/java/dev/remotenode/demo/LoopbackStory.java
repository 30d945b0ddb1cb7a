package dev.remotenode.demo;

import dev.remotenode.lab.host.LabException;
import dev.remotenode.lab.wire.ClusterPeer;
import dev.remotenode.lab.wire.Requests;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.PreSharedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lamp as a resource of the local daemon: switched on, watched, broken, mended, switched off. */
final class LoopbackStory implements AutoCloseable {
    private static final String LAMP = "lamp";
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(10);
    private static final int DONE = 0;
    private static final int CANCELLED = 1;
    private static final int TIMED_OUT = 2;
    private static final int OK = 0;
    private static final int ERROR = 1;
    private static final int NOT_RUNNING = 7;

    private final LocalDaemon daemon;
    private final Story story;
    private final ClientLoop loop = new ClientLoop();
    private Optional<ClusterPeer> connected = Optional.empty();

    LoopbackStory(LocalDaemon daemon, Story story) {
        this.daemon = daemon;
        this.story = story;
    }

    /**
     * Tells it all.
     *
     * @throws LabException at the first step that does not hold
     */
    void tell() {
        story.step("The daemon starts on loopback, with a key of its own", this::start);
        story.step("Somebody with another key is refused", this::refuseAnotherKey);
        story.step("The cluster node connects and signs on", this::signOn);
        story.step("It asks for a sign of life", this::poke);
        story.step("It registers a resource and starts it", this::switchOn);
        story.step("It has it monitored every second", this::monitor);
        story.step("The resource breaks, and the monitor says so", this::breakDown);
        story.step("It is recovered: stopped, started, monitored again", this::recover);
        story.step("An action that hangs is ended after its timeout", this::timeOut);
        story.step("It is stopped, which ends its monitor too", this::switchOff);
        story.step("The daemon is told to end", this::end);
    }

    private String start() {
        String log = daemon.start();
        hold(log.contains("accepting connections"), "it did not start: " + log);
        return log.strip();
    }

    private String refuseAnotherKey() {
        PreSharedKey wrong = new PreSharedKey("guessed".getBytes(StandardCharsets.UTF_8));
        try (ClusterPeer intruder = connect(wrong)) {
            intruder.signOn("intruder", false);
        } catch (LabException e) {
            return lastLogLine();
        }
        throw new LabException("a wrong key was accepted");
    }

    private String signOn() {
        connected = Optional.of(connect(daemon.key()));
        Reply reply = peer().signOn("demo", true);
        hold(reply.returnCode() == 0, "refused: " + reply);
        return reply.body().toString();
    }

    private String poke() {
        peer().ask(new Request.Poke());
        return peer().notices().take(Notification.Served.class, _ -> true, NOTICE_LIMIT).toString();
    }

    private String switchOn() {
        peer().ask(Requests.register(LAMP, "demo", "Lamp"));
        hold(run("monitor"), DONE, NOT_RUNNING);
        return show(hold(run("start"), DONE, OK));
    }

    private String monitor() {
        peer().ask(Requests.recurring(LAMP, "monitor", INTERVAL, parameters()));
        ExecComplete first = hold(next("monitor"), DONE, OK);
        ExecComplete second = hold(next("monitor"), DONE, OK);
        return show(first) + "\n" + show(second);
    }

    private String breakDown() {
        try {
            Files.delete(daemon.stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return show(
                hold(
                        peer().awaitCompletion(done -> done.outcome().exitCode() == NOT_RUNNING),
                        DONE,
                        NOT_RUNNING));
    }

    private String recover() {
        ExecComplete stop = hold(run("stop"), DONE, OK);
        ExecComplete start = hold(run("start"), DONE, OK);
        peer().notices().takeAll();
        peer().ask(Requests.recurring(LAMP, "monitor", INTERVAL, parameters()));
        ExecComplete monitor = hold(next("monitor"), DONE, OK);
        return List.of(stop, start, monitor).stream()
                .map(LoopbackStory::show)
                .collect(Collectors.joining("\n"));
    }

    private String timeOut() {
        peer().ask(
                        Requests.exec(
                                LAMP, "hang", Duration.ZERO, Duration.ofMillis(500), parameters()));
        return show(hold(next("hang"), TIMED_OUT, ERROR));
    }

    private String switchOff() {
        peer().notices().takeAll();
        peer().ask(Requests.once(LAMP, "stop", parameters()));
        ExecComplete monitor =
                peer().awaitCompletion(done ->
                        done.operation().action().equals("monitor")
                                && done.outcome().executionStatus() == CANCELLED);
        ExecComplete stop = hold(next("stop"), DONE, OK);
        return show(monitor) + "\n" + show(stop);
    }

    private String end() {
        peer().close();
        connected = Optional.empty();
        int status = daemon.stop();
        hold(status == 0, "it ended with status " + status);
        return lastLogLine();
    }

    private ExecComplete run(String action) {
        peer().ask(Requests.once(LAMP, action, parameters()));
        return next(action);
    }

    private ExecComplete next(String action) {
        return peer().awaitCompletion(LAMP, action);
    }

    private Map<String, String> parameters() {
        return Map.of("state", daemon.stateFile().toString(), "CRM_meta_timeout", "20000");
    }

    private ClusterPeer connect(PreSharedKey key) {
        return ClusterPeer.connect(loop, daemon.address(), ClientIdentity.of(key));
    }

    private ClusterPeer peer() {
        return connected.orElseThrow();
    }

    private String lastLogLine() {
        return daemon.logged().lines().toList().getLast();
    }

    private static ExecComplete hold(ExecComplete complete, int status, int exitCode) {
        hold(
                complete.outcome().executionStatus() == status
                        && complete.outcome().exitCode() == exitCode,
                "it ended otherwise: " + complete);
        return complete;
    }

    private static void hold(boolean condition, String otherwise) {
        if (!condition) {
            throw new LabException(otherwise);
        }
    }

    private static String show(ExecComplete complete) {
        Notification.Outcome outcome = complete.outcome();
        return "%s of %s: exit code %d, execution status %d, %d ms%s"
                .formatted(
                        complete.operation().action(),
                        complete.resourceId(),
                        outcome.exitCode(),
                        outcome.executionStatus(),
                        outcome.executionTime(),
                        outcome.exitReason().map(reason -> ", reason: " + reason).orElse(""));
    }

    @Override
    public void close() {
        connected.ifPresent(ClusterPeer::close);
        loop.close();
    }
}
