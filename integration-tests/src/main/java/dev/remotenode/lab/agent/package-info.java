/** The resource agent of the tests, and the part that it plays on a host. */
@NullMarked
package dev.remotenode.lab.agent;

import org.jspecify.annotations.NullMarked;
