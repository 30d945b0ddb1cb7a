package dev.remotenode.agent.control;

import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.journal.Journal;
import dev.remotenode.agent.journal.NodeJournal;
import dev.remotenode.agent.journal.RunRecord;
import dev.remotenode.agent.lifecycle.NodeActivity;
import dev.remotenode.agent.lifecycle.NodeStatus;
import dev.remotenode.agent.server.Credentials;
import dev.remotenode.agent.session.Session;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.control.message.Configuration;
import dev.remotenode.control.message.Connection;
import dev.remotenode.control.message.Dump;
import dev.remotenode.control.message.JournalState;
import dev.remotenode.control.message.Lifecycle;
import dev.remotenode.control.message.RecurringOperation;
import dev.remotenode.control.message.Resource;
import dev.remotenode.control.message.RunningOperation;
import dev.remotenode.control.message.Status;
import dev.remotenode.ocf.schedule.OperationUnderWay;
import dev.remotenode.ocf.schedule.RecurringOperations;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;

/** The daemon as operators see it, at one moment. Used on the event loop. */
public final class NodeView {

    private final String version;
    private final String host;
    private final Supplier<Duration> uptime;
    private final Supplier<List<InetSocketAddress>> listening;
    private final Credentials credentials;
    private final Sessions sessions;
    private final ResourceExecutor executor;
    private final NodeActivity activity;
    private final NodeStatus status;
    private final Optional<Journal> journal;
    private final Supplier<String> logLevel;
    private final Supplier<Inspection> settings;

    /** Looks at these. */
    public NodeView(
            String version,
            String host,
            Supplier<Duration> uptime,
            Supplier<List<InetSocketAddress>> listening,
            Credentials credentials,
            Sessions sessions,
            ResourceExecutor executor,
            NodeActivity activity,
            NodeStatus status,
            Optional<NodeJournal> journal,
            Supplier<String> logLevel,
            Supplier<Inspection> settings) {
        this.version = version;
        this.host = host;
        this.uptime = uptime;
        this.listening = listening;
        this.credentials = credentials;
        this.sessions = sessions;
        this.executor = executor;
        this.activity = activity;
        this.status = status;
        this.journal = journal.map(NodeJournal::journal);
        this.logLevel = logLevel;
        this.settings = settings;
    }

    Status status() {
        Status.Builder answer =
                Status.newBuilder()
                        .setVersion(version)
                        .setPid(ProcessHandle.current().pid())
                        .setUptimeMs(uptime.get().toMillis())
                        .setNowMs(Instant.now().toEpochMilli())
                        .setHost(host)
                        .setCredentials(CredentialsView.of(credentials))
                        .setLifecycle(
                                Lifecycle.newBuilder().setState(state()).setText(status.text()))
                        .setLogLevel(logLevel.get());
        listening.get().forEach(address -> answer.addListening(text(address)));
        sessions.all().forEach(session -> answer.addConnections(connection(session)));
        SequencedSet<String> active = activity.resources();
        executor.resources().forEach(resource -> answer.addResources(resource(resource, active)));
        executor.underWay().forEach(operation -> answer.addOperations(running(operation)));
        journal.ifPresent(kept ->
                answer.setJournal(
                        JournalState.newBuilder()
                                .setFolder(kept.folder().toString())
                                .setProblem(kept.problem().orElse(""))));
        return answer.build();
    }

    Dump dump() {
        return Dump.newBuilder().setText(ProcessDump.text(status())).build();
    }

    Configuration configuration() {
        return ConfigurationView.of(settings.get());
    }

    private Lifecycle.State state() {
        return switch (status.phase()) {
            case RUNNING -> Lifecycle.State.RUNNING;
            case DRAINING -> Lifecycle.State.DRAINING;
            case ENDING -> Lifecycle.State.ENDING;
        };
    }

    private static String text(InetSocketAddress address) {
        String literal = address.getAddress().getHostAddress();
        return (literal.indexOf(':') < 0 ? literal : "[" + literal + "]") + ":" + address.getPort();
    }

    private Connection connection(Session session) {
        return Connection.newBuilder()
                .setPeer(session.place())
                .setName(session.name().orElse(""))
                .setSinceMs(session.since().toEpochMilli())
                .setProtocol(session.version().map(Object::toString).orElse(""))
                .setTls(session.security().orElse(""))
                .setLastRequestMs(session.lastRequest().map(Instant::toEpochMilli).orElse(0L))
                .setRequests(session.requests())
                .setRoundTripUs(session.roundTrip().map(time -> time.toNanos() / 1000).orElse(0L))
                .setProvider(sessions.isProvider(session))
                .setLocal(session.isLocal())
                .build();
    }

    private Resource resource(
            dev.remotenode.ocf.schedule.Resource resource, SequencedSet<String> active) {
        List<RecurringOperation> recurring =
                executor.recurring(resource.id()).stream()
                        .map(RecurringOperations::operations)
                        .flatMap(List::stream)
                        .map(operation ->
                                RecurringOperation.newBuilder()
                                        .setAction(operation.action())
                                        .setIntervalMs(operation.interval().toMillis())
                                        .setTimeoutMs(operation.timeout().toMillis())
                                        .build())
                        .toList();
        return Resource.newBuilder()
                .setId(resource.id())
                .setAgent(RunRecord.agent(resource.agent()))
                .setActive(active.contains(resource.id()))
                .addAllRecurring(recurring)
                .build();
    }

    private static RunningOperation running(OperationUnderWay operation) {
        return RunningOperation.newBuilder()
                .setResource(operation.resourceId())
                .setAction(operation.action())
                .setIntervalMs(operation.interval().toMillis())
                .setTimeoutMs(operation.timeout().toMillis())
                .setRunningMs(operation.runningFor().toMillis())
                .build();
    }
}
