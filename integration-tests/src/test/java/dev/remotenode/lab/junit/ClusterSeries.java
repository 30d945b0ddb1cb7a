package dev.remotenode.lab.junit;

import dev.remotenode.lab.host.PacemakerSeries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Marks what only a cluster of a certain Pacemaker can be asked; skipped with any other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ClusterSeriesCondition.class)
public @interface ClusterSeries {
    /** Which Pacemaker cluster nodes must have. */
    PacemakerSeries value();

    /** Why. */
    String because();
}
