/** The page that shows a run of the bench. */
@NullMarked
package dev.remotenode.bench.page;

import org.jspecify.annotations.NullMarked;
