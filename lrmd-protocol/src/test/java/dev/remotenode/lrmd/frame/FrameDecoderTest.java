package dev.remotenode.lrmd.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

    private static final String DOCUMENT = "<lrmd_command lrmd_op=\"lrmd_rsc_poke\"/>";

    private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder());

    /** A frame as a C peer on x86 sends it: magic, version, id, flags, sizes, all little-endian. */
    @Test
    void readsAFrameWrittenOutByHand() {
        ByteBuf frame =
                bytes(
                        "bddbdaba 01000000 0700000000000000 0000000000000000"
                                + "2d000000 28000000 00000000 05000000"
                                + "3c612f3e00");
        channel.writeInbound(frame);
        assertEquals("<a/>", received());
    }

    @Test
    void readsTheOtherByteOrder() {
        ByteBuf frame =
                bytes(
                        "badadbbd 00000001 0000000000000007 0000000000000000"
                                + "0000002d 00000028 00000000 00000005"
                                + "3c612f3e00");
        channel.writeInbound(frame);
        assertEquals("<a/>", received());
    }

    @Test
    void waitsUntilAFrameIsComplete() {
        ByteBuf frame = frame(DOCUMENT);
        while (frame.readableBytes() > 1) {
            channel.writeInbound(frame.readRetainedSlice(1));
            assertNull(channel.readInbound());
        }
        channel.writeInbound(frame);
        assertEquals(DOCUMENT, received());
    }

    @Test
    void cutsFramesThatArriveTogether() {
        channel.writeInbound(Unpooled.wrappedBuffer(frame("<a/>"), frame("<b/>")));
        assertEquals(List.of("<a/>", "<b/>"), List.of(received(), received()));
    }

    @Test
    void takesAPayloadWithoutItsNul() {
        ByteBuf frame = header(40 + 4, 40, 0, 4).writeBytes("<a/>".getBytes(UTF_8));
        channel.writeInbound(frame);
        assertEquals("<a/>", received());
    }

    @Test
    void inflatesBothKindsOfCompressedFrames() {
        byte[] compressed = bzip2(DOCUMENT + "\0");
        int plain = DOCUMENT.length() + 1;

        channel.writeInbound(
                header(40 + compressed.length, 40, compressed.length, plain)
                        .writeBytes(compressed));
        assertEquals(DOCUMENT, received());

        // Pacemaker 3.0.2 counts both sizes and expects as many bytes: the rest is padding.
        channel.writeInbound(
                header(40 + compressed.length + plain, 40, compressed.length, plain)
                        .writeBytes(compressed)
                        .writeZero(plain));
        assertEquals(DOCUMENT, received());
    }

    /** What has come with it waits: messages keep their order. */
    @Test
    void inflatesElsewhereAndInOrder() {
        Deque<Runnable> elsewhere = new ArrayDeque<>();
        EmbeddedChannel decoding = new EmbeddedChannel(new FrameDecoder(elsewhere::add));
        byte[] compressed = bzip2(DOCUMENT + "\0");
        ByteBuf packed =
                header(40 + compressed.length, 40, compressed.length, DOCUMENT.length() + 1)
                        .writeBytes(compressed);

        decoding.writeInbound(Unpooled.wrappedBuffer(frame("<a/>"), packed, frame("<b/>")));
        assertEquals("<a/>", received(decoding));
        assertNull(decoding.readInbound());
        assertFalse(decoding.config().isAutoRead());

        elsewhere.remove().run();
        assertEquals(List.of(DOCUMENT, "<b/>"), List.of(received(decoding), received(decoding)));
        assertTrue(decoding.config().isAutoRead());
    }

    @Test
    void refusesABombAlsoElsewhere() {
        Deque<Runnable> elsewhere = new ArrayDeque<>();
        EmbeddedChannel decoding = new EmbeddedChannel(new FrameDecoder(elsewhere::add));
        byte[] compressed = bzip2("x".repeat(5_000_000));
        decoding.writeInbound(
                header(40 + compressed.length, 40, compressed.length, 100).writeBytes(compressed));

        elsewhere.remove().run();

        FrameException refused = assertThrows(FrameException.class, decoding::checkException);
        assertTrue(String.valueOf(refused.getMessage()).contains("more than the announced"));
        decoding.writeInbound(frame(DOCUMENT));
        assertNull(decoding.readInbound());
    }

    @Test
    void refusesABombBeforeItHasGrown() {
        byte[] compressed = bzip2("x".repeat(5_000_000));
        ByteBuf frame =
                header(40 + compressed.length, 40, compressed.length, 100).writeBytes(compressed);
        String message = failure(frame);
        assertTrue(message.contains("more than the announced 100 bytes"), message);
    }

    @Test
    void refusesDamagedBzip2() {
        byte[] garbage = {'B', 'Z', 'h', '9', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        ByteBuf frame = header(40 + garbage.length, 40, garbage.length, 100).writeBytes(garbage);
        assertTrue(failure(frame).contains("bz2"));
    }

    /** The library notices some damage only by going beyond the end of an array. */
    @Test
    void refusesDamagedTablesOfBzip2() {
        byte[] damaged = bzip2("x");
        damaged[23] = (byte) 0xFF;
        String message =
                failure(header(40 + damaged.length, 40, damaged.length, 1).writeBytes(damaged));
        assertTrue(message.contains("damaged bz2"), message);
    }

    /** With few bytes left, the decoder of the library looks at them again when it is closed. */
    @Test
    void refusesDamagedBzip2OfAFewBytes() {
        ByteBuf frame = header(50, 40, 10, 10).writeBytes("123456789".getBytes(UTF_8)).writeByte(0);
        assertTrue(failure(frame).contains("bz2"));
    }

    @Test
    void refusesAStreamOnce() {
        failure(header(39, 40, 0, 0), channel);
        channel.writeInbound(bytes("bddbdaba"));
        channel.writeInbound(frame(DOCUMENT));
        channel.finish();
        assertNull(channel.readInbound());
    }

    @Test
    void refusesWhatIsNoHeader() {
        ByteBuf http = Unpooled.copiedBuffer("GET / HTTP/1.1\r\n".repeat(4), UTF_8);
        assertTrue(failure(http).contains("not a Pacemaker Remote message"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {39, 0, -1, Integer.MIN_VALUE, FrameLimits.MESSAGE_BYTES + 1, Integer.MAX_VALUE})
    void refusesATotalOutsideTheLimitsFromTheHeaderAlone(int total) {
        assertTrue(failure(header(total, 40, 0, total - 40)).contains("total size"));
    }

    @Test
    void refusesSizesThatContradictEachOther() {
        assertTrue(failure(header(100, 40, 0, 61)).contains("disagree"));
        assertTrue(failure(header(100, 41, 0, 59)).contains("payload offset"));
        assertTrue(failure(header(100, 40, -60, 60)).contains("compressed size"));
        assertTrue(failure(header(100, 40, 60, -1)).contains("uncompressed size"));
        // Both sizes are within the limit, their sum overflows an int back to the total.
        assertTrue(failure(header(100, 40, 20_000_000, 20_000_000)).contains("disagree"));
    }

    @Test
    void takesTheLargestMessage() {
        int payload = FrameLimits.MESSAGE_BYTES - FrameHeader.SIZE;
        channel.writeInbound(header(FrameLimits.MESSAGE_BYTES, 40, 0, payload).writeZero(payload));
        ByteBuf document = channel.readInbound();
        assertEquals(payload - 1, document.readableBytes());
        document.release();
    }

    /** Each in pieces, as to grow in one buffer would copy megabytes again and again. */
    @Test
    void cutsLargeFramesThatArriveInRecordsOfAnySize() {
        Random random = new Random(9);
        List<String> documents =
                Stream.of(3_000_000, 5, 2 * Accumulation.PIECE, 1_000_000, Accumulation.PIECE, 7)
                        .map(size -> text(random, size))
                        .toList();
        ByteBuf stream = Unpooled.buffer();
        documents.forEach(document -> stream.writeBytes(frame(document)));
        while (stream.isReadable()) {
            int record = Math.min(1 + random.nextInt(16 * 1024), stream.readableBytes());
            channel.writeInbound(Unpooled.directBuffer(record).writeBytes(stream, record));
        }

        List<ByteBuf> payloads = Stream.generate(channel::<ByteBuf>readInbound).limit(6).toList();
        assertEquals(documents, payloads.stream().map(one -> one.toString(UTF_8)).toList());
        assertFalse(payloads.getFirst().isContiguous());
        assertTrue(payloads.getLast().isContiguous());
        payloads.forEach(ByteBuf::release);
        assertEquals(List.of(0, 0, 0, 0, 0, 0), payloads.stream().map(ByteBuf::refCnt).toList());
    }

    private static String text(Random random, int size) {
        return random.ints(size, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private String failure(ByteBuf bytes) {
        return failure(bytes, new EmbeddedChannel(new FrameDecoder()));
    }

    private static String failure(ByteBuf bytes, EmbeddedChannel decoder) {
        FrameException failure =
                assertThrows(FrameException.class, () -> decoder.writeInbound(bytes));
        return String.valueOf(failure.getMessage());
    }

    private String received() {
        return received(channel);
    }

    private static String received(EmbeddedChannel decoder) {
        ByteBuf payload = decoder.readInbound();
        String text = payload.toString(UTF_8);
        payload.release();
        return text;
    }

    private static ByteBuf frame(String document) {
        byte[] payload = (document + "\0").getBytes(UTF_8);
        return header(40 + payload.length, 40, 0, payload.length).writeBytes(payload);
    }

    private static ByteBuf header(int total, int offset, int compressed, int uncompressed) {
        return Unpooled.buffer()
                .writeIntLE(0xBADADBBD)
                .writeIntLE(1)
                .writeLongLE(1)
                .writeLongLE(0)
                .writeIntLE(total)
                .writeIntLE(offset)
                .writeIntLE(compressed)
                .writeIntLE(uncompressed);
    }

    private static byte[] bzip2(String text) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder());
        encoder.writeOutbound(Unpooled.copiedBuffer(text, UTF_8));
        encoder.finish();
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
