/** Tests of histories, and of their pages in a real browser. */
@NullMarked
package dev.remotenode.lab.history;

import org.jspecify.annotations.NullMarked;
