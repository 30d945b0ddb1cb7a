package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.session.Outlet;
import dev.remotenode.lrmd.message.Notification;
import dev.remotenode.lrmd.message.Reply;
import dev.remotenode.lrmd.message.ServerDocuments;
import dev.remotenode.lrmd.message.ServerMessage;
import io.netty.buffer.ByteBuf;

/** The way to a local program that speaks the executor's protocol. */
record ProgramOutlet(IpcClient program) implements Outlet {

    @Override
    public void send(ServerMessage message) {
        ByteBuf document = ServerDocuments.write(message);
        switch (message) {
            case Reply reply -> program.respond(reply.messageId(), document);
            case Notification _ -> program.event(document);
        }
    }

    /** What waits for a program is bounded where it waits. */
    @Override
    public boolean takesMore() {
        return true;
    }

    @Override
    public void close() {
        program.disconnect("the daemon ends");
    }

    @Override
    public String place() {
        return "process " + program.peer().pid();
    }
}
