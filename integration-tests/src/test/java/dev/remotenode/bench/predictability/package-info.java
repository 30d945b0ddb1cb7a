/** Tests of how reasons are found, with pauses that nobody has made. */
@NullMarked
package dev.remotenode.bench.predictability;

import org.jspecify.annotations.NullMarked;
