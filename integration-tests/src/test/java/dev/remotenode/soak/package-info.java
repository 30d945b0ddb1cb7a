@NullMarked
package dev.remotenode.soak;

import org.jspecify.annotations.NullMarked;
