@NullMarked
package dev.remotenode.lab.audit;

import org.jspecify.annotations.NullMarked;
