package dev.remotenode.agent.cli;

import dev.remotenode.agent.cli.history.JournalEntry;
import dev.remotenode.agent.control.ControlConnection;
import dev.remotenode.control.message.Configuration;
import dev.remotenode.control.message.ConfigurationRequest;
import dev.remotenode.control.message.Failure;
import dev.remotenode.control.message.RecordsRequest;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import dev.remotenode.control.message.Status;
import dev.remotenode.control.message.StatusRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The daemon on this host, by way of its control socket. */
final class OwnDaemon implements RecordSource {
    private static final String SOCKET = "--socket";

    private final ControlConnection connection;

    private OwnDaemon(ControlConnection connection) {
        this.connection = connection;
    }

    static OptionSpec socketOption() {
        return OptionSpec.builder("-S", SOCKET)
                .type(Path.class)
                .paramLabel("FILE")
                .description(
                        "The control socket of the daemon, if it is not where the settings of this"
                                + " host say")
                .build();
    }

    /**
     * Connects to the daemon.
     *
     * @throws CommandException if there is none, or it may not be asked by this user
     */
    static OwnDaemon connect(ParseResult arguments) throws CommandException {
        Path socket = socket(arguments);
        if (!Files.exists(socket)) {
            throw notRunning(socket);
        }
        try {
            return new OwnDaemon(ControlConnection.open(socket));
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("ermission")
                    ? new CommandException(
                            ExitStatus.INSUFFICIENT_PRIVILEGES,
                            "only root and members of the group haclient may ask the daemon",
                            e)
                    : notRunning(socket);
        }
    }

    /** Whether the command line says which daemon is meant. */
    static boolean isNamed(ParseResult arguments) {
        return arguments.hasMatchedOption(SOCKET);
    }

    private static Path socket(ParseResult arguments) throws CommandException {
        Optional<Path> given = Optional.ofNullable(arguments.matchedOptionValue(SOCKET, null));
        return given.or(() -> NodeIdentity.configuration().operators().controlSocket())
                .orElseThrow(() ->
                        new CommandException(
                                ExitStatus.CONFIGURATION,
                                "the daemon of this host has no control socket:"
                                        + " REMOTE_NODE_CONTROL_SOCKET is none"));
    }

    private static CommandException notRunning(Path socket) {
        return new CommandException(
                ExitStatus.NOT_RUNNING,
                "the daemon does not run: nothing serves %s. Start it with 'systemctl start pacemaker_remote'"
                        .formatted(socket));
    }

    /** How the daemon is. */
    Status status() throws CommandException {
        return ask(Request.newBuilder().setStatus(StatusRequest.getDefaultInstance()))
                .getFirst()
                .getStatus();
    }

    /** The settings that it was started with. */
    Configuration configuration() throws CommandException {
        return ask(Request.newBuilder().setConfiguration(ConfigurationRequest.getDefaultInstance()))
                .getFirst()
                .getConfiguration();
    }

    @Override
    public List<JournalEntry> find(RecordsRequest.Builder question) throws CommandException {
        return JournalEntry.of(
                ask(Request.newBuilder().setRecords(question)).stream()
                        .flatMap(response -> response.getRecords().getRecordsList().stream())
                        .toList());
    }

    /**
     * Asks the daemon.
     *
     * @throws CommandException if it refuses, or ends meanwhile
     */
    List<Response> ask(Request.Builder command) throws CommandException {
        List<Response> responses = new ArrayList<>();
        try {
            connection.ask(command, responses::add);
        } catch (IOException e) {
            throw new CommandException(
                    ExitStatus.DISCONNECTED, "the daemon has closed the connection", e);
        }
        for (Response response : responses) {
            if (response.hasFailure()) {
                throw refusal(response.getFailure());
            }
        }
        return responses;
    }

    private static CommandException refusal(Failure failure) {
        ExitStatus status =
                switch (failure.getKind()) {
                    case FORBIDDEN -> ExitStatus.INSUFFICIENT_PRIVILEGES;
                    case INVALID -> ExitStatus.USAGE;
                    case UNKNOWN_COMMAND -> ExitStatus.PROTOCOL;
                    case FAILED, KIND_UNSPECIFIED, UNRECOGNIZED -> ExitStatus.ERROR;
                };
        return new CommandException(status, failure.getMessage());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            // Nothing is lost by that.
        }
    }
}
