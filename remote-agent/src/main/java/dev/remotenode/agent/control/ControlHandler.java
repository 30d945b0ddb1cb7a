package dev.remotenode.agent.control;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.remotenode.control.message.Failure;
import dev.remotenode.control.message.Request;
import dev.remotenode.control.message.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one program of an operator: each request is answered before the next is looked at. */
final class ControlHandler extends SimpleChannelInboundHandler<ByteBuf> {

    private static final Logger log = LoggerFactory.getLogger(ControlHandler.class);

    private final Operator operator;
    private final OperatorRequests requests;

    ControlHandler(Operator operator, OperatorRequests requests) {
        this.operator = operator;
        this.requests = requests;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        try {
            Request request = Request.parseFrom(ByteBufUtil.getBytes(bytes));
            context.channel().config().setAutoRead(false);
            requests.serve(operator, request, answer -> send(context, answer));
        } catch (InvalidProtocolBufferException e) {
            send(context, Responses.failure(Failure.Kind.INVALID, "this is no request"));
        }
    }

    /** Callable on the event loop. Who does not read answers is not asked for more questions. */
    private static void send(ChannelHandlerContext context, Response answer) {
        context.writeAndFlush(Unpooled.wrappedBuffer(answer.toByteArray()))
                .addListener(_ -> {
                    if (answer.getLast()) {
                        context.channel().config().setAutoRead(true);
                    }
                });
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.debug("Closing the connection of a program of an operator", cause);
        context.close();
    }
}
