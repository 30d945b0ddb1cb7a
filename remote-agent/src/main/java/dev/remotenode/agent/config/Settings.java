package dev.remotenode.agent.config;

import static dev.remotenode.agent.config.Setting.ofOther;
import static dev.remotenode.agent.config.Setting.ofPacemaker;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every setting that the environment can hold, declared once. */
final class Settings {
    /** The name under which this daemon appears in logs and in lists of daemons. */
    static final String DAEMON = "pacemaker-remoted";

    /** Oldest Pacemaker this project works with; what it has, counts as always there. */
    private static final String ALWAYS = "2.1.5";

    static final Setting<List<String>> REMOTE_ADDRESS =
            ofPacemaker(
                    "remote_address",
                    "",
                    ALWAYS,
                    "host names or addresses to listen on, separated by spaces",
                    Parsers::list);

    static final Setting<Integer> REMOTE_PORT =
            ofPacemaker("remote_port", "3121", ALWAYS, "TCP port to listen on", Parsers::port);

    static final Setting<FirstProcessMode> REMOTE_PID1 =
            ofPacemaker(
                    "remote_pid1",
                    "default",
                    ALWAYS,
                    "act as first process of a container: full, vars, or default: if it is that",
                    Parsers::firstProcessMode);

    static final Setting<Optional<Path>> AUTHKEY_LOCATION =
            ofPacemaker(
                    "authkey_location",
                    "",
                    ALWAYS,
                    "key file, tried before /etc/pacemaker/authkey",
                    Parsers::path);

    static final Setting<Optional<Duration>> KEY_OVERLAP =
            ofOther(
                    "REMOTE_NODE_KEY_OVERLAP",
                    "24h",
                    "this project only",
                    "how long a key is still accepted after its file was replaced, or 0",
                    Parsers::time);

    static final Setting<String> TLS_PRIORITIES =
            ofPacemaker(
                    "tls_priorities",
                    "NORMAL",
                    ALWAYS,
                    "versions of TLS and cipher suites, in GnuTLS's language",
                    text -> text.isBlank() ? "NORMAL" : text);

    static final Setting<Optional<Path>> CA_FILE =
            ofPacemaker(
                    "ca_file",
                    "",
                    "3.0.0",
                    "file of trusted CA certificates, PEM; with these three, certificates replace the key",
                    Parsers::path);

    static final Setting<Optional<Path>> CIB_CA_FILE =
            ofOther(
                    "CIB_ca_file",
                    "",
                    "3.0.0",
                    "the same as PCMK_ca_file, if that is not set",
                    Parsers::path);

    static final Setting<Optional<Path>> CERT_FILE =
            ofPacemaker(
                    "cert_file",
                    "",
                    "3.0.0",
                    "file of this node's certificate, PEM",
                    Parsers::path);

    static final Setting<Optional<Path>> CIB_CERT_FILE =
            ofOther(
                    "CIB_cert_file",
                    "",
                    "3.0.0",
                    "the same as PCMK_cert_file, if that is not set",
                    Parsers::path);

    static final Setting<Optional<Path>> KEY_FILE =
            ofPacemaker(
                    "key_file", "", "3.0.0", "file of the private key for it, PEM", Parsers::path);

    static final Setting<Optional<Path>> CIB_KEY_FILE =
            ofOther(
                    "CIB_key_file",
                    "",
                    "3.0.0",
                    "the same as PCMK_key_file, if that is not set",
                    Parsers::path);

    static final Setting<Optional<Path>> CRL_FILE =
            ofPacemaker(
                    "crl_file", "", "3.0.0", "file of revoked certificates, PEM", Parsers::path);

    static final Setting<Optional<Path>> CIB_CRL_FILE =
            ofOther(
                    "CIB_crl_file",
                    "",
                    "3.0.0",
                    "the same as PCMK_crl_file, if that is not set",
                    Parsers::path);

    static final Setting<Path> SCHEMA_DIRECTORY =
            ofPacemaker(
                    "schema_directory",
                    "/usr/share/pacemaker",
                    ALWAYS,
                    "folder of the schemas that came with the tools of this node",
                    text -> Path.of(text.isEmpty() ? "/usr/share/pacemaker" : text));

    static final Setting<Path> REMOTE_SCHEMA_DIRECTORY =
            ofPacemaker(
                    "remote_schema_directory",
                    "/var/lib/pacemaker/schemas",
                    "2.1.8",
                    "folder for newer schemas that are fetched from the cluster",
                    text -> Path.of(text.isEmpty() ? "/var/lib/pacemaker/schemas" : text));

    static final Setting<Optional<String>> NODE_START_STATE =
            ofPacemaker(
                    "node_start_state",
                    "",
                    "2.1.7",
                    "state in which the node joins, standby or online",
                    Parsers::text);

    static final Setting<Optional<Duration>> SBD_WATCHDOG_TIMEOUT =
            ofOther(
                    "SBD_WATCHDOG_TIMEOUT",
                    "",
                    ALWAYS,
                    "sbd's watchdog timeout, in seconds unless a unit is given",
                    Parsers::time);

