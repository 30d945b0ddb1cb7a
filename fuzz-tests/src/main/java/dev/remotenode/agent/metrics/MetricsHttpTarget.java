package dev.remotenode.agent.metrics;

import dev.remotenode.fuzz.Claim;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What comes to the port of the metrics: one answer at most, of a status that is meant to be there,
 * the same wherever the request is cut, unless it is no HTTP, which may be seen sooner or later;
 * and the connection ends with the answer.
 */
public final class MetricsHttpTarget {

    private static final String NO_HTTP = "400 Bad Request";
    private static final Set<String> STATUSES =
            Set.of(
                    "200 OK",
                    NO_HTTP,
                    "404 Not Found",
                    "405 Method Not Allowed",
                    "503 Service Unavailable");
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final NodeMetrics METRICS =
            new NodeMetrics(StandingNode.WAITING, "1.2.3", Instant.EPOCH);

    private MetricsHttpTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        List<String> whole = answers(input, input.length);
        Claim.that(whole.size() <= 1, "there is one answer at most, not " + whole.size());
        whole.forEach(
                status -> Claim.that(STATUSES.contains(status), "this is no status " + status));
        int somewhere = Math.floorMod(Arrays.hashCode(input), input.length + 1);
        Claim.same(
                understood(whole),
                understood(answers(input, somewhere)),
                "the answer is the same wherever the request is cut");
    }

    private static List<String> understood(List<String> statuses) {
        return statuses.stream().filter(status -> !status.equals(NO_HTTP)).toList();
    }

    private static List<String> answers(byte[] input, int cut) {
        EmbeddedChannel channel =
                new EmbeddedChannel(
                        new HttpServerCodec(), new MetricsHandler(METRICS, StandingNode.WAITING));
        write(channel, input, 0, cut);
        write(channel, input, cut, input.length);
        List<String> statuses = new ArrayList<>();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            if (part.isReadable(STATUS_AT) && part.getByte(part.readerIndex()) == 'H') {
                statuses.add(status(part));
            }
            part.release();
        }
        boolean open = channel.isOpen();
        channel.finishAndReleaseAll();
        Claim.that(!open || statuses.isEmpty(), "the connection ends with the answer");
        return statuses;
    }

    /** From the first line of an answer, which begins a buffer. */
    private static String status(ByteBuf answer) {
        int begin = answer.readerIndex() + STATUS_AT;
        int end = answer.indexOf(begin, answer.writerIndex(), (byte) '\r');
        return answer.toString(begin, end - begin, StandardCharsets.US_ASCII);
    }

    private static void write(EmbeddedChannel channel, byte[] input, int from, int to) {
        if (channel.isOpen()) {
            channel.writeInbound(Unpooled.wrappedBuffer(input, from, to - from));
            channel.runPendingTasks();
        }
    }
}
