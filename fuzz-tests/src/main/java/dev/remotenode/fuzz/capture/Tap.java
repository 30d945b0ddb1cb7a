package dev.remotenode.fuzz.capture;

import dev.remotenode.lrmd.frame.FrameDecoder;
import dev.remotenode.lrmd.frame.FrameEncoder;
import dev.remotenode.lrmd.tls.AcceptedKey;
import dev.remotenode.lrmd.tls.Authentication;
import dev.remotenode.lrmd.tls.ClientIdentity;
import dev.remotenode.lrmd.tls.PreSharedKey;
import dev.remotenode.lrmd.tls.TlsHandler;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Stands between a cluster node and a daemon, has their key, and writes down what goes either way,
 * as it is on the network and in clear. That is where the seeds of what comes from the network are
 * from.
 */
public final class Tap {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WRONG_USE = 2;

    private final PreSharedKey key;
    private final Path folder;
    private final String host;
    private final int port;
    private int connections;

    private Tap(PreSharedKey key, Path folder, String host, int port) {
        this.key = key;
        this.folder = folder;
        this.host = host;
        this.port = port;
    }

    /**
     * Listens until it is ended.
     *
     * @param arguments the port to listen on, host and port of the daemon, the key file, and the
     *     folder to write to
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 5) {
            System.err.println("usage: Tap PORT HOST PORT KEYFILE FOLDER");
            System.exit(WRONG_USE);
        }
        new Tap(
                        new PreSharedKey(Files.readAllBytes(Path.of(arguments[3]))),
                        Files.createDirectories(Path.of(arguments[4])),
                        arguments[1],
                        Integer.parseInt(arguments[2]))
                .listen(Integer.parseInt(arguments[0]));
    }

    private void listen(int ownPort) throws InterruptedException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                // Nothing is read before there is somebody to hand it to.
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel peer) {
                                join(peer);
                            }
                        })
                .bind(ownPort)
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private void join(Channel peer) {
        connections++;
        Path requests = folder.resolve(connections + "-requests");
        Path answers = folder.resolve(connections + "-answers");
        Path network = folder.resolve(connections + "-network");
        Channel daemon =
                new Bootstrap()
                        .group(peer.eventLoop())
                        .channel(NioSocketChannel.class)
                        .handler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(
                                                        TlsHandler.client(
                                                                ClientIdentity.of(key), PATIENCE))
                                                .addLast(new Recorder(answers))
                                                .addLast(new FrameDecoder())
                                                .addLast(new FrameEncoder())
                                                .addLast(new Relay(peer));
                                    }
                                })
                        .connect(host, port)
                        .channel();
        peer.pipeline()
                .addLast(new Recorder(network))
                .addLast(TlsHandler.server(keys(), PATIENCE))
                .addLast(new Recorder(requests))
                .addLast(new FrameDecoder())
                .addLast(new FrameEncoder())
                .addLast(new Relay(daemon));
    }

    private Authentication keys() {
        return new Authentication.SharedKey(() -> List.of(AcceptedKey.inForce(key)));
    }
}