    static final Setting<Optional<Duration>> SHUTDOWN_TIMEOUT =
            ofOther(
                    "REMOTE_NODE_SHUTDOWN_TIMEOUT",
                    "",
                    "this project only",
                    "how long to wait at the end for the cluster to stop resources here",
                    Parsers::time);

    static final Setting<String> OCF_PATH =
            ofOther(
                    "REMOTE_NODE_OCF_PATH",
                    "/usr/lib/ocf/resource.d",
                    "this project only",
                    "folders of OCF providers, separated by colons",
                    text -> text);

    static final Setting<Boolean> ANNOUNCE_ADDRESSES =
            ofOther(
                    "REMOTE_NODE_ANNOUNCE_ADDRESSES",
                    "yes",
                    "this project only",
                    "tell neighbours on the network of this node's addresses when they appear",
                    Parsers::yesOrNo);

    static final Setting<LocalTools> LOCAL_IPC =
            ofOther(
                    "REMOTE_NODE_LOCAL_IPC",
                    "yes",
                    "this project only",
                    "serve cluster tools on this node: yes, no, or a folder to do so in",
                    Parsers::localTools);

    static final Setting<Optional<Path>> STATE_DIRECTORY =
            ofOther(
                    "REMOTE_NODE_STATE_DIRECTORY",
                    "/var/lib/remote-node",
                    "this project only",
                    "folder of the journal of operations and connections, or none",
                    Parsers::pathOrNone);

    static final Setting<Optional<Path>> CONTROL_SOCKET =
            ofOther(
                    "REMOTE_NODE_CONTROL_SOCKET",
                    "/run/remote-node/control",
                    "this project only",
                    "socket that remotectl connects to, or none",
                    Parsers::pathOrNone);

    static final Setting<Optional<MetricsPlace>> METRICS =
            ofOther(
                    "REMOTE_NODE_METRICS",
                    "",
                    "this project only",
                    "serve numbers to Prometheus: a port of the loopback interface, an address with"
                            + " a port, or the path of a socket",
                    Parsers::metricsPlace);

    static final Setting<Optional<Path>> METRICS_FILE =
            ofOther(
                    "REMOTE_NODE_METRICS_FILE",
                    "",
                    "this project only",
                    "file to write them to for the textfile collector of node_exporter",
                    Parsers::path);

    static final Setting<Optional<String>> LOGFILE =
            ofPacemaker("logfile", "", ALWAYS, "log file, or none", Parsers::text);

    static final Setting<Set<PosixFilePermission>> LOGFILE_MODE =
            ofPacemaker(
                    "logfile_mode",
                    "0660",
                    ALWAYS,
                    "access rights of log files",
                    Parsers::fileMode);

    static final Setting<Optional<SyslogFacility>> LOGFACILITY =
            ofPacemaker(
                    "logfacility", "daemon", ALWAYS, "syslog facility, or none", Parsers::facility);

    static final Setting<Severity> LOGPRIORITY =
            ofPacemaker(
                    "logpriority",
                    "notice",
                    ALWAYS,
                    "least severity for syslog",
                    Parsers::severity);

    static final Setting<Boolean> DEBUG =
            ofPacemaker(
                    "debug",
                    "no",
                    ALWAYS,
                    "log debug messages: yes, no, or a list of daemons",
                    text -> Parsers.forDaemon(DAEMON, text));

    static final Setting<Boolean> STDERR =
            ofPacemaker(
                    "stderr",
                    "no",
                    ALWAYS,
                    "log to standard error: yes, no, or a list of daemons",
                    text -> Parsers.forDaemon(DAEMON, text));

    static final Setting<Boolean> BLACKBOX =
            ofPacemaker(
                    "blackbox",
                    "no",
                    ALWAYS,
                    "keep debug messages in memory until SIGTRAP: yes, no, or a list of daemons",
                    text -> Parsers.forDaemon(DAEMON, text));

    /** All of them, in the order of the help text. */
    static final List<Setting<?>> ALL =
            List.of(
                    REMOTE_ADDRESS,
                    REMOTE_PORT,
                    REMOTE_PID1,
                    AUTHKEY_LOCATION,
                    KEY_OVERLAP,
                    TLS_PRIORITIES,
                    CA_FILE,
                    CIB_CA_FILE,
                    CERT_FILE,
                    CIB_CERT_FILE,
                    KEY_FILE,
                    CIB_KEY_FILE,
                    CRL_FILE,
                    CIB_CRL_FILE,
                    SCHEMA_DIRECTORY,
                    REMOTE_SCHEMA_DIRECTORY,
                    NODE_START_STATE,
                    SBD_WATCHDOG_TIMEOUT,
                    SHUTDOWN_TIMEOUT,
                    OCF_PATH,
                    ANNOUNCE_ADDRESSES,
                    LOCAL_IPC,
                    STATE_DIRECTORY,
                    CONTROL_SOCKET,
                    METRICS,
                    METRICS_FILE,
                    LOGFILE,
                    LOGFILE_MODE,
                    LOGFACILITY,
                    LOGPRIORITY,
                    DEBUG,
                    STDERR,
                    BLACKBOX);

    private Settings() {}
}
