/** Tests of what is done with figures, which need none to be measured. */
@NullMarked
package dev.remotenode.bench.result;

import org.jspecify.annotations.NullMarked;
