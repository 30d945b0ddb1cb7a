# Not before, if the package that was replaced has had its daemon running until now.
/usr/lib/remote-node/place-launcher || :
if [ -e /run/remote-node.enabled ]; then
    rm -f /run/remote-node.enabled
    systemctl --quiet enable pacemaker_remote.service || :
fi
