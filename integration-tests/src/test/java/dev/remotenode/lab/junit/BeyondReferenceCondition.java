package dev.remotenode.lab.junit;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import dev.remotenode.lab.daemon.DaemonProgram;
import dev.remotenode.lab.host.PacemakerSeries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, with the printed reason, what Pacemaker's own daemon is not expected to do. */
final class BeyondReferenceCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<BeyondReference> mark =
                findAnnotation(context.getElement(), BeyondReference.class);
        if (mark.isEmpty() || !isUnderTest(mark.get().of())) {
            return ConditionEvaluationResult.enabled("expected of the daemon under test");
        }
        String reason = "beyond Pacemaker's own daemon: " + mark.get().value();
        System.out.printf("[lab] %s skipped: %s%n", context.getDisplayName(), reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isUnderTest(PacemakerSeries[] daemons) {
        return switch (DaemonProgram.implementationUnderTest()) {
            case JAVA -> false;
            case C -> List.of(daemons).contains(PacemakerSeries.fromSystemProperty("guest"));
        };
    }
}
