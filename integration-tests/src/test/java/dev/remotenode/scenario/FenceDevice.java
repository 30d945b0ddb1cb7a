package dev.remotenode.scenario;

import dev.remotenode.lab.cluster.Primitive;
import dev.remotenode.lab.fencing.FenceVirtd;
import dev.remotenode.lab.fencing.SecureShell;
import dev.remotenode.lab.host.Host;
import dev.remotenode.lab.libvirt.Hypervisor;
import java.time.Duration;

/** Devices that fence guests of libvirt, each by another way to the host that runs them. */
enum FenceDevice {
    FENCE_XVM {
        @Override
        Primitive resource(String node, String domain, Host hypervisor) {
            return mapped("stonith:fence_xvm", node, domain);
        }
    },
    FENCE_VIRT {
        @Override
        Primitive resource(String node, String domain, Host hypervisor) {
            return mapped("stonith:fence_virt", node, domain)
                    .withParameter("ipaddr", hypervisor.address())
                    .withParameter("ipport", Integer.toString(FenceVirtd.TCP_PORT));
        }
    },
    FENCE_VIRSH {
        @Override
        Primitive resource(String node, String domain, Host hypervisor) {
            return mapped("stonith:fence_virsh", node, domain)
                    .withParameter("ip", hypervisor.name())
                    .withParameter("username", "root")
                    .withParameter("identity_file", SecureShell.KEY);
        }
    },
    EXTERNAL_LIBVIRT {
        @Override
        Primitive resource(String node, String domain, Host hypervisor) {
            return device("stonith:external/libvirt")
                    .withParameter("hostlist", node + ":" + domain)
                    .withParameter("hypervisor_uri", Hypervisor.LXC.uri(hypervisor));
        }
    };

    static final String ID = "fences";

    /**
     * As a resource of the cluster.
     *
     * @param node what the cluster calls the guest
     * @param domain what libvirt calls it
     */
    abstract Primitive resource(String node, String domain, Host hypervisor);

    private static Primitive mapped(String agent, String node, String domain) {
        return device(agent).withParameter("pcmk_host_map", node + ":" + domain);
    }

    private static Primitive device(String agent) {
        return Primitive.of(ID, agent).monitoredEvery(Duration.ofSeconds(30));
    }
}
