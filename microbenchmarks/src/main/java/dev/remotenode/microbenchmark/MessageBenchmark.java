package dev.remotenode.microbenchmark;

import dev.remotenode.lrmd.message.MalformedMessageException;
import dev.remotenode.lrmd.message.Notification.ExecComplete;
import dev.remotenode.lrmd.message.RequestMessage;
import dev.remotenode.lrmd.message.ServerDocuments;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the daemon reads and writes for each run of a resource's monitor. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MessageBenchmark {
    private final byte[] request = Messages.request();
    private final ExecComplete completion = Messages.completion();

    /** The request, from bytes. */
    @Benchmark
    public RequestMessage readRequest() throws MalformedMessageException {
        return ServerDocuments.readRequest(request, 7);
    }

    /** The notice of its end, to bytes. */
    @Benchmark
    public ByteBuf writeCompletion() {
        return ServerDocuments.write(completion);
    }
}
