package dev.remotenode.microbenchmark;

import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.frame.FrameEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A document becomes a frame, and a frame a document, between the handlers of a pipeline. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameBenchmark {
    /** Bytes of the document: a message, a small configuration, a large one. */
    @Param({"1000", "100000", "10000000"})
    public int size;

    private final EmbeddedChannel sender = new EmbeddedChannel(new FrameEncoder());
    private final EmbeddedChannel receiver = new EmbeddedChannel(new FrameDecoder());
    private ByteBuf document = Unpooled.EMPTY_BUFFER;
    private ByteBuf frame = Unpooled.EMPTY_BUFFER;

    /** Makes both ends of what is to be done. */
    @Setup
    public void prepare() {
        document = Unpooled.buffer(size + 1).writeZero(size);
        CompositeByteBuf parts = Unpooled.compositeBuffer();
        sender.writeOutbound(document.retainedDuplicate().writerIndex(size));
        for (ByteBuf part = sender.readOutbound(); part != null; part = sender.readOutbound()) {
            parts.addComponent(true, part);
        }
        frame = Unpooled.copiedBuffer(parts);
    }

    /** Into a header and a payload. */
    @Benchmark
    public void encode() {
        sender.writeOutbound(document.retain().writerIndex(size));
        ReferenceCountUtil.release(sender.readOutbound());
        ReferenceCountUtil.release(sender.readOutbound());
    }

    /** Out of one buffer that has all of it. */
    @Benchmark
    public void decode() {
        receiver.writeInbound(frame.retainedDuplicate());
        ReferenceCountUtil.release(receiver.readInbound());
    }
}
