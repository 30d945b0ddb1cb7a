package dev.remotenode.agent.control;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.lifecycle.NodeActivity;
import dev.remotenode.agent.lifecycle.NodeStatus;
import dev.remotenode.agent.server.Credentials;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.lrmd.tls.KeyFiles;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A daemon that nobody has connected to, without a key. */
final class TestNode {

    private TestNode() {}

    static NodeView view(NodeControls controls) {
        Sessions sessions = new Sessions();
        ResourceExecutor executor =
                new ResourceExecutor(
                        new StandingClock(),
                        (_, _) -> {
                            throw new IllegalStateException("nothing is to be run");
                        },
                        _ -> {},
                        _ -> {});
        NodeActivity activity = new NodeActivity(executor::underWay);
        return new NodeView(
                "test",
                "guest1",
                () -> Duration.ofSeconds(7),
                List::of,
                new Credentials.SharedKey(
                        new KeyFiles(List.of(Path.of("/no/such/key")), Duration.ofDays(1))),
                sessions,
                executor,
                activity,
                new NodeStatus(sessions, activity, 3121),
                Optional.empty(),
                controls::logLevel,
                () -> Inspection.ofRunning(CommandLineOptions.NONE, Map.of()));
    }
}
