package dev.remotenode.bench;

import java.util.Arrays;
import java.util.List;

/** A command of Pacemaker's that people and agents use inside guests. */
enum Tool {
    CRM_MON("crm_mon -1"),
    CIBADMIN("cibadmin --query"),
    CRM_ATTRIBUTE("crm_attribute --name cluster-infrastructure --query"),
    ATTRD_UPDATER("attrd_updater --name speed --update 9"),
    STONITH_ADMIN("stonith_admin --list-registered"),
    CRM_RESOURCE("crm_resource --list"),
    CRM_NODE("crm_node --list"),
    CRMADMIN("crmadmin --dc_lookup"),
    CRM_FAILCOUNT("crm_failcount --query --resource guest1");

    private final String commandLine;

    Tool(String commandLine) {
        this.commandLine = commandLine;
    }

    List<String> arguments() {
        return Arrays.asList(commandLine.split(" "));
    }

    @Override
    public String toString() {
        return commandLine;
    }
}
