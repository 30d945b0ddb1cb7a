if [ -d /run/systemd/system ]; then
    systemctl daemon-reload || :
fi
# The journal: rpm has no purge.
if [ "$1" -eq 0 ]; then
    rm -rf /var/lib/remote-node
fi
