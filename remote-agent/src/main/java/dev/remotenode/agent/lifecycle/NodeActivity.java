package dev.remotenode.agent.lifecycle;

import dev.remotenode.ocf.operation.Completion;
import dev.remotenode.ocf.operation.ExecutionStatus;
import dev.remotenode.ocf.operation.OcfExitCode;
import dev.remotenode.ocf.schedule.CompletionListener;
import dev.remotenode.ocf.schedule.OperationUnderWay;
import dev.remotenode.ocf.schedule.ResourceExecutor;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Concludes from what agents have said which resources are active on this node, for people to see:
 * it is the cluster that decides by it. Used on the event loop.
 */
public final class NodeActivity implements CompletionListener {

    private final Supplier<List<OperationUnderWay>> operations;
    private final TreeSet<String> active = new TreeSet<>();

    /**
     * Begins with nothing active, as a daemon that just starts.
     *
     * @param operations whose agents run, as {@link ResourceExecutor#underWay()} has it
     */
    public NodeActivity(Supplier<List<OperationUnderWay>> operations) {
        this.operations = operations;
    }

    @Override
    public void completed(Completion completion) {
        if (completion.result().status() == ExecutionStatus.CANCELLED) {
            return;
        }
        String resource = completion.request().resourceId();
        OcfExitCode.of(completion.result().exitCode())
                .ifPresent(code -> conclude(resource, completion.request().action(), code));
    }

    /** The resources that are active as far as their agents have said, by their ids. */
    public SequencedSet<String> resources() {
        return new TreeSet<>(active);
    }

    Activity now() {
        return new Activity(new TreeSet<>(active), operations.get());
    }

    private void conclude(String resource, String action, OcfExitCode code) {
        switch (action.toLowerCase(Locale.ROOT)) {
            // Started in vain, it may be half there: the cluster will stop it, too.
            case "start", "migrate_from" -> active.add(resource);
            case "stop" -> {
                if (code == OcfExitCode.OK) {
                    active.remove(resource);
                }
            }
            case "monitor", "status" -> look(resource, code);
            default -> {}
        }
    }

    private void look(String resource, OcfExitCode code) {
        switch (code) {
            case OK, RUNNING_PROMOTED, FAILED_PROMOTED, DEGRADED, DEGRADED_PROMOTED ->
                    active.add(resource);
            case NOT_RUNNING, NOT_INSTALLED -> active.remove(resource);
            // Says nothing about whether it is there.
            case GENERIC_ERROR,
                    INVALID_PARAMETER,
                    UNIMPLEMENTED,
                    INSUFFICIENT_PRIVILEGES,
                    NOT_CONFIGURED,
                    UNKNOWN -> {}
        }
    }
}
