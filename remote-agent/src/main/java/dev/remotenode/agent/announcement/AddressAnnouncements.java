package dev.remotenode.agent.announcement;

import dev.remotenode.ocf.posix.ErrnoException;
import dev.remotenode.ocf.posix.LinkSockets;
import dev.remotenode.ocf.posix.Texts;
import dev.remotenode.ocf.schedule.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces the addresses of this node, now and whenever one appears. Used on the event loop. */
public final class AddressAnnouncements {
    private static final Logger log = LoggerFactory.getLogger(AddressAnnouncements.class);

    private final int socket;
    private final Announcer announcer;

    private AddressAnnouncements(int socket, EventLoop loop) {
        this.socket = socket;
        this.announcer = new Announcer(loop, this::send);
    }

    /**
     * Begins. Where the daemon may not, as in a container without the right to send frames, that is
     * logged and nothing else happens.
     *
     * @param sockets the loop that {@code loop} is
     */
    public static void start(IoEventLoop sockets, EventLoop loop) {
        try {
            int socket =
                    ErrnoException.check(LinkSockets.openForFrames(), "send frames to the network");
            AddressAnnouncements announcements = new AddressAnnouncements(socket, loop);
            AddressNews news = AddressNews.open(announcements::look);
            sockets.register(news)
                    .addListener((Future<IoRegistration> registered) ->
                            AddressNews.await(registered.get()));
            announcements.look();
        } catch (ErrnoException e) {
            log.info("The addresses of this node are not announced: {}", e.getMessage());
        }
    }

    private void look() {
        try {
            announcer.addressesAre(LocalAddresses.now());
        } catch (IOException e) {
            log.warn("Cannot look for the addresses of this node: {}", e.toString());
        }
    }

    private void send(LocalAddress address) {
        int outcome = LinkSockets.send(socket, address.link(), Announcement.frame(address));
        if (outcome < 0) {
            log.debug(
                    "Cannot announce {}: {}",
                    address.address().getHostAddress(),
                    Texts.ofErrno(-outcome));
        }
    }
}
