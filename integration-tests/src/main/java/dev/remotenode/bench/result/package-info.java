/** What a run of the bench has measured: figures, goals, tables, files, and the page. */
@NullMarked
package dev.remotenode.bench.result;

import org.jspecify.annotations.NullMarked;
