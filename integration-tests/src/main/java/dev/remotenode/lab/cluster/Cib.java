package dev.remotenode.lab.cluster;

import dev.remotenode.lab.host.Host;
import java.util.List;
import java.util.stream.Collectors;

/** {@code cibadmin}: the cluster's configuration. */
public record Cib(Host host) {
    /** Adds a resource and where it may run, in one step so that it never starts elsewhere. */
    public void create(Primitive primitive, List<Placement> placements) {
        create(List.of(primitive), placements);
    }

    /** Adds several resources, all with the same choice of nodes, in one step. */
    public void create(List<Primitive> primitives, List<Placement> placements) {
        create(
                primitives.stream().map(PrimitiveXml::of).collect(Collectors.joining()),
                primitives.stream()
                        .flatMap(primitive ->
                                placements.stream().map(placement -> placement.xml(primitive.id())))
                        .collect(Collectors.joining()));
    }

    /** Adds a bundle, which may run on every member. */
    public void create(Bundle bundle) {
        create(bundle.xml(), "");
    }

    /** Adds constraints between resources, in the words of the CIB. */
    public void constrain(String constraints) {
        create("", constraints);
    }

    private void create(String resource, String constraints) {
        String configuration =
                "<configuration><resources>%s</resources><constraints>%s</constraints></configuration>"
                        .formatted(resource, constraints);
        host.run(
                "cibadmin",
                "--modify",
                "--allow-create",
                "--scope",
                "configuration",
                "--xml-text",
                configuration);
    }

    /** Sets an option of the whole cluster, such as {@code stonith-enabled}. */
    public void setOption(String name, String value) {
        host.run("crm_attribute", "--name", name, "--update", value);
    }

    /** Removes a resource or a bundle; the cluster stops it. */
    public void delete(String resource) {
        deleteAll(
                "//constraints/*[@rsc='%1$s' or @with-rsc='%1$s' or @first='%1$s' or @then='%1$s']"
                        .formatted(resource));
        deleteAll("//resources/*[@id='%s']".formatted(resource));
    }

    /** Removes all resources whose names begin so; the cluster stops them. */
    public void deleteAllNamed(String prefix) {
        deleteAll(
                "//constraints/*[starts-with(@rsc,'%1$s')] | //resources/*[starts-with(@id,'%1$s')]"
                        .formatted(prefix));
    }

    private void deleteAll(String xpath) {
        host.run("cibadmin", "--delete-all", "--force", "--xpath", xpath);
    }
}
