package dev.remotenode.agent.control;

import dev.remotenode.agent.journal.NodeJournal;
import dev.remotenode.control.journal.Record;
import dev.remotenode.control.message.DrainRequest;
import dev.remotenode.control.message.Failure;
import dev.remotenode.control.message.KeyRequest;
import dev.remotenode.control.message.LogLevelRequest;
import dev.remotenode.control.message.Records;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import dev.remotenode.ocf.schedule.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves what operators ask. Used on the event loop. */
public final class OperatorRequests {

    private static final Logger log = LoggerFactory.getLogger(OperatorRequests.class);

    /** So many records fit into a message easily. */
    private static final int RECORDS_AT_ONCE = 200;

    private final NodeView view;
    private final NodeControls controls;
    private final Optional<NodeJournal> journal;
    private final EventLoop loop;

    /** Serves requests about one daemon. */
    public OperatorRequests(
            NodeView view, NodeControls controls, Optional<NodeJournal> journal, EventLoop loop) {
        this.view = view;
        this.controls = controls;
        this.journal = journal;
        this.loop = loop;
    }

    /**
     * Serves a request.
     *
     * @param answers takes the responses, of which there is one at least, now or later
     */
    void serve(Operator operator, Request request, Consumer<Response> answers) {
        if (changesSomething(request) && operator != Operator.ROOT) {
            answers.accept(Responses.failure(Failure.Kind.FORBIDDEN, "only root may do this"));
            return;
        }
        switch (request.getCommandCase()) {
            case STATUS -> status(answers);
            case RECORDS -> records(request.getRecords(), answers);
            case DRAIN -> answers.accept(Responses.done(drain(request.getDrain())));
            case LOG_LEVEL -> answers.accept(logLevel(request.getLogLevel()));
            case KEY -> answers.accept(key(request.getKey()));
            case DUMP ->
                    answers.accept(
                            Response.newBuilder().setLast(true).setDump(view.dump()).build());
            case CONFIGURATION ->
                    answers.accept(
                            Response.newBuilder()
                                    .setLast(true)
                                    .setConfiguration(view.configuration())
                                    .build());
            case COMMAND_NOT_SET ->
                    answers.accept(
                            Responses.failure(
                                    Failure.Kind.UNKNOWN_COMMAND,
                                    "this daemon does not know that command: it is older than the"
                                            + " program that asks"));
        }
    }

    private static boolean changesSomething(Request request) {
        return switch (request.getCommandCase()) {
            case DRAIN, KEY, DUMP -> true;
            case LOG_LEVEL -> !request.getLogLevel().getLevel().isEmpty();
            case STATUS, RECORDS, CONFIGURATION, COMMAND_NOT_SET -> false;
        };
    }

    private void status(Consumer<Response> answers) {
        answers.accept(Response.newBuilder().setLast(true).setStatus(view.status()).build());
    }

    private String drain(DrainRequest request) {
        log.info("An operator asks the daemon to end");
        controls.drain(
                Optional.of(Duration.ofMillis(request.getDeadlineMs()))
                        .filter(Duration::isPositive));
        return "the daemon ends";
    }

    private Response logLevel(LogLevelRequest request) {
        return switch (request.getLevel()) {
            case "" -> Responses.done(controls.logLevel());
            case "debug", "info" -> {
                controls.setDebug(request.getLevel().equals("debug"));
                yield Responses.done(controls.logLevel());
            }
            default ->
                    Responses.failure(
                            Failure.Kind.INVALID,
                            "the log level is info or debug, not " + request.getLevel());
        };
    }

    private Response key(KeyRequest request) {
        return controls.readKey(request.getForgetReplaced())
                .map(Responses::done)
                .orElseGet(() ->
                        Responses.failure(
                                Failure.Kind.INVALID,
                                "this node uses certificates, not a pre-shared key; changed"
                                        + " certificates are read within a minute"));
    }

    private void records(RecordsRequest request, Consumer<Response> answers) {
        if (journal.isEmpty()) {
            answers.accept(
                    Responses.failure(
                            Failure.Kind.FAILED,
                            "this daemon keeps no journal: REMOTE_NODE_STATE_DIRECTORY is none"));
            return;
        }
        journal.get()
                .read(RecordQueries.of(request))
                .whenComplete((found, failure) ->
                        loop.execute(() -> {
                            if (failure == null) {
                                send(found.reversed(), answers);
                            } else {
                                answers.accept(unreadable(failure));
                            }
                        }));
    }

    private static void send(List<Record> records, Consumer<Response> answers) {
        int from = 0;
        while (records.size() - from > RECORDS_AT_ONCE) {
            answers.accept(part(records.subList(from, from + RECORDS_AT_ONCE), false));
            from += RECORDS_AT_ONCE;
        }
        answers.accept(part(records.subList(from, records.size()), true));
    }

    private static Response part(List<Record> records, boolean last) {
        return Response.newBuilder()
                .setLast(last)
                .setRecords(Records.newBuilder().addAllRecords(records))
                .build();
    }

    private static Response unreadable(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return Responses.failure(
                Failure.Kind.FAILED, "the journal cannot be read: " + cause.getMessage());
    }
}
