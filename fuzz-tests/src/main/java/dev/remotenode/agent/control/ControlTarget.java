package dev.remotenode.agent.control;

import dev.remotenode.agent.StandingClock;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A request on the control socket from somebody who may only look: there is one answer, and nothing
 * is changed.
 */
public final class ControlTarget {

    private static final NodeControls NOTHING_MAY_CHANGE = new Untouchable();

    private static final OperatorRequests REQUESTS =
            new OperatorRequests(
                    TestNode.view(NOTHING_MAY_CHANGE),
                    NOTHING_MAY_CHANGE,
                    Optional.empty(),
                    new StandingClock());

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
}
