# To remove the package that this one replaces disables a service, by the name that both have.
if [ "$1" = 1 ] && [ -d /run/systemd/system ] &&
    systemctl --quiet is-enabled pacemaker_remote.service 2>/dev/null; then
    touch /run/remote-node.enabled
fi
