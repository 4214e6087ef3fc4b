package dev.callsift.pipeline.metadata;

import java.util.List;
import java.util.Locale;

/** The names that people give to the facts of a call, compared without case, dashes, underscores and dots. */
final class FieldNames {

    static final List<String> CALL_ID =
            List.of("callid", "conversationid", "uniqueid", "linkedid", "calluuid", "sessionid", "interactionid", "id");
    static final List<String> STARTED_AT = List.of(
            "startedat",
            "starttime",
            "callstarttime",
            "calldatetime",
            "starttimestamp",
            "startdate",
            "start",
            "recordingstarttime",
            "conversationstart",
            "datetime",
            "timestamp",
            "calldate");
    static final List<String> AGENT = List.of(
            "agent",
            "agentname",
            "agentid",
            "agentlogin",
            "user",
            "username",
            "users",
            "userids",
            "operator",
            "extension");
    static final List<String> CUSTOMER_NUMBER = List.of(
            "customernumber",
            "customerphone",
            "customerphonenumber",
            "customer",
            "remotenumber",
            "externalnumber",
            "phonenumber",
            "number",
            "phone");
    static final List<String> FROM =
            List.of("from", "caller", "callernumber", "callerid", "callerphonenumber", "ani", "src");
    static final List<String> TO =
            List.of("to", "callee", "calleenumber", "dialednumber", "dialedphonenumber", "dnis", "dst");
    static final List<String> DIRECTION =
            List.of("direction", "calldirection", "initialdirection", "originatingdirection", "calltype", "type");
    static final List<String> QUEUE = List.of("queue", "queuename", "queues", "queueids", "queueid", "skill", "line");

    private FieldNames() {}

    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }
}
