package dev.remotenode.scenario;

import java.util.List;
import java.util.Set;

/**
 * What the guest may do.
 *
 * @param permissions as the CIB has them
 * @param rights what comes of it
 */
record GuestRole(String name, String permissions, Set<Right> rights) {
    static List<GuestRole> all() {
        return List.of(
                new GuestRole("nobody", "", Set.of()),
                new GuestRole(
                        "observer",
                        permission("read", "/cib"),
                        Set.of(Right.READ, Right.SEE_RESOURCES)),
                new GuestRole(
                        "tuner",
                        permission("read", "/cib") + permission("write", "//crm_config"),
                        Set.of(Right.READ, Right.SEE_RESOURCES, Right.TUNE)),
                new GuestRole(
                        "half blind",
                        permission("deny", "//resources") + permission("read", "/cib"),
                        Set.of(Right.READ)),
                new GuestRole(
                        "administrator", permission("write", "/cib"), Set.of(Right.values())));
    }

    /** What a tool can try. */
    enum Right {
        READ,
        SEE_RESOURCES,
        TUNE,
        CREATE_RESOURCES
    }

    boolean may(Right right) {
        return rights.contains(right);
    }

    /** What goes into the CIB, together with the right of one user by name to read everything. */
    String accessControlLists(String reader) {
        return "<acls>%s%s</acls>"
                .formatted(
                        permissions.isEmpty() ? "" : grant("guest1", permissions),
                        grant(
                                reader,
                                "<acl_permission id=\"by-name\" kind=\"read\" xpath=\"/cib\"/>"));
    }

    private static String grant(String target, String permissions) {
        return "<acl_role id=\"of-%1$s\">%2$s</acl_role><acl_target id=\"%1$s\"><role id=\"of-%1$s\"/></acl_target>"
                .formatted(target, permissions);
    }

    private static String permission(String kind, String xpath) {
        return "<acl_permission id=\"may-%1$s\" kind=\"%1$s\" xpath=\"%2$s\"/>"
                .formatted(kind, xpath);
    }

    @Override
    public String toString() {
        return name;
    }
}
