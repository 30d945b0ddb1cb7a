package dev.remotenode.agent;

import dev.remotenode.agent.lifecycle.Shutdown;
import dev.remotenode.agent.lifecycle.StatusReport;
import dev.remotenode.agent.metrics.Monitoring;
import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.schema.SchemaUpdates;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.SessionObserver;
import dev.remotenode.lrmd.tls.HandshakeFailure;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.util.Optional;

/** Tells everybody in the daemon of connections that come and go, as far as it concerns them. */
record ConcernedParties(
        ResourceExecutor executor,
        ProxySessions proxied,
        SchemaUpdates schemas,
        Shutdown shutdown,
        StatusReport statusReport,
        Optional<Monitoring> monitoring)
        implements SessionObserver {

    @Override
    public void handshakeFailed(HandshakeFailure cause) {
        monitoring.ifPresent(counting -> counting.handshakeFailed(cause));
    }

    @Override
    public void providerAdded(Session provider) {
        schemas.providerAdded(provider);
        statusReport.refresh();
    }

    @Override
    public void providerPaceChanged(Session provider) {
        proxied.providerPaceChanged(provider);
    }

    @Override
    public void providerClosed(Session provider) {
        proxied.providerClosed(provider);
        shutdown.providerClosed(provider);
        statusReport.refresh();
    }

    @Override
    public void programClosed(Session program) {
        executor.originatorGone(program.asOriginator());
    }

    @Override
    public void lastSessionClosed() {
        executor.lastClientGone();
    }
}
