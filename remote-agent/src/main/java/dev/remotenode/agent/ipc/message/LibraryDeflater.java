package dev.remotenode.agent.ipc.message;

import dev.remotenode.ocf.posix.Bzip2Library;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** By the library that Pacemaker's tools use. */
record LibraryDeflater(Bzip2Library library) implements Bzip2Deflater {

    private static final ByteBuffer ZERO = ByteBuffer.allocateDirect(1).asReadOnlyBuffer();

    @Override
    public Optional<ByteBuf> deflateTerminated(ByteBuf text, int most) {
        if (text.isDirect()) {
            return deflateDirect(text, most);
        }
        ByteBuf direct = Unpooled.directBuffer(text.readableBytes());
        try {
            direct.writeBytes(text, text.readerIndex(), text.readableBytes());
            return deflateDirect(direct, most);
        } finally {
            direct.release();
        }
    }

    private Optional<ByteBuf> deflateDirect(ByteBuf text, int most) {
        ByteBuf compressed = Unpooled.directBuffer(most);
        ByteBuffer out = compressed.nioBuffer(0, most);
        List<ByteBuffer> pieces =
                Stream.concat(Stream.of(text.nioBuffers()), Stream.of(ZERO)).toList();
        if (library.compress(BLOCK_SIZE, pieces, out)) {
            int size = out.position();
            return Optional.of(compressed.writerIndex(size).capacity(size));
        }
        compressed.release();
        return Optional.empty();
    }
}
