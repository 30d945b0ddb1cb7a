# The first process of a guest that is a member of a cluster: its folders are empty and root's.
install -d -o hacluster -g haclient -m 750 /run/crm /var/log/pacemaker \
    /var/lib/pacemaker /var/lib/pacemaker/{blackbox,cib,cores,pengine}
install -d -m 755 /run/lock /run/resource-agents /var/log/corosync
chown hacluster:haclient /var/lib/pacemaker
corosync -f &
until corosync-cfgtool -s >/dev/null 2>&1; do
    kill -0 $!
    sleep 0.2
done
pacemakerd &
# Until one of them is gone.
wait -n
