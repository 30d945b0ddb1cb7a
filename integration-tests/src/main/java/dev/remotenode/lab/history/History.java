package dev.remotenode.lab.history;

import dev.remotenode.lab.cluster.ClusterStatus;
import dev.remotenode.lab.cluster.FailedOperation;
import dev.remotenode.lab.cluster.Fencing;
import dev.remotenode.lab.cluster.NodeStatus;
import dev.remotenode.lab.cluster.ResourceStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster over time.
 *
 * @param samples in the order they were taken; as exact as they are close together
 */
public record History(List<Sample> samples) {
    /** A resource that is active on a node. */
    public record Stay(String resource, String node) {}

    public History {
        samples = List.copyOf(samples);
    }

    public Duration length() {
        return samples.isEmpty() ? Duration.ZERO : samples.getLast().at();
    }

    /** The names of all cluster nodes that have been seen. */
    public List<String> members() {
        return nodes(node -> !node.remote());
    }

    /** The names of all remote nodes and guests that have been seen. */
    public List<String> remoteNodes() {
        return nodes(NodeStatus::remote);
    }

    /** When each node was online. */
    public List<Span<String>> presences() {
        return spans(
                status -> status.nodes().stream().map(NodeStatus::name).filter(status::isOnline));
    }

    /** Where resources were active; not those that are the connection to a node. */
    public List<Span<Stay>> stays() {
        Set<String> connections = Set.copyOf(remoteNodes());
        return spans(status ->
                status.resources().stream()
                        .filter(resource -> !connections.contains(resource.id()))
                        .filter(resource -> isUp(resource, status))
                        .flatMap(History::stays));
    }

    /** What has failed: the begin of a span is when that was first to be seen. */
    public List<Span<FailedOperation>> failures() {
        return spans(status -> status.failures().stream());
    }

    /** What the fencer has done, or failed to, from the moment that it was seen. */
    public List<Span<Fencing>> fencings() {
        return spans(status ->
                status.fencings().stream().filter(fencing -> !fencing.outcome().equals("pending")));
    }

    /** Times when a resource that had been up was up nowhere, until it was again. */
    public List<Span<String>> interruptions() {
        return gaps(stays(), Stay::resource);
    }

    /** Times when a node that had been online was not, until it was again. */
    public List<Span<String>> absences() {
        return gaps(presences(), Function.identity());
    }

    private List<String> nodes(Predicate<NodeStatus> wanted) {
        return samples.stream()
                .flatMap(sample -> sample.status().nodes().stream())
                .filter(wanted)
                .map(NodeStatus::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isUp(ResourceStatus resource, ClusterStatus status) {
        return resource.role().equals("Started")
                && !resource.failed()
                && resource.nodes().stream().allMatch(status::isOnline);
    }

    private static Stream<Stay> stays(ResourceStatus resource) {
        return resource.nodes().stream().map(node -> new Stay(resource.id(), node));
    }

    private <T> List<Span<T>> spans(Function<ClusterStatus, Stream<T>> facts) {
        return Span.in(
                samples,
                sample ->
                        facts.apply(sample.status())
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static <T> List<Span<String>> gaps(List<Span<T>> spans, Function<T, String> subject) {
        Map<String, Duration> upUntil = new LinkedHashMap<>();
        List<Span<String>> gaps = new ArrayList<>();
        for (Span<T> span : spans) {
            String name = subject.apply(span.what());
            Duration before = upUntil.getOrDefault(name, span.from());
            if (before.compareTo(span.from()) < 0) {
                gaps.add(new Span<>(name, before, span.from()));
            }
            upUntil.merge(name, span.to(), (a, b) -> a.compareTo(b) < 0 ? b : a);
        }
        return gaps;
    }
}
