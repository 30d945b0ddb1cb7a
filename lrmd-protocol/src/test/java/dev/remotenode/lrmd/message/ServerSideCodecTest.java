package dev.remotenode.lrmd.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.xml.CarriedElement;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerSideCodecTest {

    private static final int LARGE = 100_000;

    private final Deque<Runnable> elsewhere = new ArrayDeque<>();
    private final ServerSideCodec codec = new ServerSideCodec(elsewhere::add);
    private final EmbeddedChannel channel = new EmbeddedChannel(codec);

    @Test
    void readsLargeMessagesElsewhereAndInOrder() {
        channel.writeInbound(poke(1, 0), poke(2, LARGE), poke(3, 0));

        assertEquals(1, nextId());
        assertNull(channel.readInbound());
        assertFalse(channel.config().isAutoRead());
        assertTrue(codec.unread() > LARGE);

        elsewhere.remove().run();
        assertEquals(2, nextId());
        assertEquals(3, nextId());
        assertTrue(channel.config().isAutoRead());
        assertEquals(0, codec.unread());
    }

    @Test
    void dropsALargeMessageThatCannotBeReadAndGoesOn() {
        channel.writeInbound(text("<" + "x".repeat(LARGE)), poke(2, 0));
        elsewhere.remove().run();
        assertEquals(2, nextId());
    }

    /** With values that no agent can be given, or in more levels than anybody needs. */
    @Test
    void passesOnThatAMessageIsTooMuchToRead() {
        channel.writeInbound(command("lrmd_rsc_exec", 1, "<x y='" + "z".repeat(3_000_000) + "'/>"));
        elsewhere.remove().run();
        assertExcessive("lrmd_rsc_exec", "more than 2097152 bytes");

        channel.writeInbound(command("lrmd_rsc_info", 2, "<x>".repeat(300) + "</x>".repeat(300)));
        assertExcessive("lrmd_rsc_info", "nested deeper than 256");
    }

    private void assertExcessive(String name, String reason) {
        RequestMessage message = channel.readInbound();
        assertTrue(
                message.request() instanceof Request.Excessive excessive
                        && excessive.name().equals(name)
                        && excessive.reason().contains(reason),
                message::toString);
    }

    @Test
    void dropsWhatIsTooMuchToReadIfNobodyWaitsForAnAnswer() {
        String much = "<x>".repeat(300) + "</x>".repeat(300);
        channel.writeInbound(text("<lrmd_command lrmd_op='lrmd_rsc_info'>" + much));
        channel.writeInbound(command("ipc_fwd", 2, much));
        channel.writeInbound(poke(3, 0));
        assertEquals(3, nextId());
    }

    private static ByteBuf command(String name, int id, String content) {
        return text(
                "<lrmd_command lrmd_op='%s' lrmd_remote_msg_id='%d'>%s</lrmd_command>"
                        .formatted(name, id, content));
    }

    @Test
    void passesNothingOnOnceTheConnectionHasEnded() {
        channel.writeInbound(poke(1, LARGE), poke(2, LARGE));
        channel.close();
        elsewhere.remove().run();
        assertNull(channel.readInbound());
    }

    @Test
    void leavesOthersATurnAfterSomeMessages() {
        List<Boolean> reading = new ArrayList<>();
        channel.pipeline()
                .addLast(
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext context, Object message) {
                                reading.add(context.channel().config().isAutoRead());
                                context.fireChannelRead(message);
                            }
                        });
        channel.writeInbound(IntStream.rangeClosed(1, 40).mapToObj(id -> poke(id, 0)).toArray());

        assertEquals(
                IntStream.rangeClosed(1, 40).boxed().toList(),
                IntStream.generate(this::nextId).limit(40).boxed().toList());
        assertEquals(IntStream.rangeClosed(1, 40).mapToObj(id -> id <= 16).toList(), reading);
        assertTrue(channel.config().isAutoRead());
    }

    @Test
    void servesOneThatDoesNotReadSlowlyButServesIt() {
        channel.freezeTime();
        readsWhatItIsSent(false);
        channel.writeInbound(poke(1, 0));
        assertEquals(1, nextId());

        channel.writeInbound(poke(2, 0), poke(3, 0));
        assertNull(channel.readInbound());
        assertFalse(channel.config().isAutoRead());
        for (int id = 2; id <= 3; id++) {
            goOnAfter(Duration.ofMillis(4));
            assertNull(channel.readInbound());
            goOnAfter(Duration.ofMillis(1));
            assertEquals(id, nextId());
        }
        assertTrue(channel.config().isAutoRead());

        readsWhatItIsSent(true);
        channel.writeInbound(IntStream.range(4, 20).mapToObj(id -> poke(id, 0)).toArray());
        assertEquals(16, channel.inboundMessages().size());
    }

    private void readsWhatItIsSent(boolean reads) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, reads);
    }

    private void goOnAfter(Duration duration) {
        channel.advanceTimeBy(duration.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void whatALargeMessageCarriesIsNotCopiedAndGoesWithTheMessage() throws Exception {
        String content = "<news>%s</news>".formatted("n".repeat(100_000));
        ByteBuf payload = news(content);
        channel.writeInbound(payload);
        elsewhere.remove().run();
        channel.runPendingTasks();

        RequestMessage message = channel.readInbound();
        assertTrue(
                message.request()
                                instanceof
                                Request.Forward(ProxyMessage.Happened(var _, var carried))
                        && carried.equals(
                                CarriedElement.verified(content.getBytes(StandardCharsets.UTF_8))));
        assertEquals(1, payload.refCnt());
        message.release();
        assertEquals(0, payload.refCnt());
    }

    @Test
    void whatASmallMessageCarriesNeedsNoPayload() {
        ByteBuf payload = news("<news/>");
        channel.writeInbound(payload);

        assertEquals(0, payload.refCnt());
        RequestMessage message = channel.readInbound();
        message.release();
    }

    @Test
    void damagedLargeMessageIsGivenBack() {
        ByteBuf payload = text("<lrmd_command>" + " ".repeat(100_000));
        channel.writeInbound(payload);
        elsewhere.remove().run();

        assertEquals(0, payload.refCnt());
    }

    private static ByteBuf news(String content) {
        return text(
                "<lrmd_ipc_proxy lrmd_op='ipc_fwd' lrmd_ipc_op='event' lrmd_ipc_session='s'><lrmd_ipc_msg>%s</lrmd_ipc_msg></lrmd_ipc_proxy>"
                        .formatted(content));
    }

    private int nextId() {
        RequestMessage message = channel.readInbound();
        return message.messageId();
    }

    private static ByteBuf poke(int id, int padding) {
        return text(
                "<lrmd_command lrmd_op='lrmd_rsc_poke' lrmd_remote_msg_id='%d' padding='%s'/>"
                        .formatted(id, " ".repeat(padding)));
    }

    private static ByteBuf text(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }
}
