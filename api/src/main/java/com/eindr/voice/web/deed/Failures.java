package com.eindr.voice.web.deed;

import com.eindr.account.Plan;
import com.eindr.shared.web.Problem;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of what was refused, as a request for the same would have been answered. */
public final class Failures {
    public static final String REQUIRED_PLAN = "requiredPlan";
    private static final String LOCKED = "plan-locked";

    private Failures() {}

    static Done refused(Act act, Map<String, Object> problem) {
        String slug = slug(problem);
        Intent intent = act.intent();
        Result result = slug.equals(LOCKED)
                ? new Result.LockedByPlan(intent, plan(problem))
                : new Result.Refused(intent, slug, String.valueOf(problem.get("detail")));
        return Done.of(new Deed(act.order().said(), Fate.REFUSED, List.of(), null, result))
                .despite(problem);
    }

    private static String slug(Map<String, Object> problem) {
        String type = String.valueOf(problem.get("type"));
        return type.startsWith(Problem.TYPES) ? type.substring(Problem.TYPES.length()) : type;
    }

    private static @Nullable Plan plan(Map<String, Object> problem) {
        Object required = problem.get(REQUIRED_PLAN);
        return required == null ? null : Plan.valueOf(required.toString());
    }
}
