/** What an administrator does with the packages, on machines with systemd and without Java. */
@NullMarked
package dev.remotenode.packages;

import org.jspecify.annotations.NullMarked;
