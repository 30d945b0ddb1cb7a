package dev.remotenode.agent.ipc;

import io.netty.buffer.ByteBuf;
import java.nio.ByteOrder;

/** Numbers in the order of this machine, which they do not leave. */
final class Native {

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Native() {}

    static int getInt(ByteBuf bytes, int index) {
        return LITTLE ? bytes.getIntLE(index) : bytes.getInt(index);
    }

    static void setInt(ByteBuf bytes, int index, int value) {
        if (LITTLE) {
            bytes.setIntLE(index, value);
        } else {
            bytes.setInt(index, value);
        }
    }
}
