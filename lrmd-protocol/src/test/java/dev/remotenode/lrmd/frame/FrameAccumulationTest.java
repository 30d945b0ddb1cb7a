package dev.remotenode.lrmd.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameAccumulationTest {

    private static final int FRAME = 20 * 1024 * 1024;
    private static final int PIECE = 16 * 1024;

    private final FrameAccumulation accumulation = new FrameAccumulation();
    private ByteBuf kept = Unpooled.buffer(0, 0);

    @AfterEach
    void release() {
        kept.release();
    }

    @Test
    void movesNoMoreThanAnEighthOfAFrame() {
        accumulation.expect(FRAME);
        int moved = 0;
        for (int come = 0; come < FRAME; come += PIECE) {
            int capacity = kept.capacity();
            add(PIECE);
            if (kept.capacity() != capacity) {
                moved = come;
            }
        }
        assertTrue(moved <= FRAME / 8, "moved " + moved);

        ByteBuf before = kept;
        add(PIECE);
        assertSame(before, kept);
        assertEquals(FRAME + PIECE, kept.readableBytes());
    }

    @Test
    void reservesLittleAtTheWordOfAHeader() {
        accumulation.expect(FRAME);
        for (int come = 0; come < FRAME / 16; come += PIECE) {
            add(PIECE);
            assertTrue(kept.capacity() <= 2 * (come + PIECE));
        }
    }

    @Test
    void keepsTheBytes() {
        accumulation.expect(100);
        for (byte i = 0; i < 100; i++) {
            add(i);
        }
        byte[] all = ByteBufUtil.getBytes(kept);
        for (byte i = 0; i < 100; i++) {
            assertEquals(i, all[i]);
        }
    }

    @Test
    void doesNotWriteToWhatHasBeenPassedOn() {
        accumulation.expect(100);
        for (byte i = 0; i < 10; i++) {
            add(i);
        }
        ByteBuf passedOn = kept.readRetainedSlice(9);
        ByteBuf before = kept;
        add((byte) 10);

        assertNotSame(before, kept);
        assertEquals("090a", ByteBufUtil.hexDump(kept));
        assertEquals("000102030405060708", ByteBufUtil.hexDump(passedOn));
        passedOn.release();
        assertEquals(0, before.refCnt());
    }

    private void add(byte each) {
        add(Unpooled.wrappedBuffer(new byte[] {each}));
    }

    private void add(int bytes) {
        add(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void add(ByteBuf more) {
        kept = accumulation.cumulate(UnpooledByteBufAllocator.DEFAULT, kept, more);
        assertEquals(1, kept.refCnt());
    }
}
