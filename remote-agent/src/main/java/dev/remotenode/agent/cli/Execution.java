package dev.remotenode.agent.cli;

import static dev.remotenode.agent.cli.ConnectionFailures.await;

import dev.remotenode.agent.cli.document.Item;
import dev.remotenode.lrmd.client.ClientLoop;
import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import dev.remotenode.lrmd.tls.ClientIdentity.Versions;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;

/** One run of {@code remotectl exec}. */
final class Execution {
    /** What the daemon needs to end an action, beyond its time. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DaemonOptions options;
    private final Action action;
    private final Output output;
    private final String resource = CommandLines.PROGRAM + "-" + ProcessHandle.current().pid();
    private final CompletableFuture<Notification.ExecComplete> completion =
            new CompletableFuture<>();

    Execution(DaemonOptions options, Action action, Output output) {
        this.options = options;
        this.action = action;
        this.output = output;
    }

    /** Registers a resource of its own, has the action run, and forgets the resource. */
    Outcome run(ClientLoop loop) throws CommandException {
        try (ExecutorClient client =
                await(
                        ExecutorClient.connect(
                                loop,
                                options.address(),
                                options.identity().offering(Versions.TLS_1_3_AND_1_2),
                                this::hear),
                        options.target(),
                        options.timeout())) {
            SignedOn.as(client, options);
            require(
                    ask(
                            client,
                            new Request.RegisterResource(
                                    Optional.of(resource), action.agent(), true)),
                    "register the agent");
            try {
                return outcome(execute(client));
            } finally {
                ask(client, new Request.UnregisterResource(Optional.of(resource)));
            }
        }
    }

    private Notification.ExecComplete execute(ExecutorClient client) throws CommandException {
        SequencedMap<String, String> parameters = new LinkedHashMap<>(action.parameters());
        parameters.put("CRM_meta_timeout", Long.toString(action.timeout().toMillis()));
        require(
                ask(
                        client,
                        new Request.Exec(
                                Optional.of(resource),
                                new Request.Operation(
                                        action.name(),
                                        0,
                                        action.timeout().toMillis(),
                                        0,
                                        Optional.of(resource),
                                        parameters),
                                true,
                                false)),
                "run the action");
        client.closed().thenRun(() -> completion.cancel(false));
        return await(completion, options.target(), action.timeout().plus(GRACE));
    }

    private void hear(Notification notification) {
        if (notification instanceof Notification.ExecComplete complete
                && complete.resourceId().equals(resource)) {
            completion.complete(complete);
        }
    }

    private Reply ask(ExecutorClient client, Request request) throws CommandException {
        return await(client.ask(request), options.target(), options.timeout());
    }

    private void require(Reply reply, String what) throws CommandException {
        if (reply.returnCode() < 0) {
            throw new CommandException(
                    ExitStatus.ERROR,
                    "the daemon on %s refused to %s (error %d): see its log"
                            .formatted(options.target(), what, -reply.returnCode()));
        }
    }

    private Outcome outcome(Notification.ExecComplete complete) {
        Notification.Outcome ended = complete.outcome();
        boolean timedOut = ended.executionStatus() == ExecutionStatus.TIMED_OUT.code();
        String status = words(ended.executionStatus());
        ended.output()
                .filter(text -> !text.isEmpty())
                .map(String::stripTrailing)
                .ifPresent(output::line);
        String result =
                timedOut
                        ? "timed out after %d ms".formatted(ended.executionTime())
                        : "%s: %d (%s), after %d ms"
                                .formatted(
                                        status,
                                        ended.exitCode(),
                                        exitWords(ended.exitCode()),
                                        ended.executionTime());
        output.line(
                "%s %s on %s: %s"
                        .formatted(
                                AgentName.text(action.agent()),
                                action.name(),
                                options.target().host(),
                                ended.exitCode() == 0
                                        ? output.style().good(result)
                                        : output.style().bad(result)));
        ended.exitReason()
                .filter(text -> !text.isEmpty())
                .ifPresent(reason -> output.line("Reason: " + reason));
        Item found =
                Item.named("exec")
                        .with("host", options.target().host())
                        .with("agent", AgentName.text(action.agent()))
                        .with("action", action.name())
                        .with("execution-status", status)
                        .with("exit-code", ended.exitCode())
                        .with("exit-code-meaning", exitWords(ended.exitCode()))
                        .with("exit-reason", ended.exitReason())
                        .with("execution-ms", ended.executionTime())
                        .with("queue-ms", ended.queueTime())
                        .with("output", ended.output())
                        .build();
        return timedOut
                ? Outcome.of(ExitStatus.TIMEOUT, found)
                : new Outcome(ended.exitCode(), exitWords(ended.exitCode()), found);
    }

    private static String words(int status) {
        return ExecutionStatus.of(status).map(Execution::words).orElseGet(() -> "status " + status);
    }

    private static String exitWords(int code) {
        return OcfExitCode.of(code).map(Execution::words).orElse("unknown");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
