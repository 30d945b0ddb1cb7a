/**
 * Judges what happened: whether every operation that was asked for ran as often as it had to, and
 * was reported as it had to be. Pure; {@code lab.witness} collects what happened.
 */
@NullMarked
package dev.remotenode.lab.audit;

import org.jspecify.annotations.NullMarked;
