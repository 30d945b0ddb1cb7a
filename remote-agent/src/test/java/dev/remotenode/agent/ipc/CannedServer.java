package dev.remotenode.agent.ipc;

import dev.remotenode.ocf.posix.Accounts;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.util.EnumSet;

/** A process that serves real tools from a {@link CannedCluster}, until its input ends. */
final class CannedServer {

    private CannedServer() {}

    /** The argument is the number of nodes in the configuration: some 100 bytes each. */
    public static void main(String[] arguments) throws IOException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        IpcServer server =
                IpcServer.open(
                        loops.next(),
                        EnumSet.allOf(IpcEndpoint.class),
                        new CannedCluster(configuration(Integer.parseInt(arguments[0]))),
                        IpcSettings.forGroup(Accounts.groupId("haclient")));
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Whatever it is, the end of it is what counts.
        }
        loops.submit(server::close).syncUninterruptibly();
        loops.shutdownGracefully().syncUninterruptibly();
    }

    private static String configuration(int nodes) {
        StringBuilder xml =
                new StringBuilder(
                        "<cib validate-with=\"pacemaker-3.9\" epoch=\"1\" num_updates=\"0\""
                                + " admin_epoch=\"0\"><configuration><crm_config/><nodes>");
        for (int node = 0; node < nodes; node++) {
            xml.append(
                    "<node id=\"%d\" uname=\"node-%d\"><instance_attributes id=\"attributes-%d\"/></node>"
                            .formatted(node, node, node));
        }
        return xml.append("</nodes><resources/><constraints/></configuration><status/></cib>")
                .toString();
    }
}
