@NullMarked
package dev.remotenode.lab.cluster;

import org.jspecify.annotations.NullMarked;
