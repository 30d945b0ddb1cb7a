package dev.remotenode.agent;

import dev.remotenode.agent.lifecycle.NodeStatus;
import dev.remotenode.agent.metrics.NodeView;
import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.time.Instant;
import java.util.Optional;

/** The daemon as monitoring systems see it. Used on the event loop. */
record ObservedNode(
        Sessions sessions, ResourceExecutor executor, ProxySessions proxied, NodeStatus status)
        implements NodeView {

    @Override
    public State nowDoing() {
        return switch (status.phase()) {
            case DRAINING, ENDING -> State.STOPPING;
            case RUNNING -> sessions.newestProvider().isPresent() ? State.CONNECTED : State.WAITING;
        };
    }

    @Override
    public Optional<Instant> connectedSince() {
        return sessions.newestProvider().map(Session::since);
    }

    @Override
    public int clusterNodes() {
        return sessions.clusterNodes();
    }

    @Override
    public int resources() {
        return executor.resources().size();
    }

    @Override
    public int operationsUnderWay() {
        return executor.underWay().size();
    }

    @Override
    public int tools() {
        return proxied.count();
    }

    @Override
    public long toolRequests() {
        return proxied.traffic().requests();
    }

    @Override
    public long toolRequestBytes() {
        return proxied.traffic().requestBytes();
    }

    @Override
    public long toolAnswerBytes() {
        return proxied.traffic().answerBytes();
    }
}
