package dev.remotenode.lab.junit;

import dev.remotenode.lab.HostKind;
import dev.remotenode.lab.HostPreparation;
import dev.remotenode.lab.host.Host;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that share one real cluster with the daemon under test as its remote node.
 * Methods take it as a parameter of type {@link dev.remotenode.lab.RemoteCluster}; what they add to
 * the cluster is removed after each. Evidence of a failed test is kept.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BeyondReferenceCondition.class, RemoteClusterExtension.class})
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public @interface RemoteClusterTest {
    /** How many members the cluster has beside the remote node. */
    int clusterNodes() default 1;

    /** What runs on its hosts beforehand. */
    HostKind hosts() default HostKind.BARE;

    /** What its hosts get beside the usual. */
    Class<? extends HostPreparation> preparation() default NoPreparation.class;

    /** Nothing. */
    final class NoPreparation implements HostPreparation {
        @Override
        public Map<String, String> prepare(Host host) {
            return Map.of();
        }
    }
}
