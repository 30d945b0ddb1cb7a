package dev.remotenode.ocf.forensics;

import java.util.List;

/**
 * The processes of the machine at about one moment.
 *
 * @param complete reading it was not cut short
 */
record ProcessTable(List<ProcessEntry> processes, boolean complete) {

    ProcessTable {
        processes = List.copyOf(processes);
    }
}
