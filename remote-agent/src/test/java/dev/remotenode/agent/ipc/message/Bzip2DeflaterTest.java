package dev.remotenode.agent.ipc.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remotenode.lrmd.bzip2.Bzip2Inflater;
import dev.remotenode.ocf.posix.Bzip2Library;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Bzip2DeflaterTest {

    /** More than two blocks. */
    private static final String LARGE = "<cib epoch=\"1\"/>".repeat(60_000);

    static Stream<Bzip2Deflater> deflaters() {
        return Stream.of(
                new LibraryDeflater(Bzip2Library.load().orElseThrow()), new HeapDeflater());
    }

    @ParameterizedTest
    @MethodSource("deflaters")
    void whatIsDeflatedInflatesToTheTextAndAZero(Bzip2Deflater deflater) throws Exception {
        for (String text : List.of("", "<cib/>", LARGE, noise(500_000))) {
            for (ByteBuf bytes : List.of(direct(text), heap(text), inPieces(text))) {
                ByteBuf deflated = deflater.deflateTerminated(bytes, 1_000_000).orElseThrow();
                ByteBuf inflated = Bzip2Inflater.inflate(deflated, bytes.readableBytes() + 1);
                assertEquals(text + "\0", inflated.toString(StandardCharsets.UTF_8));
                assertEquals(heap(text), bytes, "the text has not been touched");
                assertTrue(deflated.release());
                assertTrue(bytes.release(), "nobody keeps the text");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("deflaters")
    void thereIsNoResultThatIsLargerThanAllowed(Bzip2Deflater deflater) {
        for (String text : List.of("<cib/>", LARGE, noise(500_000))) {
            ByteBuf bytes = direct(text);
            int size = deflater.deflateTerminated(bytes, 1_000_000).orElseThrow().readableBytes();
            assertTrue(deflater.deflateTerminated(bytes, size).isPresent());
            assertEquals(Optional.empty(), deflater.deflateTerminated(bytes, size - 1));
            assertEquals(Optional.empty(), deflater.deflateTerminated(bytes, 10));
        }
    }

    @Test
    void theLibraryIsUsedWhereItIs() {
        assertTrue(Bzip2Deflater.HERE instanceof LibraryDeflater);
    }

    private static ByteBuf direct(String text) {
        ByteBuf bytes = heap(text);
        // Something before it: the text need not begin where the memory does.
        return Unpooled.directBuffer().writeLong(0).writeBytes(bytes).skipBytes(Long.BYTES);
    }

    private static ByteBuf inPieces(String text) {
        ByteBuf bytes = heap(text);
        int half = bytes.readableBytes() / 2;
        return Unpooled.compositeBuffer()
                .addComponent(true, Unpooled.directBuffer().writeBytes(bytes, half))
                .addComponent(true, Unpooled.directBuffer().writeBytes(bytes));
    }

    private static ByteBuf heap(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static String noise(int size) {
        return new Random(size)
                .ints(size, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
