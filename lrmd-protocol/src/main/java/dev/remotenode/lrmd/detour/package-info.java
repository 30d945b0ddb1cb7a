/** How the thread of a connection is kept free of what takes long. */
package dev.remotenode.lrmd.detour;
