package dev.remotenode.lab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource to be configured: what {@code <primitive>} is in the CIB.
 *
 * @param agent standard, provider if the standard has such, and type, for instance {@code
 *     ocf:pacemaker:Dummy} or {@code lsb:widget}
 * @param meta what the cluster itself shall know of it, for instance {@code remote-node}
 */
public record Primitive(
        String id,
        String agent,
        Map<String, String> parameters,
        Map<String, String> meta,
        List<Action> actions) {
    /**
     * An operation as configured.
     *
     * @param interval zero unless it recurs
     * @param options more attributes of it, for instance {@code on-fail}
     */
    public record Action(
            String name, Duration interval, Duration timeout, Map<String, String> options) {
        public Action {
            options = Map.copyOf(options);
        }

        public Action(String name, Duration interval, Duration timeout) {
            this(name, interval, timeout, Map.of());
        }
    }

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);

    public Primitive {
        parameters = Map.copyOf(parameters);
        meta = Map.copyOf(meta);
        actions = List.copyOf(actions);
    }

    public static Primitive of(String id, String agent) {
        return new Primitive(id, agent, Map.of(), Map.of(), List.of());
    }

    public Primitive withParameter(String name, String value) {
        return new Primitive(id, agent, with(name, value, parameters), meta, actions);
    }

    public Primitive withMeta(String name, String value) {
        return new Primitive(id, agent, parameters, with(name, value, meta), actions);
    }

    /** With a monitor that recurs at this interval. */
    public Primitive monitoredEvery(Duration interval) {
        return with(new Action("monitor", interval, DEFAULT_TIMEOUT));
    }

    public Primitive with(Action action) {
        var all = new ArrayList<>(actions);
        all.add(action);
        return new Primitive(id, agent, parameters, meta, all);
    }

    private static Map<String, String> with(String name, String value, Map<String, String> others) {
        var all = new TreeMap<>(others);
        all.put(name, value);
        return all;
    }
}
