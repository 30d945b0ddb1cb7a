package dev.remotenode.lab.junit;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import dev.remotenode.lab.host.PacemakerSeries;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, with the printed reason, what a cluster of another Pacemaker cannot do. */
final class ClusterSeriesCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<ClusterSeries> mark = findAnnotation(context.getElement(), ClusterSeries.class);
        if (mark.isEmpty() || mark.get().value() == PacemakerSeries.fromSystemProperty("cluster")) {
            return ConditionEvaluationResult.enabled("the cluster has the Pacemaker for it");
        }
        String reason =
                "needs -Dcluster=%s: %s".formatted(mark.get().value(), mark.get().because());
        System.out.printf("[lab] %s skipped: %s%n", context.getDisplayName(), reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
