package dev.remotenode.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remotenode.lab.StandaloneNode;
import dev.remotenode.lab.host.PacemakerSeries;
import dev.remotenode.lab.junit.BeyondReference;
import dev.remotenode.lab.wire.Frame;
import dev.remotenode.lab.wire.RecordPeer;
import dev.remotenode.lrmd.xml.Element;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Bzip2Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All the ways in which a message may come. */
@ConformanceTest
class FramingIT {
    private static final int HALF = 20;

    @Test
    void readsEitherByteOrder(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(poke(1).in(ByteOrder.BIG_ENDIAN));
            assertAnswered(1, peer);
            peer.send(poke(2).in(ByteOrder.LITTLE_ENDIAN));
            assertAnswered(2, peer);
        }
    }

    @Test
    void readsPackedMessages(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            Frame plain = poke(3);
            peer.send(plain.packed(bz2(plain.payload())));
            assertAnswered(3, peer);
        }
    }

    @Test
    void readsAMessageWithoutItsFinalNul(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around(pokeDocument(4).getBytes(UTF_8)));
            assertAnswered(4, peer);
        }
    }

    @Test
    void readsAMessageInManyRecords(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            Frame frame = poke(5);
            byte[] header = frame.header();
            byte[] payload = frame.payload();
            peer.send(
                    Arrays.copyOf(header, 1),
                    Arrays.copyOfRange(header, 1, HALF),
                    Arrays.copyOfRange(header, HALF, header.length),
                    Arrays.copyOf(payload, HALF),
                    Arrays.copyOfRange(payload, HALF, payload.length));
            assertAnswered(5, peer);
        }
    }

    @Test
    void readsOneMessageAfterTheOther(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            for (int id = 1; id <= 100; id++) {
                peer.send(poke(id));
            }
            for (int id = 1; id <= 100; id++) {
                assertAnswered(id, peer);
            }
        }
    }

    @Test
    @BeyondReference("2.1.5 stops serving anybody until this peer has gone")
    void readsAMessageInOneRecord(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(poke(6).bytes());
            assertAnswered(6, peer);
        }
    }

    @Test
    @BeyondReference("2.1.5 loses the second message")
    void readsTwoMessagesInOneRecord(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(poke(7).bytes());
            both.writeBytes(poke(8).bytes());
            peer.send(both.toByteArray());
            assertAnswered(7, peer);
            assertAnswered(8, peer);
        }
    }

    @Test
    void readsAMessageOfAMegabyte(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(pokeWithValue(9, 1 << 20));
            assertAnswered(9, peer);
        }
    }

    /** An agent could not be given such a value, which would fill the heap before it is refused. */
    @Test
    @BeyondReference("2.1.5 reads it, and has an agent with such a value refused by the kernel")
    void tellsThatAMessageIsTooMuchToRead(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(pokeWithValue(10, 3 << 20));
            Element reply = peer.receive();
            assertEquals(Optional.of("10"), reply.attribute("lrmd_remote_msg_id"));
            assertEquals(Optional.of(Integer.toString(Codes.E2BIG)), reply.attribute("lrmd_rc"));
            peer.send(poke(11));
            assertAnswered(11, peer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not XML", "<?xml version='1.0'?>"})
    void dropsWhatIsNotXmlAndGoesOn(String document, StandaloneNode node) {
        assertDropped(document, node);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke'",
                "<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke'></other>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><lrmd_command t='lrmd' lrmd_op='&b;'/>",
                "<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_poke'/><lrmd_command/>"
            })
    @BeyondReference("2.1.5 makes a request out of the parts that it can read")
    void dropsWhatIsNotWhollyXmlAndGoesOn(String document, StandaloneNode node) {
        assertDropped(document, node);
    }

    /** Pacemaker 2.1.5 stops escaping a value at the first two bytes beyond ASCII. */
    @Test
    @BeyondReference(value = "3.0.0 drops it", of = PacemakerSeries.V3_0)
    void readsTheDamageThatPacemakerDoes(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around(pokeDocument(11).replace("<x/>", "<x y=\"hé 'a' & <b\"/>")));
            assertAnswered(11, peer);
        }
    }

    @Test
    void answersARequestWithoutAnId(StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around("<lrmd_command t='lrmd' lrmd_op='lrmd_rsc_info' lrmd_x='y'/>"));
            assertAnswered(0, peer);
        }
    }

    private static void assertDropped(String document, StandaloneNode node) {
        try (RecordPeer peer = node.connectForRecords()) {
            peer.send(Frame.around(document));
            peer.send(poke(10));
            assertAnswered(10, peer);
        }
    }

    private static void assertAnswered(int id, RecordPeer peer) {
        Element reply = peer.receive();
        assertEquals("lrmd_reply", reply.name());
        assertEquals(Optional.of(Integer.toString(id)), reply.attribute("lrmd_remote_msg_id"));
    }

    private static Frame pokeWithValue(int id, int bytes) {
        return Frame.around(pokeDocument(id).replace("<x/>", "<x y='" + "z".repeat(bytes) + "'/>"));
    }

    private static Frame poke(int id) {
        return Frame.around(pokeDocument(id));
    }

    /** The peer has no name, so that it hears the reply only. */
    private static String pokeDocument(int id) {
        return """
        <lrmd_command t="lrmd" lrmd_op="lrmd_rsc_poke" lrmd_remote_msg_type="request" \
        lrmd_remote_msg_id="%d"><x/></lrmd_command>\
        """
                .formatted(id);
    }

    private static byte[] bz2(byte[] plain) {
        EmbeddedChannel encoder = new EmbeddedChannel(new Bzip2Encoder());
        encoder.writeOutbound(Unpooled.wrappedBuffer(plain));
        encoder.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            packed.writeBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        return packed.toByteArray();
    }
}
