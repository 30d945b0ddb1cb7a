package dev.remotenode.lrmd.message;

/**
 * Every XML name and fixed value of the protocol, once.
 *
 * <p>Names are Pacemaker's ({@code include/crm/lrmd.h}, {@code include/crm/common/xml_names.h}).
 */
final class Vocabulary {

    // Root elements.
    static final String COMMAND = "lrmd_command";
    static final String REPLY = "lrmd_reply";
    static final String NOTIFY = "lrmd_notify";
    static final String IPC_PROXY = "lrmd_ipc_proxy";

    // Elements below them.
    static final String CALL_DATA = "lrmd_calldata";
    static final String RESOURCE = "lrmd_rsc";
    static final String ALERT = "lrmd_alert";
    static final String RECURRING_OPERATION = "lrmd_rsc_op";
    static final String WATCHDOG_CHECK = "lrmd_op";
    static final String PARAMETERS = "attributes";
    static final String PARAMETER = "param";
    static final String PARAMETER_NAME = "name";
    static final String PARAMETER_VALUE = "value";

    // The envelope, on every root element.
    static final String MESSAGE_TYPE = "lrmd_remote_msg_type";
    static final String MESSAGE_ID = "lrmd_remote_msg_id";
    static final String TYPE_REQUEST = "request";
    static final String TYPE_REPLY = "reply";
    static final String TYPE_NOTIFY = "notify";

    // Root attributes.
    static final String SUBSYSTEM = "t";
    static final String SUBSYSTEM_LRMD = "lrmd";
    static final String OPERATION = "lrmd_op";
    static final String CALL_OPTIONS = "lrmd_callopt";
    static final String CALL_ID = "lrmd_callid";
    static final String RETURN_CODE = "lrmd_rc";
    static final String ORIGIN = "lrmd_origin";
    static final String CLIENT_NAME = "lrmd_clientname";
    static final String CLIENT_ID = "lrmd_clientid";
    static final String PROTOCOL_VERSION = "lrmd_protocol_version";
    static final String IS_IPC_PROVIDER = "lrmd_is_ipc_provider";
    static final String UPTIME = "uptime";
    static final String NODE_START_STATE = "node_start_state";

    // What a resource and its operations are described with.
    static final String RESOURCE_ID = "lrmd_rsc_id";
    static final String AGENT_CLASS = "lrmd_class";
    static final String AGENT_PROVIDER = "lrmd_provider";
    static final String AGENT_TYPE = "lrmd_type";
    static final String ACTION = "lrmd_rsc_action";
    static final String USER_DATA = "lrmd_rsc_userdata_str";
    static final String INTERVAL = "lrmd_rsc_interval";
    static final String TIMEOUT = "lrmd_timeout";
    static final String START_DELAY = "lrmd_rsc_start_delay";
    static final String EXIT_CODE = "lrmd_exec_rc";
    static final String EXECUTION_STATUS = "lrmd_exec_op_status";
    static final String RESOURCE_DELETED = "lrmd_rsc_deleted";
    static final String RUN_TIME = "lrmd_run_time";
    static final String CHANGE_TIME = "lrmd_rcchange_time";
    static final String EXECUTION_TIME = "lrmd_exec_time";
    static final String QUEUE_TIME = "lrmd_queue_time";
    static final String EXIT_REASON = "lrmd_rsc_exit_reason";
    static final String OUTPUT = "lrmd_rsc_output";
    static final String WATCHDOG = "lrmd_watchdog";
    static final String ALERT_ID = "lrmd_alert_id";
    static final String ALERT_PATH = "lrmd_alert_path";

    // Operations.
    static final String REGISTER = "register";
    static final String POKE = "lrmd_rsc_poke";
    static final String RESOURCE_REGISTER = "lrmd_rsc_register";
    static final String RESOURCE_UNREGISTER = "lrmd_rsc_unregister";
    static final String RESOURCE_INFO = "lrmd_rsc_info";
    static final String EXEC = "lrmd_rsc_exec";
    static final String CANCEL = "lrmd_rsc_cancel";
    static final String GET_RECURRING = "lrmd_get_recurring";
    static final String ALERT_EXEC = "lrmd_alert_exec";
    static final String CHECK = "lrmd_check";
    static final String IPC_FORWARD = "ipc_fwd";
    static final String NEW_CLIENT = "lrmd_rsc_new_client";

    // Proxied calls of local tools.
    static final String IPC_OPERATION = "lrmd_ipc_op";
    static final String IPC_SESSION = "lrmd_ipc_session";
    static final String IPC_SERVER = "lrmd_ipc_server";
    static final String IPC_CLIENT = "lrmd_ipc_client";
    static final String IPC_USER = "lrmd_ipc_user";
    static final String IPC_MESSAGE_ID = "lrmd_ipc_msg_id";
    static final String IPC_MESSAGE_FLAGS = "lrmd_ipc_msg_flags";
    static final String IPC_MESSAGE = "lrmd_ipc_msg";
    static final String IPC_NEW = "new";
    static final String IPC_REQUEST = "request";
    static final String IPC_RESPONSE = "response";
    static final String IPC_EVENT = "event";
    static final String IPC_DESTROY = "destroy";
    static final String IPC_SHUTDOWN_REQUEST = "shutdown_req";
    static final String IPC_SHUTDOWN_ACK = "shutdown_ack";
    static final String IPC_SHUTDOWN_NACK = "shutdown_nack";

    private Vocabulary() {}
}
