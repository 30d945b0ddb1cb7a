package dev.remotenode.lab.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks what this project's daemon does better than Pacemaker's own of the tested version. Such a
 * test is skipped when the latter is under test; any other test must pass with both.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BeyondReferenceCondition.class)
public @interface BeyondReference {
    /** Why Pacemaker's own daemon fails here. */
    String value();
}
