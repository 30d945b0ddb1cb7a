/** How tests get a running cluster with the daemon under test. */
@NullMarked
package dev.remotenode.lab.junit;

import org.jspecify.annotations.NullMarked;
