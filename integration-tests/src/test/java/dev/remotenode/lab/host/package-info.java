@NullMarked
package dev.remotenode.lab.host;

import org.jspecify.annotations.NullMarked;
