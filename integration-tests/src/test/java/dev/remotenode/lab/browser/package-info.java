/** A real browser for the pages that are made here. */
@NullMarked
package dev.remotenode.lab.browser;

import org.jspecify.annotations.NullMarked;
