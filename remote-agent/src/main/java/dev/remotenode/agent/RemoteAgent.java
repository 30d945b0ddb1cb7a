package dev.remotenode.agent;

import dev.remotenode.agent.announcement.AddressAnnouncements;
import dev.remotenode.agent.background.Background;
import dev.remotenode.agent.config.AgentConfiguration;
import dev.remotenode.agent.config.Inspection;
import dev.remotenode.agent.config.LocalTools;
import dev.remotenode.agent.config.ProcessEnvironment;
import dev.remotenode.agent.config.TlsPriorities;
import dev.remotenode.agent.config.Version;
import dev.remotenode.agent.control.ControlSocket;
import dev.remotenode.agent.control.NodeView;
import dev.remotenode.agent.control.OperatorRequests;
import dev.remotenode.agent.fencing.FencingAgentRunner;
import dev.remotenode.agent.ipc.IpcEndpoint;
import dev.remotenode.agent.ipc.IpcServer;
import dev.remotenode.agent.ipc.IpcSettings;
import dev.remotenode.agent.journal.NodeJournal;
import dev.remotenode.agent.lifecycle.MemoryRelief;
import dev.remotenode.agent.lifecycle.NodeActivity;
import dev.remotenode.agent.lifecycle.NodeStatus;
import dev.remotenode.agent.lifecycle.ProcessSignals;
import dev.remotenode.agent.lifecycle.ProcessSurroundings;
import dev.remotenode.agent.lifecycle.Shutdown;
import dev.remotenode.agent.lifecycle.ShutdownProgress;
import dev.remotenode.agent.lifecycle.StartFailure;
import dev.remotenode.agent.lifecycle.StatusReport;
import dev.remotenode.agent.lifecycle.WatchdogGuard;
import dev.remotenode.agent.logging.HostName;
import dev.remotenode.agent.logging.RunningLog;
import dev.remotenode.agent.metrics.Monitoring;
import dev.remotenode.agent.proxy.LocalExecutorClients;
import dev.remotenode.agent.proxy.ProxySessions;
import dev.remotenode.agent.proxy.ToolService;
import dev.remotenode.agent.schema.SchemaUpdates;
import dev.remotenode.agent.server.ConnectionPipeline;
import dev.remotenode.agent.server.Credentials;
import dev.remotenode.agent.server.RemoteListener;
import dev.remotenode.agent.servicemanager.Heartbeat;
import dev.remotenode.agent.servicemanager.ServiceManager;
import dev.remotenode.agent.servicemanager.Supervision;
import dev.remotenode.agent.session.CompletionReporter;
import dev.remotenode.agent.session.NodeIdentity;
import dev.remotenode.agent.session.RequestDispatcher;
import dev.remotenode.agent.session.Sessions;
import dev.remotenode.lrmd.tls.TlsPolicy;
import dev.remotenode.ocf.agent.RunnerPerStandard;
import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.posix.Accounts;
import dev.remotenode.ocf.process.AgentSettings;
import dev.remotenode.ocf.process.ProcessAgentRunner;
import dev.remotenode.ocf.schedule.AlertExecutor;
import dev.remotenode.ocf.schedule.EventLoop;
import dev.remotenode.ocf.schedule.FinishedRun;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import dev.remotenode.ocf.systemd.SystemdAgentRunner;
import dev.remotenode.ocf.systemd.SystemdSettings;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the daemon together, runs it, and takes it apart again. */
final class RemoteAgent {

    private static final Logger log = LoggerFactory.getLogger(RemoteAgent.class);

    /** Pacemaker's status for "do not start me again as I am". */
    private static final int EXIT_FATAL = 100;

    /** Whose members may use cluster tools. */
    private static final String CLUSTER_GROUP = "haclient";

