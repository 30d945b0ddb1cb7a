package dev.remotenode.agent.control;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket where operators' programs connect: root, and a group that may look. */
public final class ControlSocket {

    private static final Logger log = LoggerFactory.getLogger(ControlSocket.class);

    private static final int BACKLOG = 16;

    private final Path path;
    private final Channel channel;

    private ControlSocket(Path path, Channel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Listens.
     *
     * @param path made, with its folder; a socket that a killed daemon has left there is replaced
     * @param group whose members may connect; root alone if it does not exist
     * @throws IOException if that is not possible, or another daemon listens there
     */
    public static ControlSocket open(
            EventLoop loop, Path path, String group, OperatorRequests requests) throws IOException {
        makeRoom(path);
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(loop)
                        .channel(EpollServerDomainSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childHandler(new ControlPipeline(requests))
                        .bind(new DomainSocketAddress(path.toString()))
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(bound.cause().getMessage(), bound.cause());
        }
        permit(path, group);
        return new ControlSocket(path, bound.channel());
    }

    /** Stops to listen, and removes the socket. */
    public void close() {
        channel.close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", path, e.getMessage());
        }
    }

    private static void makeRoom(Path path) throws IOException {
        Path folder = path.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (isServed(path)) {
                throw new IOException("another daemon serves it");
            }
            Files.delete(path);
        }
    }

    private static boolean isServed(Path path) throws IOException {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The kernel lets in who may write. */
    private static void permit(Path path, String group) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        try {
            GroupPrincipal members =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByGroupName(group);
            view.setGroup(members);
            view.setPermissions(PosixFilePermissions.fromString("rw-rw----"));
        } catch (IOException e) {
            log.debug("Only root may use {}: {}", path, e.toString());
        }
    }
}
