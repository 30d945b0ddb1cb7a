package dev.remotenode.agent.cli;

import dev.remotenode.lrmd.client.ExecutorClient;
import dev.remotenode.lrmd.message.ProtocolVersion;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * A client that a daemon knows by name, so that it gets notifications.
 *
 * @param time how long that took
 * @param registered what the daemon says of itself
 */
record SignedOn(Duration time, Reply.Registered registered) {

    /**
     * Signs on, not as one that carries calls of local tools.
     *
     * @throws CommandException if the daemon does not take it
     */
    static SignedOn as(ExecutorClient client, DaemonOptions options) throws CommandException {
        Stopwatch clock = new Stopwatch();
        Reply reply =
                ConnectionFailures.await(
                        client.register(
                                CommandLines.PROGRAM,
                                new Request.Register(
                                        Optional.of(ProtocolVersion.CURRENT.toString()), false)),
                        options.target(),
                        options.timeout());
        if (reply.body() instanceof Reply.Registered registered) {
            return new SignedOn(clock.elapsed(), registered);
        }
        throw new CommandException(
                ExitStatus.PROTOCOL,
                "%s does not let this sign on (error %d): its version does not fit"
                        .formatted(options.target(), -reply.returnCode()));
    }
}
