package dev.remotenode.lab.junit;

import dev.remotenode.lab.host.PacemakerSeries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks what this project's daemon does better than Pacemaker's own. Such a test is skipped when
 * the latter is under test; any other test must pass with both.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BeyondReferenceCondition.class)
public @interface BeyondReference {
    /** Why Pacemaker's own daemon fails here. */
    String value();

    /** Which of Pacemaker's own daemons fail. */
    PacemakerSeries[] of() default {PacemakerSeries.V2_1, PacemakerSeries.V3_0};
}
