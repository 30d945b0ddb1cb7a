package dev.remotenode.microbenchmark;

import dev.remotenode.lrmd.xml.CarriedElement;
import dev.remotenode.lrmd.xml.Element;
import dev.remotenode.lrmd.xml.Tolerance;
import dev.remotenode.lrmd.xml.XmlException;
import dev.remotenode.lrmd.xml.XmlReader;
import dev.remotenode.lrmd.xml.XmlWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
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

/** Documents are taken apart, written, and looked at before they are carried. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class XmlBenchmark {
    /** Bytes of the document. */
    @Param({"1000", "100000"})
    public int size;

    private final ByteBuf out = Unpooled.buffer();
    private byte[] document = {};
    private Element element = Element.named("none").build();

    /** Makes a document and its element. */
    @Setup
    public void prepare() throws XmlException {
        document = Messages.configuration(size);
        element = read();
    }

    /** Into elements. */
    @Benchmark
    public Element read() throws XmlException {
        return XmlReader.read(document, Tolerance.STRICT);
    }

    /** Into a buffer that is large enough already. */
    @Benchmark
    public ByteBuf write() {
        XmlWriter.write(element, out.clear());
        return out;
    }

    /** Whether it is one well-formed element. */
    @Benchmark
    public CarriedElement verify() throws XmlException {
        return CarriedElement.verified(document);
    }
}
