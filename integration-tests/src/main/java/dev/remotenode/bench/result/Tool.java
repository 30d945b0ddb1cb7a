package dev.remotenode.bench.result;

import java.util.Arrays;
import java.util.List;

/** A command of Pacemaker's that people and agents use inside guests: how long it takes. */
public enum Tool implements Quantity {
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

    /** The command and what follows it. */
    public List<String> arguments() {
        return Arrays.asList(commandLine.split(" "));
    }

    @Override
    public String title() {
        return "`" + commandLine + "`";
    }

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public Better better() {
        return Better.LOWER;
    }

    @Override
    public boolean tailMatters() {
        return false;
    }

    @Override
    public Group group() {
        return Group.CLUSTER;
    }

    @Override
    public String toString() {
        return commandLine;
    }
}
