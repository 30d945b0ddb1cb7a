/** The compression of large messages, which the wire and the local transport share. */
package dev.remotenode.lrmd.bzip2;
