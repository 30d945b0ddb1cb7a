/** What a hostile network does to a daemon: attacks that go on until they are ended. */
@NullMarked
package dev.remotenode.hostile;

import org.jspecify.annotations.NullMarked;
