/** The Foreign Function and Memory bindings of the project, and no policy. */
package dev.remotenode.ocf.posix;
