/**
 * What happened in a cluster over time: looked at again and again by {@code HistoryRecorder}, read
 * by people as a page.
 */
@NullMarked
package dev.remotenode.lab.history;

import org.jspecify.annotations.NullMarked;
