/** Guests of libvirt on hosts of the lab. */
@NullMarked
package dev.remotenode.lab.libvirt;

import org.jspecify.annotations.NullMarked;
