package dev.remotenode.agent.control;

import dev.remotenode.ocf.posix.ThreadIdentity;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.LengthFieldPrepender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection passes through, from the socket to the answer. Used on the event loop. */
final class ControlPipeline extends ChannelInitializer<Channel> {

    private static final Logger log = LoggerFactory.getLogger(ControlPipeline.class);

    private static final int LENGTH_BYTES = Integer.BYTES;

    /** Questions are short. */
    private static final int REQUEST_LIMIT = 64 * 1024;

    /** More than operators there are; who may connect, shall not be able to use up descriptors. */
    private static final int CONNECTIONS = 32;

    private final OperatorRequests requests;
    private int open;

    ControlPipeline(OperatorRequests requests) {
        this.requests = requests;
    }

    @Override
    protected void initChannel(Channel channel) throws Exception {
        if (open >= CONNECTIONS) {
            log.warn("Refusing a program of an operator: {} are connected", open);
            channel.close();
            return;
        }
        open++;
        channel.closeFuture().addListener(_ -> open--);
        Operator operator =
                Operator.of(
                        ((EpollDomainSocketChannel) channel).peerCredentials().uid(),
                        ThreadIdentity.effectiveUser());
        channel.pipeline()
                .addLast(
                        new LengthFieldBasedFrameDecoder(
                                REQUEST_LIMIT, 0, LENGTH_BYTES, 0, LENGTH_BYTES))
                .addLast(new LengthFieldPrepender(LENGTH_BYTES))
                .addLast(new ControlHandler(operator, requests));
    }
}
