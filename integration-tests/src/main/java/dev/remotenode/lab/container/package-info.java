/** Containers on hosts of the lab, with images made of what is installed. */
@NullMarked
package dev.remotenode.lab.container;

import org.jspecify.annotations.NullMarked;
