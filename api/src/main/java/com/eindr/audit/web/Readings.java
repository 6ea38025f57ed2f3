package com.eindr.audit.web;

import com.eindr.audit.AuditCommand.RecordReading;
import com.eindr.audit.ReadingId;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.WriteRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts every reading of the log on record, in the log. */
@Component
public class Readings {
    /** Everything that auditors read is below this path, which is open to them only. */
    public static final String PATH = "/api/v1/audit";

    private static final int LONGEST = 1_000;

    private final Commands commands;

    Readings(Commands commands) {
        this.commands = commands;
    }

    /** Records who reads what and why; whoever answers calls this first, as what is not recorded is not shown. */
    public void record(Caller caller, HttpServletRequest request, String purpose) {
        commands.execute(
                new RecordReading(new ReadingId(TimeOrderedUuid.next()), caller.userId(), what(request), purpose),
                new WriteRequest(caller.userId(), null, OptionalLong.empty()));
    }

    /** The request without its purpose, which stands beside it. */
    private static String what(HttpServletRequest request) {
        String query = request.getQueryString();
        String rest = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !parameter.startsWith("purpose="))
                        .collect(Collectors.joining("&"));
        String what = request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest);
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST);
    }
}
