/**
 * Collects what happened, for {@code lab.audit} to judge: from those who ask and hear, from agents,
 * and from the process table.
 */
@NullMarked
package dev.remotenode.lab.witness;

import org.jspecify.annotations.NullMarked;