    private final AgentConfiguration configuration;
    private final Supplier<Inspection> settings;
    private final RunningLog runningLog;
    private final long startedNanos = System.nanoTime();
    private final CompletableFuture<Integer> exitStatus = new CompletableFuture<>();
    private final MultiThreadIoEventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("loop"), EpollIoHandler.newFactory());
    private final IoEventLoop loop = loops.next();
    private final EventLoop eventLoop = new NettyEventLoop(loop);
    private final Supervision supervision;
    private final ServiceManager manager;
    private final ProcessAgentRunner agents;
    private final SystemdAgentRunner units;
    private final Sessions sessions = new Sessions();
    private final ProxySessions proxied = new ProxySessions(sessions);
    private final SchemaUpdates schemas;
    private final ResourceExecutor executor;
    private final AlertExecutor alerts;
    private final NodeActivity activity;
    private final NodeStatus status;
    private final StatusReport statusReport;
    private final Optional<NodeJournal> journal;
    private final Optional<Monitoring> monitoring;
    private final MemoryRelief memory;

    private RemoteAgent(
            AgentConfiguration configuration,
            ProcessEnvironment environment,
            Supervision supervision,
            RunningLog runningLog,
            Supplier<Inspection> settings) {
        this.configuration = configuration;
        this.runningLog = runningLog;
        this.settings = settings;
        this.supervision = supervision;
        this.manager = new ServiceManager(supervision.socket(), eventLoop);
        this.agents = new ProcessAgentRunner(agentSettings(configuration, environment), loop);
        if (environment.firstProcess()) {
            agents.adoptOrphans(ProcessSignals::onChildEnd);
        }
        this.units = new SystemdAgentRunner(SystemdSettings.DEFAULT, loop);
        RunnerPerStandard resources =
                new RunnerPerStandard(
                        Map.of(
                                "systemd",
                                units,
                                "service",
                                units.services(agents),
                                "stonith",
                                new FencingAgentRunner(proxied, loop)),
                        agents);
        this.journal =
                configuration
                        .operators()
                        .stateDirectory()
                        .map(folder ->
                                new NodeJournal(
                                        folder,
                                        eventLoop,
                                        Background.oneAtATime("journal"),
                                        sessions));
        CompletionReporter reporter = new CompletionReporter(sessions);
        this.executor =
                new ResourceExecutor(
                        eventLoop,
                        resources,
                        completion -> {
                            reporter.completed(completion);
                            note(completion);
                        },
                        this::note);
        this.alerts = new AlertExecutor(eventLoop, agents.alerts());
        this.schemas =
                new SchemaUpdates(
                        proxied,
                        configuration.schemas().installed(),
                        configuration.schemas().fetched(),
                        loop,
                        Background.oneAtATime("schemas"));
        this.activity = new NodeActivity(executor::underWay);
        this.status = new NodeStatus(sessions, activity, configuration.port());
        this.memory = new MemoryRelief(eventLoop);
        this.statusReport = new StatusReport(status, manager, eventLoop);
        this.monitoring =
                Monitoring.of(
                        configuration.operators(),
                        new ObservedNode(sessions, executor, proxied, status),
                        Version.number(),
                        eventLoop,
                        Background.oneAtATime("metrics"));
    }

    /**
     * Runs the daemon until it is told to end.
     *
     * @param settings what the daemon was given, for those who ask
     * @return the exit status of the process
     */
    static int run(
            AgentConfiguration configuration,
            ProcessEnvironment environment,
            Supervision supervision,
            RunningLog runningLog,
            Supplier<Inspection> settings) {
        return new RemoteAgent(configuration, environment, supervision, runningLog, settings).run();
    }

    private void note(Completion completion) {
        activity.completed(completion);
        statusReport.refresh();
    }

    private void note(FinishedRun run) {
        journal.ifPresent(kept -> kept.finished(run));
        monitoring.ifPresent(counting -> counting.finished(run));
    }

    private int run() {
        Doors doors;
        try {
            doors = open();
        } catch (IOException e) {
            String reason = StartFailure.describe(e);
            log.error("{}", reason);
            loop.submit(() -> manager.status(reason)).awaitUninterruptibly();
            return EXIT_FATAL;
        }
        try {
            log.info("Pacemaker remote executor successfully started and accepting connections");
            loop.execute(this::tellServiceManager);
            loop.execute(memory::started);
            loop.execute(() -> journal.ifPresent(kept -> kept.started(Version.number())));
            if (configuration.announcesAddresses()) {
                loop.execute(() -> AddressAnnouncements.start(loop, eventLoop));
            }
            return exitStatus.join();
        } finally {
            close(doors);
        }
    }

    private void tellServiceManager() {
        manager.ready();
        statusReport.refresh();
        supervision
                .watchdog()
                .ifPresent(watchdog -> new Heartbeat(eventLoop, manager, watchdog).beat());
    }

    /** Where clients come in: cluster nodes over the network, tools on this node. */
    private record Doors(
            RemoteListener network, Optional<IpcServer> tools, Optional<ControlSocket> operators) {}

    private Doors open() throws IOException {
        Credentials credentials = Credentials.load(configuration.security());
        TlsPolicy policy = TlsPriorities.read(configuration.security());
        CompletableFuture<RemoteListener> listening = new CompletableFuture<>();
        Shutdown shutdown =
                new Shutdown(
                        sessions,
                        eventLoop,
                        configuration.shutdownTimeout(),
                        shutdownProgress(),
                        () -> listening.thenAccept(RemoteListener::close),
                        exitStatus::complete);
        sessions.observe(
                new ConcernedParties(
                        executor, proxied, schemas, shutdown, statusReport, monitoring));
        RequestDispatcher dispatcher = dispatcher(shutdown);
        ProcessSignals.onTermination(() -> loop.execute(shutdown::request));
        ProcessSignals.onInterrupt(() -> loop.execute(shutdown::insist));
        loop.execute(ProcessSurroundings::prepare);
        loop.execute(() -> credentials.watch(loop));
        RemoteListener network =
                RemoteListener.open(
                        loops,
                        new ConnectionPipeline(
                                credentials.authentication(),
                                policy,
                                sessions,
                                dispatcher,
                                Background.oneAtATime("handshakes"),
                                Background.oneAtATime("large messages"),
                                memory::used),
                        configuration.listenAddresses(),
                        configuration.port(),
                        configuration.watchdogTimeout());
        listening.complete(network);
        network.addresses().forEach(address -> log.info("Listening on {}", address));
        // The cluster first, which may be waiting: as Pacemaker's daemon does it.
        Optional<IpcServer> tools = openToTools(dispatcher);
        monitoring.ifPresent(opening -> opening.open(loop));
        return new Doors(network, tools, openToOperators(network, credentials, shutdown));
    }

    /** Without them, the daemon does its work as well. */
    private Optional<ControlSocket> openToOperators(
            RemoteListener network, Credentials credentials, Shutdown shutdown) {
        Optional<Path> path = configuration.operators().controlSocket();
        if (path.isEmpty()) {
            return Optional.empty();
        }
        OperatorControls controls = new OperatorControls(shutdown, runningLog, credentials);
        NodeView view =
                new NodeView(
                        Version.number(),
                        HostName.ofThisNode(),
                        this::uptime,
                        network::addresses,
                        credentials,
                        sessions,
                        executor,
                        activity,
                        status,
                        journal,
                        controls::logLevel,
                        settings);
        try {
            return Optional.of(
                    ControlSocket.open(
                            loop,
                            path.get(),
                            CLUSTER_GROUP,
                            new OperatorRequests(view, controls, journal, eventLoop)));
        } catch (IOException e) {
            log.warn("remotectl cannot connect to {}: {}", path.get(), e.getMessage());
            return Optional.empty();
        }
    }

    private ShutdownProgress shutdownProgress() {
        return new ShutdownProgress(
                eventLoop,
                activity,
                status,
                statusReport,
                manager,
                configuration.shutdownTimeout());
    }

    private RequestDispatcher dispatcher(Shutdown shutdown) {
        return new RequestDispatcher(
                sessions,
                executor,
                alerts,
                new NodeIdentity(this::uptime, configuration.nodeStartState()),
                proxied,
                shutdown,
                new WatchdogGuard(configuration.watchdogTimeout(), exitStatus::complete));
    }

    private Optional<IpcServer> openToTools(RequestDispatcher dispatcher) throws IOException {
        Optional<IpcSettings> settings = toolSettings();
        if (settings.isEmpty()) {
            log.info("Cluster tools on this node are not served, as configured");
            return Optional.empty();
        }
        return Optional.of(
                IpcServer.open(
                        loop,
                        EnumSet.allOf(IpcEndpoint.class),
                        new ToolService(proxied, new LocalExecutorClients(sessions, dispatcher)),
                        settings.get()));
    }

    private Optional<IpcSettings> toolSettings() {
        return switch (configuration.localTools()) {
            case LocalTools.UsualPlace _ ->
                    Optional.of(IpcSettings.forGroup(Accounts.groupId(CLUSTER_GROUP)));
            case LocalTools.PrivateFolder folder ->
                    Optional.of(IpcSettings.inFolder(folder.path()));
            case LocalTools.NotServed _ -> Optional.empty();
        };
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /**
     * Alerts are waited for, recurring operations end with us; an action under way goes on to its
     * end by itself.
     */
    private void close(Doors doors) {
        CompletableFuture.supplyAsync(alerts::drain, loop).thenCompose(drained -> drained).join();
        loop.submit(
                        () -> {
                            doors.network().close();
                            doors.tools().ifPresent(IpcServer::close);
                            doors.operators().ifPresent(ControlSocket::close);
                            executor.shutdown();
                            sessions.closeAll();
                        })
                .awaitUninterruptibly();
        journal.ifPresent(kept ->
                NodeJournal.await(
                        CompletableFuture.supplyAsync(() -> kept.ended(status.text()), loop)
                                .thenCompose(ended -> ended)));
        monitoring.ifPresent(counting ->
                CompletableFuture.supplyAsync(counting::close, loop)
                        .thenCompose(closed -> closed)
                        .join());
        agents.close();
        units.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static AgentSettings agentSettings(
            AgentConfiguration configuration, ProcessEnvironment environment) {
        Map<String, String> added = new HashMap<>(environment.additions());
        added.putAll(configuration.childEnvironment());
        Set<String> dropped = new HashSet<>(AgentSettings.DEFAULT.droppedVariables());
        dropped.addAll(Supervision.VARIABLES);
        return new AgentSettings(
                configuration.ocfPath(),
                AgentSettings.DEFAULT.ocfRoot(),
                AgentSettings.DEFAULT.lsbDirectory(),
                AgentSettings.DEFAULT.secretsDirectory(),
                AgentSettings.DEFAULT.alertUser(),
                dropped,
                added);
    }
}
