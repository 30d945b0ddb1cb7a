/** Certificates for tests. */
@NullMarked
package dev.remotenode.lrmd.pki;

import org.jspecify.annotations.NullMarked;
