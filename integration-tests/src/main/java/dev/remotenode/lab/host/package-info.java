/**
 * Hosts made of kernel namespaces, joined by a bridge, and commands run on them.
 *
 * <p>Nothing of the machine itself is altered: namespaces have no names, mounts and links live
 * inside them, and all of it ends with the pipe that this JVM holds (see {@link
 * dev.remotenode.lab.host.Namespaces}).
 */
@NullMarked
package dev.remotenode.lab.host;

import org.jspecify.annotations.NullMarked;
