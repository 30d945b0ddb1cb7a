package dev.remotenode.agent.metrics;

import java.time.Instant;
import java.util.Optional;

/** A node on which nothing happens. */
record StandingNode(NodeView.State nowDoing, Optional<Instant> connectedSince) implements NodeView {

    static final NodeView WAITING = new StandingNode(State.WAITING, Optional.empty());

    @Override
    public int clusterNodes() {
        return connectedSince.isPresent() ? 1 : 0;
    }

    @Override
    public int resources() {
        return 2;
    }

    @Override
    public int operationsUnderWay() {
        return 1;
    }

    @Override
    public int tools() {
        return 3;
    }

    @Override
    public long toolRequests() {
        return 4;
    }

    @Override
    public long toolRequestBytes() {
        return 500;
    }

    @Override
    public long toolAnswerBytes() {
        return 600;
    }
}
