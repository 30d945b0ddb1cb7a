package dev.remotenode.agent.metrics;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Answers one request of a monitoring system, on the event loop, and closes the connection. */
final class MetricsHandler extends SimpleChannelInboundHandler<HttpRequest> {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final NodeMetrics metrics;
    private final NodeView node;

    MetricsHandler(NodeMetrics metrics, NodeView node) {
        super(HttpRequest.class);
        this.metrics = metrics;
        this.node = node;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        FullHttpResponse response = response(request);
        response.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, "close");
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private FullHttpResponse response(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return text(HttpResponseStatus.BAD_REQUEST, "this is no request of HTTP");
        }
        return request.method().equals(HttpMethod.GET)
                ? answer(request)
                : text(HttpResponseStatus.METHOD_NOT_ALLOWED, "GET is all there is");
    }

    private FullHttpResponse answer(HttpRequest request) {
        String path = request.uri().split("\\?", 2)[0];
        return switch (path) {
            case "/metrics" -> metrics(request);
            // Whoever reads this knows that the event loop goes round, and that is all it takes.
            case "/healthz" -> text(HttpResponseStatus.OK, "alive");
            case "/readyz" -> ready();
            default ->
                    text(HttpResponseStatus.NOT_FOUND, "there are /metrics, /healthz and /readyz");
        };
    }

    /**
     * Ready is a daemon that accepts connections. Not only one with a cluster node: that comes from
     * outside, and would be kept out by whoever holds back traffic until this is ready.
     */
    private FullHttpResponse ready() {
        return switch (node.nowDoing()) {
            case WAITING -> text(HttpResponseStatus.OK, "ready, no cluster node is connected");
            case CONNECTED -> text(HttpResponseStatus.OK, "ready, a cluster node is connected");
            case STOPPING -> text(HttpResponseStatus.SERVICE_UNAVAILABLE, "stopping");
        };
    }

    private FullHttpResponse metrics(HttpRequest request) {
        Exposition form = Exposition.accepted(request.headers().get(HttpHeaderNames.ACCEPT, ""));
        return response(HttpResponseStatus.OK, form.contentType(), form.write(metrics.snapshot()));
    }

    private static FullHttpResponse text(HttpResponseStatus status, String text) {
        return response(status, PLAIN, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String type, byte[] content) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(content));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        return response;
    }

    /** A client that has gone, or says what is no HTTP, is nobody's concern. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
