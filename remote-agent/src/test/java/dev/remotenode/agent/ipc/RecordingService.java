package dev.remotenode.agent.ipc;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Accepts whoever connects to anything but one endpoint, and lets the test see what happens. */
final class RecordingService implements IpcService {

    static final int REFUSAL = 121;

    final BlockingQueue<IpcClient> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    final BlockingQueue<IpcClient> closed = new LinkedBlockingQueue<>();

    /** A request as the service got it. */
    record Request(IpcClient client, int id, int flags, String text) {}

    @Override
    public Admission admit(IpcEndpoint endpoint, IpcPeer peer) {
        return endpoint == IpcEndpoint.PACEMAKERD
                ? new Admission.Refused(REFUSAL)
                : new Admission.Accepted();
    }

    @Override
    public void opened(IpcClient client) {
        opened.add(client);
    }

    @Override
    public void requested(IpcClient client, IpcRequest request) {
        requests.add(
                new Request(
                        client,
                        request.id(),
                        request.flags(),
                        new String(request.payload(), StandardCharsets.UTF_8)));
    }

    @Override
    public void closed(IpcClient client) {
        closed.add(client);
    }
}
