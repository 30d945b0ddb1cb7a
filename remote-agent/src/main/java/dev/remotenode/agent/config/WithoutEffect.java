package dev.remotenode.agent.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A variable that Pacemaker's environment file may hold and that changes nothing here. Declared, so
 * that an operator who has set it is told so.
 *
 * @param name as it stands in the environment
 * @param reason why it changes nothing, to stand after "as"
 */
record WithoutEffect(String name, String reason) {
    private static final String NO_TRACES =
            "the daemon has no functions of C to trace; PCMK_debug and SIGUSR1 give detail";
    private static final String CLUSTER_NODES = "it concerns daemons of full cluster nodes only";
    private static final String NO_VALGRIND = "the daemon does not run under valgrind";
    private static final String FIXED_GROUPS =
            "groups for the agreement on keys are fixed ones (RFC 7919)";
    private static final String NO_GLIBC_HEAP = "it concerns the memory of programs in C";

    static final List<WithoutEffect> ALL =
            List.of(
                    pacemakers("trace_functions", NO_TRACES),
                    pacemakers("trace_files", NO_TRACES),
                    pacemakers("trace_formats", NO_TRACES),
                    pacemakers("trace_tags", NO_TRACES),
                    pacemakers("trace_blackbox", NO_TRACES),
                    pacemakers("dh_min_bits", FIXED_GROUPS),
                    pacemakers("dh_max_bits", FIXED_GROUPS),
                    pacemakers("ipc_type", "local tools are served in shared memory always"),
                    pacemakers("ipc_buffer", "the buffers of local tools are as large as needed"),
                    pacemakers("panic_action", "the daemon never resets the node"),
                    pacemakers("fail_fast", CLUSTER_NODES),
                    pacemakers("node_action_limit", CLUSTER_NODES),
                    pacemakers("cluster_type", CLUSTER_NODES),
                    pacemakers("valgrind_enabled", NO_VALGRIND),
                    pacemakers("callgrind_enabled", NO_VALGRIND),
                    new WithoutEffect("VALGRIND_OPTS", NO_VALGRIND),
                    new WithoutEffect("G_SLICE", NO_GLIBC_HEAP),
                    new WithoutEffect("MALLOC_PERTURB_", NO_GLIBC_HEAP),
                    new WithoutEffect("MALLOC_CHECK_", NO_GLIBC_HEAP));

    private static WithoutEffect pacemakers(String name, String reason) {
        return new WithoutEffect("PCMK_" + name, reason);
    }

    /** Its name from Heartbeat's days, which Pacemaker takes as well. */
    Optional<String> formerName() {
        return name.startsWith("PCMK_")
                ? Optional.of("HA_" + name.substring("PCMK_".length()))
                : Optional.empty();
    }

    /** The declaration of that variable, if it is one of these. */
    static Optional<WithoutEffect> named(String variable) {
        Predicate<WithoutEffect> hasName =
                candidate ->
                        Stream.concat(Stream.of(candidate.name()), candidate.formerName().stream())
                                .anyMatch(variable::equals);
        return ALL.stream().filter(hasName).findFirst();
    }
}
