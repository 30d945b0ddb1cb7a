package dev.remotenode.agent.proxy;

import dev.remotenode.agent.ipc.IpcClient;
import dev.remotenode.agent.ipc.IpcRequest;
import dev.remotenode.agent.session.RequestDispatcher;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.agent.session.Standing;
import dev.remotenode.lrmd.message.MalformedMessageException;
import dev.remotenode.lrmd.message.ServerDocuments;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Local programs that speak the executor's own protocol. Used on the event loop. */
public final class LocalExecutorClients {

    private static final Logger log = LoggerFactory.getLogger(LocalExecutorClients.class);

    private final Sessions sessions;
    private final RequestDispatcher dispatcher;
    private final Map<IpcClient, Session> programs = new LinkedHashMap<>();

    public LocalExecutorClients(Sessions sessions, RequestDispatcher dispatcher) {
        this.sessions = sessions;
        this.dispatcher = dispatcher;
    }

    void opened(IpcClient program) {
        Session session =
                new Session(
                        new ProgramOutlet(program),
                        ToolUsers.isPrivileged(program.peer().uid())
                                ? Standing.PRIVILEGED_PROGRAM
                                : Standing.ORDINARY_PROGRAM);
        programs.put(program, session);
        sessions.opened(session);
    }

    /** A request that wants no response is against the protocol and gets none. */
    void requested(IpcClient program, IpcRequest request) {
        if (!request.wantsResponse()) {
            log.warn("Ignoring a request of {} that wants no response", program);
            return;
        }
        try {
            dispatcher.dispatch(
                    Optional.ofNullable(programs.get(program)).orElseThrow(),
                    ServerDocuments.readRequest(request.payload(), request.id()));
        } catch (MalformedMessageException e) {
            log.warn("Ignoring a request of {}: {}", program, e.getMessage());
        }
    }

    void closed(IpcClient program) {
        Optional.ofNullable(programs.remove(program)).ifPresent(sessions::closed);
    }
}
