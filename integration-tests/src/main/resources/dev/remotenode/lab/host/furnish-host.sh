# Furnishes the namespaces of a lab host. Arguments: host name, folder on disk for /var/log, folder to
# show as /run/lab/programs. Everything else that a host writes is in memory.
name=$1 logs=$2 programs=$3

hostname "$name"
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs /run
mkdir -p /run/lab/programs /run/lock /run/dbus
mount --bind "$programs" /run/lab/programs
mount -o remount,bind,ro /run/lab/programs
mkdir /run/lab/logs
mount --bind "$logs" /run/lab/logs

# The machine's own files shine through, what the host changes is the host's alone.
for tree in etc var usr/lib/ocf; do
    layers=/run/lab/layers/$tree
    mkdir -p "$layers/upper" "$layers/work"
    mount -t overlay overlay -o "lowerdir=/$tree,upperdir=$layers/upper,workdir=$layers/work" "/$tree"
done
mount --move /run/lab/logs /var/log
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs -o mode=1777 tmpfs /tmp

# A host starts without the past of a cluster that the machine may once have been part of.
rm -rf /var/lib/pacemaker /var/lib/corosync /etc/pacemaker /etc/corosync
install -d -o hacluster -g haclient -m 750 /run/crm /var/log/pacemaker \
    /var/lib/pacemaker /var/lib/pacemaker/{blackbox,cib,cores,pengine}
install -d -m 755 /run/resource-agents /var/log/corosync /var/lib/corosync /etc/corosync
install -d -g haclient -m 750 /etc/pacemaker

ip link set lo up
cd /
