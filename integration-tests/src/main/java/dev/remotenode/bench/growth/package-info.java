/** Measures whether costs stay the same when there is more of something. */
@NullMarked
package dev.remotenode.bench.growth;

import org.jspecify.annotations.NullMarked;
