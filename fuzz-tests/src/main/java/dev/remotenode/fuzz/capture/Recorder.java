package dev.remotenode.fuzz.capture;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends what comes in to a file. */
final class Recorder extends ChannelInboundHandlerAdapter {

    private final Path file;

    Recorder(Path file) {
        this.file = file;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
        ByteBuf bytes = (ByteBuf) message;
        byte[] copy = new byte[bytes.readableBytes()];
        bytes.getBytes(bytes.readerIndex(), copy);
        Files.write(file, copy, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        context.fireChannelRead(bytes);
    }
}
