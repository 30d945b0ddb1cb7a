/** Tests of the page that shows figures. */
@NullMarked
package dev.remotenode.bench.page;

import org.jspecify.annotations.NullMarked;
