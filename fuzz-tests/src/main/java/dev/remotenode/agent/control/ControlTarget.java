package dev.remotenode.agent.control;

import dev.remotenode.agent.config.CommandLineOptions;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.lifecycle.NodeActivity;
import dev.remotenode.agent.lifecycle.NodeStatus;
import dev.remotenode.agent.server.Credentials;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import dev.remotenode.fuzz.Claim;
import dev.remotenode.lrmd.tls.KeyFiles;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import dev.remotenode.ocf.schedule.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request on the control socket from somebody who may only look: there is one answer, and nothing
 * is changed.
 */
public final class ControlTarget {

    private static final NodeControls NOTHING_MAY_CHANGE = new Untouchable();

    private static final OperatorRequests REQUESTS =
            new OperatorRequests(view(), NOTHING_MAY_CHANGE, Optional.empty(), new NoLoop());

    private ControlTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        EmbeddedChannel channel =
                new EmbeddedChannel(new ControlHandler(Operator.OBSERVER, REQUESTS));
        channel.writeInbound(Unpooled.wrappedBuffer(input));
        List<Response> answers = new ArrayList<>();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            answers.add(parsed(ByteBufUtil.getBytes(out)));
        }
        Claim.that(answers.size() == 1 && answers.getFirst().getLast(), "there is one answer");
        Claim.that(channel.config().isAutoRead(), "the next question is read");
        if (isNoRequest(input)) {
            Claim.that(answers.getFirst().hasFailure(), "what is no request is told so");
        }
    }

    private static boolean isNoRequest(byte[] input) {
        try {
            var _ = Request.parseFrom(input);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Response parsed(byte[] bytes) {
        try {
            return Response.parseFrom(bytes);
        } catch (IOException e) {
            throw new AssertionError("it does not hold that answers can be read", e);
        }
    }

    private static NodeView view() {
        Sessions sessions = new Sessions();
        ResourceExecutor executor =
                new ResourceExecutor(
                        new NoLoop(),
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
                NOTHING_MAY_CHANGE::logLevel,
                () -> Inspection.ofRunning(CommandLineOptions.NONE, Map.of()));
    }

    private static final class Untouchable implements NodeControls {

        @Override
        public void drain(Optional<Duration> deadline) {
            throw new AssertionError("it does not hold that only root ends the daemon");
        }

        @Override
        public void setDebug(boolean on) {
            throw new AssertionError("it does not hold that only root changes the log");
        }

        @Override
        public String logLevel() {
            return "info";
        }

        @Override
        public Optional<String> readKey(boolean forgetReplaced) {
            throw new AssertionError("it does not hold that only root has keys read");
        }
    }

    private static final class NoLoop implements EventLoop {

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            return () -> {};
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }
    }
}
