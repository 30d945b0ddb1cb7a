package dev.remotenode.ocf.schedule;

import dev.remotenode.ocf.agent.AgentName;
import dev.remotenode.ocf.agent.RunEnd;
import dev.remotenode.ocf.operation.Alert;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.NotifyRule;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.operation.OperationRequest;
import dev.remotenode.ocf.operation.Originator;
import dev.remotenode.ocf.operation.ProcessSnapshot;
import dev.remotenode.ocf.operation.ProcessTree;
import dev.remotenode.ocf.operation.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a transcript is played: an executor with a fake clock and fake agents, and its log. */
final class Stage {

    private final List<String> log = new ArrayList<>();
    private final FakeEventLoop loop = new FakeEventLoop();
    private final FakeAgentRunner agents = new FakeAgentRunner(loop, log::add);
    private final ResourceExecutor executor =
            new ResourceExecutor(
                    loop, agents, completion -> log.add(describe(completion)), this::finished);
    private boolean runsAreWatched;
    private final AlertExecutor alerts = new AlertExecutor(loop, agents);

    /** Plays one command and returns what happened, a line each. */
    List<String> play(String command) {
        log.clear();
        play(Arguments.of(command));
        loop.runTasks();
        return List.copyOf(log);
    }

    boolean isAgentRunning(String resourceId) {
        return agents.isRunning(resourceId);
    }

    private void play(Arguments command) {
        switch (command.word(0)) {
            case "register" -> {
                executor.register(resource(command));
                reply(command.word(1), "registered");
            }
            case "unregister" -> reply(command.word(1), executor.unregister(command.word(1)));
            case "exec" ->
                    reply(command.word(2), executor.execute(command.number(1), request(command)));
            case "cancel" ->
                    reply(
                            command.word(1),
                            executor.cancel(
                                    command.word(1), command.word(2), command.duration("every")));
            case "agent" -> agents.end(command.word(1), end(command));
            case "advance" -> loop.advance(Arguments.parse(command.word(1)));
            case "recurring" ->
                    executor.recurring(command.word(1))
                            .ifPresentOrElse(this::log, () -> log.add("not registered"));
            case "watch-runs" -> runsAreWatched = true;
            case "resources" -> executor.resources().forEach(this::log);
            case "under-way" -> executor.underWay().forEach(this::log);
            case "recurring-all" -> executor.recurring().forEach(this::log);
            case "find" -> log.add(executor.find(command.word(1)).toString());
            case "last-client-gone" -> executor.lastClientGone();
            case "originator-gone" -> executor.originatorGone(new Originator(command.word(1)));
            case "shutdown" -> executor.shutdown();
            case "alert" ->
                    alerts.execute(
                            new Alert(
                                    command.word(1),
                                    command.word(2),
                                    command.duration("timeout"),
                                    command.parameters()),
                            new Originator("c1"));
            case "drain-alerts" -> alerts.drain().thenRun(() -> log.add("alerts are drained"));
            default -> throw new IllegalArgumentException(command.toString());
        }
    }

    private void reply(String resourceId, Object outcome) {
        executor.afterCancellations(resourceId, () -> log.add("reply " + lower(outcome)));
    }

    private void log(RecurringOperations operations) {
        log.add(operations.resourceId() + ": " + operations.operations());
    }

    private void log(OperationUnderWay operation) {
        log.add(operation.toString());
    }

    private void log(Resource resource) {
        log.add(resource.id() + " is " + resource.agent().type());
    }

    private void finished(FinishedRun run) {
        if (runsAreWatched) {
            log.add(
                    "run of %s %s (call %d) from %d waited %d ms, took %d ms: %d %s"
                            .formatted(
                                    run.request().resourceId(),
                                    run.request().action(),
                                    run.callId(),
                                    run.started().getEpochSecond(),
                                    run.waited().toMillis(),
                                    run.ran().toMillis(),
                                    run.result().exitCode(),
                                    lower(run.result().status())));
        }
    }

    private static Resource resource(Arguments command) {
        AgentName agent =
                new AgentName(
                        command.option("class").orElse("ocf"),
                        Optional.of("test"),
                        command.word(2));
        return new Resource(command.word(1), agent, command.has("drop-recurring"));
    }

    private static OperationRequest request(Arguments command) {
        return new OperationRequest(
                command.word(2),
                command.word(3),
                command.duration("every"),
                command.duration("timeout"),
                command.duration("delay"),
                command.parameters(),
                command.option("data"),
                new NotifyRule(command.has("originator-only"), command.has("changes-only")),
                new Originator(command.option("from").orElse("c1")));
    }

    /**
     * {@code agent ID exits CODE [mapped=CODE]}, {@code .. is gone [hanging-in=FUNCTION]}, {@code
     * .. is missing}, {@code .. is pending}.
     */
    private static RunEnd end(Arguments command) {
        Optional<String> output = command.option("output");
        return switch (command.word(2) + " " + command.word(3)) {
            case "is gone" ->
                    new RunEnd.Killed(output, command.option("hanging-in").map(Stage::hanging));
            case "is missing" ->
                    new RunEnd.NotAttempted(
                            Result.failure(
                                    OcfExitCode.NOT_INSTALLED,
                                    ExecutionStatus.NOT_INSTALLED,
                                    "missing"));
            case "is pending" ->
                    new RunEnd.Finished(
                            OcfExitCode.UNKNOWN.code(),
                            Result.of(OcfExitCode.UNKNOWN, ExecutionStatus.PENDING));
            default -> {
                int code = command.number(3);
                int mapped = command.option("mapped").map(Integer::parseInt).orElse(code);
                yield new RunEnd.Finished(
                        code,
                        new Result(mapped, ExecutionStatus.DONE, command.option("reason"), output));
            }
        };
    }

    private static ProcessTree hanging(String function) {
        return new ProcessTree(
                List.of(
                        new ProcessSnapshot(
                                7,
                                1,
                                0,
                                false,
                                'D',
                                Optional.of(function),
                                Duration.ZERO,
                                "mount",
                                List.of())),
                true);
    }

    private static String describe(Completion completion) {
        OperationRequest request = completion.request();
        Result result = completion.result();
        var times = completion.timings();
        StringBuilder text = new StringBuilder();
        text.append("notify %s: ".formatted(request.originator().clientId()))
                .append("call %d %s ".formatted(completion.callId(), request.resourceId()))
                .append(request.action())
                .append(request.isRecurring() ? "/" + request.interval().toSeconds() + "s" : "")
                .append(" rc=%d %s".formatted(result.exitCode(), lower(result.status())));
        result.exitReason().ifPresent(reason -> text.append(" reason='" + reason + "'"));
        result.output().ifPresent(output -> text.append(" output=" + output));
        request.userData().ifPresent(data -> text.append(" data=" + data));
        text.append(completion.resourceDeleted() ? " deleted" : "")
                .append(
                        " | run=%d change=%d"
                                .formatted(times.runEpochSeconds(), times.changeEpochSeconds()))
                .append(" exec=%dms queue=%dms".formatted(times.execMillis(), times.queueMillis()));
        return text.toString();
    }

    private static String lower(Object name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
