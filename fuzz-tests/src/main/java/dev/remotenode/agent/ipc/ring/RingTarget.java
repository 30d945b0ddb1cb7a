package dev.remotenode.agent.ipc.ring;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.remotenode.fuzz.Choices;
import dev.remotenode.fuzz.Claim;
import io.netty.buffer.Unpooled;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Shared memory into which a local program has put whatever it likes, indices and states as well:
 * what is taken out of it is no larger than was agreed, and what is put in leaves it in its bounds.
 */
public final class RingTarget {

    private static final int LARGEST = 4000;
    private static final int MOST_STEPS = 6;

    private static final MemorySegment HEADER =
            Arena.global().allocate(RingMemory.HEADER_SIZE, Long.BYTES);
    private static final MemorySegment DATA =
            Arena.global().allocate(RingMemory.dataSize(LARGEST), Long.BYTES);

    private RingTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        HEADER.fill((byte) 0);
        DATA.fill((byte) 0);
        RingMemory memory = new RingMemory(HEADER, DATA);
        memory.initialise("/dev/shm/header", "/dev/shm/data");
        RequestRing requests = new RequestRing(memory, LARGEST);
        OutboundRing responses = new OutboundRing(memory);
        for (int steps = 1 + choices.below(MOST_STEPS); steps > 0; steps--) {
            scribble(choices);
            try {
                step(choices, memory, requests, responses);
            } catch (RingException e) {
                return;
            }
        }
    }

    private static void step(
            Choices choices, RingMemory memory, RequestRing requests, OutboundRing responses)
            throws RingException {
        if (choices.yes()) {
            memory.semaphore().post();
            Claim.that(requests.take().length <= LARGEST, "no more is taken than was agreed");
        } else {
            byte[] body = choices.bytes();
            var _ =
                    responses.offer(
                            new Chunk(new byte[0], Unpooled.wrappedBuffer(body), choices.yes()));
        }
    }

    /** The tool writes, where chunks begin more often than elsewhere. */
    private static void scribble(Choices choices) {
        MemorySegment where = choices.yes() ? HEADER : DATA;
        byte[] what =
                choices.yes()
                        ? new byte[] {
                            (byte) choices.octet(),
                            (byte) choices.octet(),
                            0,
                            0,
                            (byte) 0xA1,
                            (byte) 0xA1,
                            (byte) 0xA1,
                            (byte) 0xA1
                        }
                        : choices.bytes();
        long room = where.byteSize() - what.length;
        long offset = Math.min(room, choices.yes() ? choices.octet() * 4L : choices.octet() << 8);
        MemorySegment.copy(what, 0, where, JAVA_BYTE, offset, what.length);
    }
}
