/** What fence devices talk to on hosts of the lab: the real daemons, with real keys. */
@NullMarked
package dev.remotenode.lab.fencing;

import org.jspecify.annotations.NullMarked;
